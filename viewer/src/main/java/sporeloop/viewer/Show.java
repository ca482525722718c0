package sporeloop.viewer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import sporeloop.viewer.story.Story;

/** What is being watched: a recording, or a run as it goes on; and how far it has been watched. */
interface Show extends AutoCloseable {
    /** What is told. */
    Story story();

    /** The step that is seen now. */
    double at();

    /**
     * Goes on for some wall-clock time [s].
     *
     * @return whether anything else is to be seen now
     */
    boolean tick(double seconds) throws IOException;

    /** Stands still, or goes on. */
    void pause(boolean still);

    /** Whether it stands still. */
    boolean paused();

    /** Goes on by one exchange interval, and stands still. */
    void step() throws IOException;

    /** How fast it goes. */
    Speed speed();

    /** Goes at this speed from now on. */
    void speed(Speed wanted);

    /** Simulated time over wall time lately; NaN if unknown. */
    double measured();

    /** End of the recording [steps]; 0 if there is none yet. */
    long length();

    /** Goes to a step, where that can be done. */
    void seek(double step);

    /** Says what the hands want of the run, in a line of words; whether anybody hears. */
    boolean ask(String line);

    /** What the run has said of what hands did, in a sentence; once. */
    default @Nullable String takeNotice() {
        return null;
    }

    /** {@code live} or {@code recording}. */
    String mode();

    /** Whether no more can come. */
    boolean over();

    @Override
    void close() throws IOException;
}
