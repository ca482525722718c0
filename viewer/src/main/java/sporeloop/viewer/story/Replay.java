package sporeloop.viewer.story;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import sporeloop.results.RefusedException;
import sporeloop.results.recording.Recording;

/**
 * A finished recording as a story that can be looked at anywhere: it holds the frames around the moment
 * that is looked at. What is seen of a step never depends on how one came there.
 */
public final class Replay implements Closeable {
    /** How far ahead of the moment samples are needed, to draw what lies between two [s]. */
    private static final double AHEAD = 0.3;

    private final Recording recording;
    private final Story story;
    private int loadedFrom;
    private int loadedTo;

    /**
     * Opens a recording.
     *
     * @throws RefusedException in one sentence, if it is none or is empty
     */
    public Replay(Path file) throws IOException {
        recording = Recording.open(file);
        if (recording.frames() == 0) {
            recording.close();
            throw new RefusedException(file + " holds no whole frame: there is nothing to see.");
        }
        story = new Story(recording.streams(), recording.stepMs());
        readCurve();
    }

    /** The rows of the learning curve lie on a grid of their own: its frames are all that is read. */
    private void readCurve() throws IOException {
        double row = story.about().number("row-s", 0);
        if (!story.has(Story.CURVE) || row <= 0) {
            return;
        }
        long period = Math.max(1, story.steps(row));
        int last = -1;
        for (long end = period; end <= recording.steps(); end += period) {
            int frame = recording.frameAt(end - 1);
            if (frame != last) {
                story.takeCurve(recording.frame(frame));
                last = frame;
            }
        }
    }

    /** Makes sure that the story tells all that is seen of {@code step}. */
    public Story at(long step) throws IOException {
        long oldest = Math.max(0, step - story.steps(story.memory()));
        int first = recording.frameAt(oldest);
        int end = recording.frameAt(step + story.steps(AHEAD)) + 1;
        if (first < loadedFrom || first > loadedTo) {
            story.clear();
            loadedFrom = first;
            loadedTo = first;
        }
        for (; loadedTo < end; loadedTo++) {
            story.take(recording.frame(loadedTo));
        }
        return story;
    }

    /** The story, as far as it is loaded. */
    public Story story() {
        return story;
    }

    /** End of the recording [steps]. */
    public long length() {
        return recording.steps();
    }

    @Override
    public void close() throws IOException {
        recording.close();
    }
}
