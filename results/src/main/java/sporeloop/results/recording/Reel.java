package sporeloop.results.recording;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Fills frames as simulated time goes on. A frame ends where time passes a multiple of the frame's
 * length, so that it depends on what was recorded alone; it is then handed to whoever writes it, and
 * comes back to be filled again. Once the buffers have grown, an interval allocates nothing.
 *
 * <p>Not thread-safe, but {@link #giveBack} may be called from another thread.
 */
public final class Reel {
    /** A frame is ended early, at the next interval, when it has grown to this [bytes]. */
    private static final long FULL = 8 << 20;

    private final long frameSteps;
    private final ArrayBlockingQueue<FrameBuffer> free;
    private @Nullable FrameBuffer filling;
    private long begin;

    /**
     * A reel whose first frame begins at {@code step}.
     *
     * @param frameSteps length of a frame [steps], ≥ 1
     * @param streams what will be recorded; a stream's place here is its number below
     * @param buffers frames that may be under way at once, ≥ 1
     */
    public Reel(List<Stream> streams, long frameSteps, long step, int buffers) {
        this.frameSteps = frameSteps;
        free = new ArrayBlockingQueue<>(buffers);
        for (int b = 0; b < buffers; b++) {
            free.add(new FrameBuffer(streams));
        }
        begin = step;
    }

    /** Whether there is a frame to fill: not while all of them wait to be written. */
    public boolean isReady() {
        if (filling == null) {
            filling = free.poll();
            if (filling != null) {
                filling.begin(begin);
            }
        }
        return filling != null;
    }

    /** Records a spike of a neuron. */
    public void spike(int stream, long step, int neuron) {
        filling().spike(stream, step, neuron);
    }

    /** Records a sample, copying its values. */
    public void sample(int stream, long step, double[] values) {
        filling().sample(stream, step, values);
    }

    /**
     * Says that all before {@code step} has been recorded: once an interval.
     *
     * @return the frame that ended there, which belongs to the caller; null if it goes on
     */
    public @Nullable FrameBuffer advanceTo(long step) {
        FrameBuffer frame = filling();
        boolean over = step / frameSteps > frame.from() / frameSteps || frame.size() >= FULL;
        return over ? end(step) : null;
    }

    /** Ends the frame at {@code step}, wherever it is; null if it has not begun. */
    public @Nullable FrameBuffer end(long step) {
        FrameBuffer frame = filling;
        if (frame == null || step <= frame.from()) {
            return null;
        }
        frame.end(step);
        filling = null;
        begin = step;
        return frame;
    }

    /** Takes back a frame that has been written. */
    public void giveBack(FrameBuffer frame) {
        free.add(frame);
    }

    private FrameBuffer filling() {
        FrameBuffer frame = isReady() ? filling : null;
        if (frame == null) {
            throw new IllegalStateException("all frames are waiting to be written");
        }
        return frame;
    }
}
