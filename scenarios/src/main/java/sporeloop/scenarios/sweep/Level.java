package sporeloop.scenarios.sweep;

import java.util.List;
import sporeloop.scenarios.file.Assignment;

/**
 * One value of an axis.
 *
 * @param label as tables name it
 * @param assignments the keys it sets
 */
public record Level(String label, List<Assignment> assignments) {
    public Level {
        assignments = List.copyOf(assignments);
    }
}
