package sporeloop.scenarios.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import sporeloop.bridge.Exchange;
import sporeloop.results.recording.FrameBuffer;
import sporeloop.results.recording.RecordingWriter;

/**
 * What a run records and where.
 *
 * @param writer of the tracks' streams; where it stands the recording goes on
 * @param frameSteps length of a frame [steps]
 */
record RecordingPlan(RecordingWriter writer, List<Track> tracks, long frameSteps) {
    /** A recording that begins, in a new file. */
    static RecordingPlan create(Path file, List<Track> tracks, Wiring wiring) throws IOException {
        long frame = wiring.frame();
        return new RecordingPlan(
                RecordingWriter.create(file, wiring.grid().step(), frame, Tape.streams(tracks)),
                tracks,
                frame);
    }

    /** A recording that goes on where it had {@code length} bytes; what follows is cut off. */
    static RecordingPlan resume(Path file, long length, List<Track> tracks, Wiring wiring)
            throws IOException {
        return new RecordingPlan(RecordingWriter.resume(file, length), tracks, wiring.frame());
    }

    /**
     * The tape of a loop that has been started or restored.
     *
     * @param recorder takes the full frames, and the tape to give them back to
     */
    Tape tape(Exchange exchange, BiConsumer<FrameBuffer, Tape> recorder) {
        Tape tape =
                new Tape(tracks, frameSteps, exchange.grid().exchange(), writer.step(), recorder);
        if (writer.step() == 0) {
            tape.start(exchange);
        }
        return tape;
    }
}
