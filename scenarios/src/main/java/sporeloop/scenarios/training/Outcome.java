package sporeloop.scenarios.training;

import org.jspecify.annotations.Nullable;

/**
 * How the loop ended.
 *
 * @param end in what way
 * @param message one sentence for the user; empty unless it failed
 * @param cause what was thrown, if that is why
 * @param milestones the readings that the closing figures need
 * @param wallSeconds wall time that the loop ran
 */
record Outcome(
        RunEnd end,
        String message,
        @Nullable Throwable cause,
        Milestones milestones,
        double wallSeconds) {}
