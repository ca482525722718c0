package sporeloop.viewer.panels;

import org.jspecify.annotations.Nullable;

/**
 * What the frame around the panels says of how things go.
 *
 * @param mode what is being watched: {@code live}, {@code recording}
 * @param speed as asked for: {@code ×1}, {@code max}
 * @param measured simulated time over wall time; NaN if unknown
 * @param paused whether it stands still
 * @param recording whether what is seen is being recorded
 * @param length of a recording [steps]; 0 for what has no end yet
 * @param notice a sentence that has just become true; null if there is none
 * @param help whether the keys are shown
 */
public record Status(
        String mode,
        String speed,
        double measured,
        boolean paused,
        boolean recording,
        long length,
        @Nullable String notice,
        boolean help) {}
