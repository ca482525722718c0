package sporeloop.results.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reel and writer in one thread. */
final class Taping implements Closeable {
    final RecordingWriter writer;
    private final Reel reel;

    private Taping(RecordingWriter writer, long frameSteps) {
        this.writer = writer;
        reel = new Reel(writer.streams(), frameSteps, writer.step(), 1);
    }

    static Taping create(Path file, double stepMs, long frameSteps, List<Stream> streams)
            throws IOException {
        return new Taping(RecordingWriter.create(file, stepMs, frameSteps, streams), frameSteps);
    }

    static Taping resume(Path file, long length, long frameSteps) throws IOException {
        return new Taping(RecordingWriter.resume(file, length), frameSteps);
    }

    void spike(int stream, long step, int neuron) {
        reel.spike(stream, step, neuron);
    }

    void sample(int stream, long step, double[] values) {
        reel.sample(stream, step, values);
    }

    void advanceTo(long step) throws IOException {
        write(reel.advanceTo(step));
    }

    void finish(long step) throws IOException {
        write(reel.end(step));
        writer.finish();
    }

    private void write(@Nullable FrameBuffer frame) throws IOException {
        if (frame != null) {
            writer.append(frame);
            reel.giveBack(frame);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
