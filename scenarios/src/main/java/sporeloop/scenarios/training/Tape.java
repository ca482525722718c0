package sporeloop.scenarios.training;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import sporeloop.bridge.Exchange;
import sporeloop.bridge.Pace;
import sporeloop.bridge.Witness;
import sporeloop.results.recording.FrameBuffer;
import sporeloop.results.recording.Reel;
import sporeloop.results.recording.Stream;

/**
 * Takes down what a loop does, interval by interval, into frames that change hands: to the recorder
 * when they are full, and back when they are written. If all of them wait to be written, the loop
 * waits too, so that nothing is ever left out and memory stays bounded.
 *
 * <p>Belongs to the loop's thread, but for {@link #giveBack}.
 */
final class Tape implements Witness {
    /** Frames under way at once: one filled, one written, one in between. */
    private static final int BUFFERS = 3;

    private final List<Track> tracks;
    private final Reel reel;
    private final int steps;
    private final BiConsumer<FrameBuffer, Tape> recorder;
    private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();
    private long recorded;
    private boolean whole = true;

    /**
     * A tape that goes on at a step.
     *
     * @param frameSteps length of a frame [steps]
     * @param steps steps of an interval
     * @param recorder takes the full frames, and this tape to give them back to
     */
    Tape(
            List<Track> tracks,
            long frameSteps,
            int steps,
            long step,
            BiConsumer<FrameBuffer, Tape> recorder) {
        this.tracks = tracks;
        this.steps = steps;
        this.recorder = recorder;
        recorded = step;
        reel = new Reel(streams(tracks), frameSteps, recorded, BUFFERS);
    }

    /** What tracks record, in their order. */
    static List<Stream> streams(List<Track> tracks) {
        return tracks.stream().map(Track::stream).toList();
    }

    /** Takes down how things stand before the first interval. */
    void start(Exchange exchange) {
        for (int t = 0; t < tracks.size(); t++) {
            tracks.get(t).begin(exchange, t, reel);
        }
    }

    @Override
    public void see(Exchange exchange) {
        whole = false;
        for (int t = 0; t < tracks.size(); t++) {
            tracks.get(t).record(exchange, recorded, t, reel);
        }
        recorded += steps;
        send(reel.advanceTo(recorded));
        whole = true;
    }

    /**
     * Hands over what has been taken down and is no whole frame yet: the recording ends here. While
     * nobody is at work in the loop, or one side is.
     */
    void end() {
        if (whole) {
            send(reel.end(recorded));
        }
    }

    private void send(@Nullable FrameBuffer frame) {
        if (frame != null) {
            recorder.accept(frame, this);
        }
    }

    /** Takes back a frame that has been written, and lets the loop go on if it waited for one. */
    void giveBack(FrameBuffer frame) {
        reel.giveBack(frame);
        wake();
    }

    /** Whether the loop waits for the recorder. */
    boolean isWaiting() {
        return waiting.get() != null;
    }

    /** The pace that waits, before that of {@code inner}, until there is a frame to fill. */
    Pace pace(Pace inner) {
        return new Pace() {
            @Override
            public boolean mayBegin(long k) {
                return reel.isReady() && inner.mayBegin(k);
            }

            @Override
            public void whenDue(long k, Runnable alarm) {
                if (reel.isReady()) {
                    inner.whenDue(k, alarm);
                    return;
                }
                waiting.set(alarm);
                if (reel.isReady()) { // a frame came back just before the loop began to wait
                    wake();
                }
            }
        };
    }

    private void wake() {
        Runnable alarm = waiting.getAndSet(null);
        if (alarm != null) {
            alarm.run();
        }
    }
}
