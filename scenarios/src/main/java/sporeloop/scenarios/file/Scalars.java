package sporeloop.scenarios.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/**
 * Single values between text and Java, units included.
 *
 * @param step length of a simulation step [ms]
 */
record Scalars(double step) {
    private static final int LONGEST = 1000;

    /** What a user would call a value of {@code type}. */
    String noun(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return type == String.class || type.isEnum() ? "a word" : "a number";
    }

    /** The value that {@code text} stands for, within the parameter's range. */
    Object read(Class<?> type, Parameter parameter, String key, String text, Place place) {
        try {
            if (type == String.class) {
                return word(text);
            }
            if (type.isEnum()) {
                return constant(type, text);
            }
            if (type == boolean.class || type == Boolean.class) {
                return truth(text);
            }
            Quantity quantity = Quantity.parse(text, parameter.unit());
            boolean steps = parameter.unit() == Unit.STEPS;
            double value = steps ? quantity.steps(step) : quantity.in(parameter.unit());
            if (!Ranges.contains(parameter.range(), value)) {
                throw new IllegalArgumentException(
                        "must be " + range(parameter.range(), parameter.unit()) + ".");
            }
            return number(type, value, quantity, steps);
        } catch (IllegalArgumentException e) {
            throw place.but(key, text, String.valueOf(e.getMessage()));
        }
    }

    /** A value as a scenario file would write it. */
    String write(Object value, Parameter parameter) {
        if (value instanceof Number number) {
            if (parameter.unit() == Unit.STEPS) {
                return Quantity.text(number.longValue() * step, Unit.MS);
            }
            return value instanceof Double
                    ? Quantity.text(number.doubleValue(), parameter.unit())
                    : String.valueOf(value);
        }
        if (value instanceof Enum<?> constant) {
            return word(constant);
        }
        return value instanceof String text ? Rendering.quoted(text) : String.valueOf(value);
    }

    private static String word(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("must have at most " + LONGEST + " characters.");
        }
        return text;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object constant(Class<?> type, String text) {
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(each -> word((Enum<?>) each)).toList();
        int index = words.indexOf(text);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "must be one of " + String.join(", ", words) + "." + meant(text, words));
        }
        return type.getEnumConstants()[index];
    }

    private static String meant(String text, List<String> words) {
        return NearMiss.of(text, words).isEmpty() ? "" : NearMiss.hint(text, words);
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true", "on", "yes" -> true;
            case "false", "off", "no" -> false;
            default -> throw new IllegalArgumentException("must be true or false.");
        };
    }

    private static Object number(Class<?> type, double value, Quantity quantity, boolean steps) {
        if (type == double.class || type == Double.class) {
            return value;
        }
        try {
            long whole = steps ? (long) value : quantity.number().longValueExact();
            boolean wide = type == long.class || type == Long.class;
            return wide ? (Object) whole : (Object) Math.toIntExact(whole);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("must be a whole number.");
        }
    }

    /** {@code [0, ∞)} in words: {@code ≥ 0}. */
    private String range(String interval, Unit unit) {
        int comma = interval.indexOf(',');
        String low = interval.substring(1, comma).strip();
        String high = interval.substring(comma + 1, interval.length() - 1).strip();
        String above = (interval.startsWith("[") ? "≥ " : "> ") + bound(low, unit);
        String below = (interval.endsWith("]") ? "≤ " : "< ") + bound(high, unit);
        if (high.equals("∞")) {
            return low.equals("-∞") ? "finite" : above;
        }
        return low.equals("-∞") ? below : above + " and " + below;
    }

    private String bound(String text, Unit unit) {
        if (text.endsWith("∞")) {
            return text;
        }
        double value = Double.parseDouble(text);
        return unit == Unit.STEPS
                ? Quantity.text(value * step, Unit.MS)
                : Quantity.text(value, unit);
    }
}
