package sporeloop.scenarios.training;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Pulse;

/**
 * Notices a side that does not answer. It counts its own looks rather than read a clock, so that a
 * suspended machine or a clock that jumps is no silence.
 */
final class Watchdog {
    private final Pulse pulse;
    private final Grid grid;
    private final double patience;
    private final double period;
    private final boolean paced;
    private final @Nullable Tape tape;

    private long interval = -1;
    private long body;
    private long brain;
    private int looks;

    /**
     * A watchdog that looks at a pulse.
     *
     * @param patience silence that fails a run [s]
     * @param period time between two looks [s]
     * @param paced whether the bridge may rest between two intervals
     * @param tape what the bridge may wait for; null: nothing is recorded
     */
    Watchdog(
            Pulse pulse,
            Grid grid,
            double patience,
            double period,
            boolean paced,
            @Nullable Tape tape) {
        this.pulse = pulse;
        this.grid = grid;
        this.patience = patience;
        this.period = period;
        this.paced = paced;
        this.tape = tape;
    }

    /** Starts to count anew. */
    void reset() {
        looks = 0;
    }

    /** Whether neither side is at work, although nothing has moved since the last look but one. */
    boolean suspectsBridge() {
        return looks > 1 && body == Pulse.IDLE && brain == Pulse.IDLE;
    }

    /** Looks once; says who was silent for too long, or nothing. */
    String look() {
        boolean moved =
                pulse.interval() != interval || pulse.body() != body || pulse.brain() != brain;
        interval = pulse.interval();
        body = pulse.body();
        brain = pulse.brain();
        boolean full = tape != null && tape.isWaiting();
        boolean resting = paced && !full && body == Pulse.IDLE && brain == Pulse.IDLE;
        looks = moved || resting ? 0 : looks + 1;
        if (looks * period < patience) {
            return "";
        }
        String who =
                body != Pulse.IDLE
                        ? brain != Pulse.IDLE ? "environment and the agent have" : "environment has"
                        : brain != Pulse.IDLE ? "agent has" : full ? "recorder has" : "bridge has";
        return String.format(
                Locale.ROOT,
                "The %s been silent for %.3g s of wall-clock time, since simulated time %.3f s"
                        + " (bridge.watchdog = %.3g s).",
                who,
                looks * period,
                grid.seconds(interval),
                patience);
    }
}
