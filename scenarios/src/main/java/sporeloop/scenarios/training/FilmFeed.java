package sporeloop.scenarios.training;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.WritableByteChannel;
import sporeloop.bridge.Exchange;
import sporeloop.bridge.Witness;
import sporeloop.results.recording.FrameBuffer;
import sporeloop.results.recording.RecordingWriter;
import sporeloop.results.recording.Reel;

/** Sends all that a loop does from some moment on to whoever films it, at the speed of the filming. */
final class FilmFeed implements Witness, Closeable {
    private static final double FRAME = 0.5; // [s] simulated

    private final SeenTracks tracks;
    private final RecordingWriter writer;
    private final Reel reel;
    private final int steps;
    private final long first;

    /**
     * Begins a recording in a pipe.
     *
     * @param first interval from which on all is sent
     */
    FilmFeed(SeenTracks tracks, Exchange exchange, WritableByteChannel pipe, long first)
            throws IOException {
        this.tracks = tracks;
        this.first = first;
        steps = exchange.grid().exchange();
        long intervals = Math.max(1, Math.round(FRAME * 1000 / exchange.grid().interval()));
        writer = RecordingWriter.to(pipe, exchange.grid().step(), 1 << 30, tracks.streams());
        reel = new Reel(tracks.streams(), intervals * steps, first * steps, 1);
    }

    @Override
    public void see(Exchange exchange) {
        tracks.note(exchange);
        long k = exchange.interval();
        if (k >= first) {
            reel.isReady();
            tracks.record(exchange, k * steps, true, reel);
            send(reel.advanceTo((k + 1) * steps));
        }
    }

    private void send(@org.jspecify.annotations.Nullable FrameBuffer frame) {
        if (frame != null) {
            try {
                writer.append(frame);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
            reel.giveBack(frame);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
