package sporeloop.results.sweep;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of an axis's values: numbers by size, then words by the alphabet. */
public final class AxisOrder {
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)(\\s.*|)");

    private AxisOrder() {}

    /** Compares two values. */
    public static int compare(String a, String b) {
        double x = number(a);
        double y = number(b);
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.isNaN(x) == Double.isNaN(y) ? a.compareTo(b) : Double.isNaN(x) ? 1 : -1;
        }
        int bySize = Double.compare(x, y);
        return bySize != 0 ? bySize : a.compareTo(b);
    }

    /** Compares two points, the first axis first. */
    static int compare(List<String> a, List<String> b) {
        for (int k = 0; k < Math.min(a.size(), b.size()); k++) {
            int here = compare(a.get(k), b.get(k));
            if (here != 0) {
                return here;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    /** The number that a value begins with; NaN if it is a word. */
    public static double number(String value) {
        Matcher form = NUMBER.matcher(value);
        return form.matches() ? Double.parseDouble(form.group(1)) : Double.NaN;
    }
}
