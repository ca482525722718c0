package sporeloop.scenarios.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sporeloop.parameters.Unit;
import sporeloop.results.NumberText;

/**
 * A number with its unit, as a scenario file writes it ({@code 5 min}, {@code 5min}, {@code 0.2}).
 * Decimal inside, so that {@code 0.1 s} is 100 ms and not a little more. Complaints are {@link
 * IllegalArgumentException}s that go on after "key = value, but".
 */
record Quantity(BigDecimal number, String unit) {
    private static final Pattern FORM =
            Pattern.compile("([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)\\s*(.*)");
    private static final int LONGEST = 60;
    private static final BigDecimal LARGEST = new BigDecimal("1e300");

    /** Units of time that a printed duration may have, longest first, in ms. */
    private static final List<Quantity> DURATIONS =
            List.of(
                    new Quantity(new BigDecimal(3_600_000), "h"),
                    new Quantity(new BigDecimal(60_000), "min"),
                    new Quantity(new BigDecimal(1_000), "s"));

    /** Reads {@code text}, which must hold a quantity of the dimension of {@code wanted}. */
    static Quantity parse(String text, Unit wanted) {
        Matcher form = FORM.matcher(text.strip());
        Dimension dimension = Dimension.of(wanted);
        if (text.length() > LONGEST || !form.matches()) {
            throw new IllegalArgumentException(
                    "must be a "
                            + (wanted == Unit.NONE
                                    ? "number"
                                    : dimension.noun() + ", like " + example("1", wanted))
                            + ".");
        }
        BigDecimal number = new BigDecimal(form.group(1));
        if (number.abs().compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("must be at most 1e300.");
        }
        String unit = form.group(2).strip().replaceAll("\\s+", " ");
        if (unit.isEmpty()) {
            return new Quantity(number, bareUnit(form.group(1), wanted));
        }
        if (wanted == Unit.NONE) {
            throw new IllegalArgumentException("it has no unit. Write " + form.group(1) + ".");
        }
        if (dimension.size(unit) == null) {
            throw new IllegalArgumentException(
                    unit
                            + " is not a unit of a "
                            + dimension.noun()
                            + ". Write it in "
                            + String.join(", ", dimension.units())
                            + ".");
        }
        return new Quantity(number, unit);
    }

    /** The quantity in {@code wanted}, as the nearest {@code double}. */
    double in(Unit wanted) {
        return exactlyIn(wanted.symbol(), Dimension.of(wanted)).doubleValue();
    }

    /**
     * The quantity, a duration, as a count of steps.
     *
     * @param step length of a step [ms]
     */
    long steps(double step) {
        BigDecimal ms = exactlyIn("ms", Dimension.of(Unit.STEPS));
        BigDecimal length = BigDecimal.valueOf(step);
        if (ms.abs().compareTo(new BigDecimal("1e15")) > 0) {
            throw new IllegalArgumentException("must be at most 1e15 ms.");
        }
        BigDecimal[] quotient = ms.divideAndRemainder(length);
        if (quotient[1].signum() != 0) {
            BigDecimal below = quotient[0].multiply(length);
            throw new IllegalArgumentException(
                    "must be a whole number of steps of "
                            + NumberText.of(step)
                            + " ms. Nearest: "
                            + NumberText.of(below.doubleValue())
                            + " ms, "
                            + NumberText.of(below.add(length).doubleValue())
                            + " ms.");
        }
        return quotient[0].longValueExact();
    }

    /** {@code value}, held in {@code unit}, as a file may write it; parses back to the same bits. */
    static String text(double value, Unit unit) {
        if (Dimension.of(unit).noun().equals("duration") && value != 0) {
            BigDecimal ms = BigDecimal.valueOf(value);
            ms = unit == Unit.S ? ms.multiply(new BigDecimal(1000)) : ms;
            for (Quantity duration : DURATIONS) {
                if (ms.remainder(duration.number).signum() == 0) {
                    return NumberText.of(
                                    ms.divide(duration.number, MathContext.DECIMAL64).doubleValue())
                            + " "
                            + duration.unit;
                }
            }
            return unit == Unit.S ? NumberText.of(value) + " s" : NumberText.of(value) + " ms";
        }
        return unit == Unit.NONE
                ? NumberText.of(value)
                : NumberText.of(value) + " " + unit.symbol();
    }

    private BigDecimal exactlyIn(String symbol, Dimension dimension) {
        if (unit.isEmpty() || unit.equals(symbol)) {
            return number;
        }
        @Nullable BigDecimal from = dimension.size(unit);
        @Nullable BigDecimal to = dimension.size(symbol);
        if (from == null || to == null) {
            throw new IllegalStateException(unit + " is not " + symbol);
        }
        return number.multiply(from)
                .divide(to, new MathContext(34, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    }

    private static String bareUnit(String number, Unit wanted) {
        // The literature quotes learning rates bare, in 1/ms.
        if (wanted == Unit.NONE || wanted == Unit.PER_MS) {
            return wanted.symbol();
        }
        throw new IllegalArgumentException(
                "a "
                        + Dimension.of(wanted).noun()
                        + " needs its unit. Write "
                        + example(number, wanted)
                        + ".");
    }

    private static String example(String number, Unit wanted) {
        return number + " " + wanted.symbol();
    }
}
