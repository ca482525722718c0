package sporeloop.scenarios.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import sporeloop.results.NumberText;
import sporeloop.scenarios.file.Assignment;

/**
 * An axis between two values.
 * <pre>
 *   linear       value(s) = from + s·(to − from)
 *   logarithmic  value(s) = from·(to/from)^s
 * </pre>
 * rounded to five digits, integers to the nearest; {@code s = k / (count − 1)} on a grid.
 *
 * @param name the key
 * @param option where it was written
 * @param from the lower end
 * @param to the upper end, &gt; from
 * @param unit of both; empty if they have none
 * @param count values of a grid, at least 2
 */
public record RangedAxis(
        String name,
        String option,
        BigDecimal from,
        BigDecimal to,
        String unit,
        int count,
        Scale scale)
        implements Axis {
    private static final MathContext DIGITS = new MathContext(5);

    /** How the values lie between the ends. */
    public enum Scale {
        LINEAR,
        LOG,
        INTEGER
    }

    public RangedAxis {
        if (from.compareTo(to) >= 0) {
            throw new IllegalArgumentException(
                    "from = %s is not below to = %s.".formatted(from, to));
        }
        if (scale == Scale.LOG && from.signum() <= 0) {
            throw new IllegalArgumentException(
                    "from = %s, but on a logarithmic scale it must be > 0.".formatted(from));
        }
        if (count < 2) {
            throw new IllegalArgumentException(
                    "count = %d, but a range has 2 values or more.".formatted(count));
        }
    }

    @Override
    public List<String> keys() {
        return List.of(name);
    }

    @Override
    public List<Level> levels() {
        return IntStream.range(0, count)
                .mapToObj(k -> level(grid(k)))
                .distinct() // integers may be fewer than asked for
                .toList();
    }

    @Override
    public Level at(double share) {
        return level(between(BigDecimal.valueOf(share)));
    }

    private BigDecimal grid(int k) {
        return k == count - 1
                ? to
                : between(
                        BigDecimal.valueOf(k)
                                .divide(BigDecimal.valueOf(count - 1), MathContext.DECIMAL64));
    }

    private BigDecimal between(BigDecimal share) {
        if (scale == Scale.LOG) {
            double ratio = to.divide(from, MathContext.DECIMAL64).doubleValue();
            double value = from.doubleValue() * StrictMath.pow(ratio, share.doubleValue());
            return BigDecimal.valueOf(value).round(DIGITS);
        }
        BigDecimal value = from.add(to.subtract(from).multiply(share));
        return scale == Scale.INTEGER
                ? value.setScale(0, RoundingMode.HALF_EVEN)
                : value.round(DIGITS);
    }

    private Level level(BigDecimal value) {
        String text = NumberText.of(value.doubleValue()) + (unit.isEmpty() ? "" : " " + unit);
        return new Level(text, List.of(new Assignment(option, name, text)));
    }
}
