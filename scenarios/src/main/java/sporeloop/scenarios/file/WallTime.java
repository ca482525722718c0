package sporeloop.scenarios.file;

import java.time.Duration;
import sporeloop.parameters.Unit;

/** Wall times on the command line, written as in scenario files. */
public final class WallTime {
    private WallTime() {}

    /** {@code 10min}, {@code 1.5 h}; complains of {@code option} if it is none. */
    public static Duration parse(String option, String text) {
        double ms;
        try {
            ms = Quantity.parse(text, Unit.MS).in(Unit.MS);
        } catch (IllegalArgumentException e) {
            throw new BadInput(option + " " + text + ", but " + e.getMessage());
        }
        if (!(ms > 0 && ms < 1e15)) {
            throw new BadInput(option + " " + text + ", but must be > 0 and not for ever.");
        }
        return Duration.ofMillis(Math.round(ms));
    }
}
