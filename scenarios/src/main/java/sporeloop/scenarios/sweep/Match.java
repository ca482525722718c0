package sporeloop.scenarios.sweep;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values that a point may have.
 *
 * @param values by axis or key, the ones that match; all of them must
 */
record Match(Map<String, List<String>> values) {
    Match {
        values = new LinkedHashMap<>(values);
    }

    /** Whether the point has one of the values at each name. */
    boolean matches(Point point) {
        return values.entrySet().stream()
                .allMatch(
                        entry ->
                                entry.getValue().stream()
                                        .anyMatch(value -> has(point, entry.getKey(), value)));
    }

    private static boolean has(Point point, String name, String value) {
        String label = point.labels().get(name);
        if (label != null) {
            return same(label, value);
        }
        return point.assignments().stream()
                .anyMatch(each -> each.path().equals(name) && same(each.value(), value));
    }

    private static boolean same(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        try {
            return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
        } catch (NumberFormatException noNumber) {
            return a.replace(" ", "").equals(b.replace(" ", ""));
        }
    }
}
