package sporeloop.scenarios.training;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sporeloop.bridge.Exchange;
import sporeloop.bridge.Intervention;
import sporeloop.bridge.Witness;
import sporeloop.results.recording.FrameBuffer;
import sporeloop.results.recording.RecordingWriter;
import sporeloop.results.recording.Reel;

/**
 * Sends what a loop does to a window, a frame whenever the window wants one, and never makes the loop
 * wait: what nobody wants is left out. A window that is gone is no reason to stop.
 *
 * <pre>
 *   paced:             frames follow each other without a gap, each as long as the window took to draw
 *   as fast as it can: a frame of two simulated seconds, then nothing until the window wants another
 * </pre>
 *
 * <p>Belongs to the loop's thread, but for {@link #want}, {@link #factor}, {@link #begun} and
 * {@link #refused}.
 */
final class Broadcast implements Witness, Closeable {
    /** Simulated length of a frame at full speed, and of what is kept for a window that is slow [s]. */
    private static final double BURST = 2;

    /** At this many times real time each interval's scene is sent; faster, only some are. */
    private static final double EVERY_SCENE = 4;

    private static final int BUFFERS = 2;
    private static final long PATIENCE_SECONDS = 2;

    private final SeenTracks tracks;
    private final OutputStream pipe;
    private final RecordingWriter writer;
    private final int steps;
    private final double secondsPerInterval;
    private final ExecutorService sender =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "broadcast");
                        thread.setDaemon(true);
                        return thread;
                    });
    private @Nullable Reel reel;
    private long begun;
    private volatile boolean wanted;
    private volatile boolean gone;
    private volatile double factor;

    /**
     * Begins a recording in a pipe.
     *
     * @param factor simulated time over wall time that is asked for; infinite: as fast as it can
     */
    Broadcast(SeenTracks tracks, Exchange exchange, OutputStream pipe, double factor)
            throws IOException {
        this.tracks = tracks;
        this.factor = factor;
        this.pipe = pipe;
        steps = exchange.grid().exchange();
        secondsPerInterval = exchange.grid().interval() / 1000;
        writer =
                RecordingWriter.to(
                        Channels.newChannel(pipe),
                        exchange.grid().step(),
                        1 << 30,
                        tracks.streams());
    }

    /** The window has drawn what it got, and wants the next frame. */
    void want() {
        wanted = true;
    }

    /** The speed that is asked for from now on. */
    void factor(double wantedFactor) {
        factor = wantedFactor;
    }

    @Override
    public void see(Exchange exchange) {
        if (gone) {
            return;
        }
        tracks.note(exchange);
        long k = exchange.interval();
        long step = k * steps;
        Reel filling = reel;
        if (filling == null) {
            if (!wanted) {
                return;
            }
            filling = new Reel(tracks.streams(), 1 << 30, step, BUFFERS);
            begun = k;
            reel = filling;
        }
        double length = (k + 1 - begun) * secondsPerInterval;
        boolean fast = Double.isInfinite(factor);
        boolean ends = wanted && (!fast || length >= BURST);
        long stride = fast ? 5 : Math.max(1, Math.round(factor / EVERY_SCENE));
        tracks.record(exchange, step, ends || k % stride == 0, filling);
        if (ends) {
            FrameBuffer frame = filling.end(step + steps);
            if (frame != null) {
                wanted = false; // before the window can have it, and want the next
                send(frame, filling);
            }
            begun = k + 1;
        }
        // A window that does not come after: what lies between is left out.
        if (ends ? fast || !filling.isReady() : length > BURST * Math.max(1, factor)) {
            reel = null;
        }
    }

    private void send(FrameBuffer frame, Reel from) {
        Future<?> unused =
                sender.submit(
                        () -> {
                            try {
                                writer.append(frame);
                                pipe.flush(); // the window wants no other before it has this one
                                from.giveBack(frame);
                            } catch (IOException closed) {
                                gone = true;
                            }
                        });
    }

    /** Lets the window say what befalls the loop. */
    void begun(Intervention what) {
        tracks.notices().begun(what);
    }

    /** Lets the window say why something can't befall the loop. */
    void refused(String sentence) {
        tracks.notices().refused(sentence);
    }

    /** Whether nobody looks any more. */
    boolean isGone() {
        return gone;
    }

    /** Waits for the frame that is on its way, but not for a window that does not read. */
    @Override
    public void close() {
        gone = true;
        sender.shutdown();
        try {
            if (!sender.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                sender.shutdownNow();
            }
        } catch (InterruptedException stop) {
            sender.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
