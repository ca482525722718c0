package sporeloop.viewer;

import java.util.Locale;

/**
 * How fast simulated time goes against the wall clock.
 *
 * @param factor 1 is real time; infinite: as fast as it can
 */
record Speed(double factor) {
    static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);
    private static final double LEAST = 0.25;
    private static final double MOST = 64;

    /** {@code max} or a number. */
    static Speed of(String text) {
        return text.equals("max") ? MAX : new Speed(Double.parseDouble(text));
    }

    boolean isMax() {
        return Double.isInfinite(factor);
    }

    /** The next faster one. */
    Speed faster() {
        return factor >= MOST ? MAX : new Speed(2 * factor);
    }

    /** The next slower one. */
    Speed slower() {
        return isMax() ? new Speed(MOST) : new Speed(Math.max(LEAST, factor / 2));
    }

    /** In words of the protocol. */
    String word() {
        return isMax() ? "max" : String.format(Locale.ROOT, "%s", factor);
    }

    @Override
    public String toString() {
        if (isMax()) {
            return "max";
        }
        return factor == 0.25
                ? "×¼"
                : factor == 0.5
                        ? "×½"
                        : "×" + String.format(Locale.ROOT, "%s", factor).replaceAll("\\.0$", "");
    }
}
