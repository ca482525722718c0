package sporeloop.scenarios.training;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the loop ended.
 *
 * @param end in what way
 * @param message one sentence for the user; empty unless it failed
 * @param cause what was thrown, if that is why
 * @param sideFailed whether it failed because the environment or the agent threw something
 * @param milestones the readings that the closing figures need
 * @param begun exchange intervals done when this attempt began
 * @param wallSeconds wall time that the loop ran in this attempt
 */
record Outcome(
        RunEnd end,
        String message,
        @Nullable Throwable cause,
        boolean sideFailed,
        Milestones milestones,
        long begun,
        double wallSeconds) {
    /** The same failure, come again after a restart. */
    Outcome after(int restarts, double from) {
        String sentence =
                String.format(
                        Locale.ROOT,
                        "%s It had been restarted %s from its last checkpoint, at simulated time"
                                + " %.3f s (run.restarts = %d).",
                        message,
                        restarts == 1 ? "once" : restarts + " times, the last time",
                        from,
                        restarts);
        return new Outcome(end, sentence, cause, sideFailed, milestones, begun, wallSeconds);
    }
}
