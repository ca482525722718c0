package sporeloop.scenarios.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sporeloop.scenarios.file.Assignment;

/**
 * One value of each axis.
 *
 * @param labels by axis, in the order of the axes
 * @param assignments the keys that are changed
 */
public record Point(Map<String, String> labels, List<Assignment> assignments) {
    public Point {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        assignments = List.copyOf(assignments);
    }
}
