package sporeloop.scenarios.training;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Loop;
import sporeloop.results.file.SectionFile;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Scenario;

/**
 * Measures who steers in a scenario: its agent or a baseline, through the same bridge and delays, in a
 * plain loop in one thread, for the scenario's duration. The same scenario and seed give the same bits.
 *
 * <p>Parts of a scenario that don't fit each other are refused in one sentence, before anything runs.
 */
public final class Evaluator {
    /** Builds a loop; throws as little as its recipe does. */
    private interface Recipe<E extends Exception> {
        LoopParts build() throws E;
    }

    /** Length of a window [ms]; a figure's interval comes from how it differs between windows. */
    private static final double WINDOW = 60_000;

    private final Wiring wiring;
    private final Grid grid;
    private final @Nullable Onlooker onlooker;

    /** The evaluator of a scenario. */
    public Evaluator(Scenario scenario) {
        this(scenario, null);
    }

    /** The evaluator of a scenario whose every interval {@code onlooker} sees. */
    public Evaluator(Scenario scenario, @Nullable Onlooker onlooker) {
        wiring = new Wiring(scenario);
        grid = scenario.grid();
        this.onlooker = onlooker;
    }

    /** The task's own controller. */
    public EvaluationResult oracle() {
        return measure(built(wiring::oracle));
    }

    /** Read-out neurons that fire at random. */
    public EvaluationResult random() {
        return measure(built(wiring::random));
    }

    /** The scenario's agent as it is at the start of a training. */
    public EvaluationResult untrained(boolean learning) {
        return measure(built(() -> wiring.agent(learning)));
    }

    /**
     * The scenario's agent in the state that a training left.
     *
     * @param agent the file {@code agent.bin} of a run with the same network
     * @throws IOException in one sentence, if the file can't be used
     */
    public EvaluationResult trained(Path agent, boolean learning) throws IOException {
        SectionFile state = SectionFile.read(agent, "agent", 1);
        return measure(built(() -> wiring.trained(state, learning)));
    }

    private static <E extends Exception> LoopParts built(Recipe<E> recipe) throws E {
        try {
            return recipe.build();
        } catch (IllegalArgumentException misfit) {
            throw new BadInput(String.valueOf(misfit.getMessage()));
        }
    }

    private EvaluationResult measure(LoopParts parts) {
        Loop loop = parts.loop();
        loop.start();
        Windows windows = new Windows(Ledger.of(parts), loop.reading());
        long window = Math.max(1, Math.round(WINDOW / grid.interval()));
        long done = 0;
        for (long duration = wiring.duration(); done < duration; ) {
            long next = Math.min(window, duration - done);
            advance(loop, parts, next);
            windows.end(loop.reading());
            done += next;
        }
        return new EvaluationResult(
                grid.seconds(done), parts.body().spec().metrics(), windows.figures());
    }

    private void advance(Loop loop, LoopParts parts, long intervals) {
        if (onlooker == null) {
            loop.advance(intervals);
            return;
        }
        for (long k = 0; k < intervals; k++) {
            loop.advance(1);
            double seconds = grid.seconds(parts.exchange().interval());
            onlooker.see(seconds, parts.body().environment(), parts.exchange().sensed());
        }
    }
}
