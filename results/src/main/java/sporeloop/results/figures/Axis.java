package sporeloop.results.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import sporeloop.results.NumberText;

/**
 * A range of values with round ticks.
 *
 * @param from lower end
 * @param to upper end, &gt; from
 * @param step between ticks, which stand at its multiples
 * @param unit length of one unit of the labels in values: 60 for minutes on an axis in seconds
 * @param name of the unit; empty for the values' own
 */
record Axis(double from, double to, double step, double unit, String name) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final double[] SECONDS = {1, 2, 5, 10, 15, 30, 60};
    private static final double[] MINUTES = {1, 2, 5, 10, 15, 20, 30, 60};
    private static final double[] HOURS = {0.5, 1, 2, 3, 6, 12, 24};
    private static final double[] DAYS = {1, 2, 7, 14, 28, 91, 182, 364};
    private static final double SMALLEST = 1e-30;
    private static final double LARGEST_PLAIN = 1e6;
    private static final int MOST_DECIMALS = 4;
    private static final double MIN = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;

    /** An axis that shows both values, with zero if it is near, ending on ticks. */
    static Axis covering(double low, double high, int ticks) {
        double from = low;
        double to = high;
        if (from > 0 && from < 0.6 * to) {
            from = 0;
        } else if (to < 0 && to > 0.6 * from) {
            to = 0;
        }
        if (!(to - from > 1e-9 * Math.max(Math.abs(from), Math.abs(to)))) {
            double half = from == 0 ? 0.5 : Math.abs(from) / 2;
            from -= half;
            to += half;
        }
        double step = round((to - from) / ticks);
        return new Axis(
                step * Math.floor(from / step + 1e-9),
                step * Math.ceil(to / step - 1e-9),
                step,
                1,
                "");
    }

    /** An axis that shows all values; those that are not finite do not count. */
    static Axis covering(double[] values, int ticks) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        return covering(
                Arrays.stream(finite).min().orElse(0),
                Arrays.stream(finite).max().orElse(1),
                ticks);
    }

    private static double round(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double round : ROUND) {
            if (round * power >= atLeast * (1 - 1e-9)) {
                return round * power;
            }
        }
        return 10 * power;
    }

    /** Simulated time from 0 to {@code end} [s], in the unit that reads best. */
    static Axis time(double end, int ticks) {
        double to = end > 0 ? end : MIN;
        if (to < 3 * MIN) {
            return time(to, ticks, 1, "s", SECONDS);
        }
        if (to < 3 * HOUR) {
            return time(to, ticks, MIN, "min", MINUTES);
        }
        return to < 4 * DAY
                ? time(to, ticks, HOUR, "h", HOURS)
                : time(to, ticks, DAY, "days", DAYS);
    }

    private static Axis time(double to, int ticks, double unit, String name, double[] steps) {
        double least = to / unit / ticks;
        double step = round(least);
        for (int s = steps.length - 1; s >= 0 && steps[s] >= least; s--) {
            step = steps[s];
        }
        return new Axis(0, to, step * unit, unit, name);
    }

    /** Ticks from {@link #from} to {@link #to}. */
    double[] ticks() {
        long first = (long) Math.ceil(from / step - 1e-9);
        long last = (long) Math.floor(to / step + 1e-9);
        double[] ticks = new double[(int) (last - first + 1)];
        for (int t = 0; t < ticks.length; t++) {
            ticks[t] = (first + t) * step;
        }
        return ticks;
    }

    /** A tick's label, without the noise of floating point, all with as many decimals. */
    String label(double tick) {
        BigDecimal shown = BigDecimal.valueOf(tick / unit);
        BigDecimal apart = BigDecimal.valueOf(step / unit).round(new MathContext(3));
        int decimals = Math.max(0, apart.stripTrailingZeros().scale());
        double size = Math.max(Math.abs(from), Math.abs(to)) / unit;
        return size >= LARGEST_PLAIN || decimals > MOST_DECIMALS
                ? NumberText.of(shown.round(new MathContext(3)).doubleValue())
                : shown.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** The value as a figure can show it: NaN, "not there", beyond ±1e30; zero within ±1e-30. */
    static double drawable(double value) {
        double size = Math.abs(value);
        return size < SMALLEST ? 0 : size <= 1 / SMALLEST ? value : Double.NaN;
    }

    /** Where a value lies, 0 at {@link #from}, 1 at {@link #to}. */
    double share(double value) {
        return (value - from) / (to - from);
    }
}
