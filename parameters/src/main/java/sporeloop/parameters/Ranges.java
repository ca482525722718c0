package sporeloop.parameters;

import java.lang.reflect.RecordComponent;

/** Holds the values of a parameter record against the ranges that its annotations state. */
public final class Ranges {
    /** Kept, since each new copy reads its annotations anew. */
    private static final ClassValue<RecordComponent[]> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected RecordComponent[] computeValue(Class<?> type) {
                    return type.getRecordComponents();
                }
            };

    private Ranges() {}

    /**
     * Checks all numeric components of {@code type}; for use in its compact constructor.
     *
     * @param values the record's components in the order of declaration
     * @throws IllegalArgumentException naming parameter, value, unit and range, for the first value
     *     out of range or {@code NaN}
     */
    public static void check(Class<? extends Record> type, Object... values) {
        RecordComponent[] components = COMPONENTS.get(type);
        if (components.length != values.length) {
            throw new IllegalArgumentException(
                    type.getName()
                            + " has "
                            + components.length
                            + " components, not "
                            + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            Parameter parameter = components[i].getAnnotation(Parameter.class);
            if (parameter != null && values[i] instanceof Number number) {
                String fault = fault(parameter, number.doubleValue());
                if (!fault.isEmpty()) {
                    throw new IllegalArgumentException(
                            kebab(components[i].getName())
                                    + " = "
                                    + number
                                    + unit(parameter)
                                    + fault);
                }
            }
        }
    }

    /** What is wrong with {@code value}: {@code ", but must be in [0, ∞) ms"}; empty if nothing is. */
    public static String fault(Parameter parameter, double value) {
        return contains(parameter.range(), value)
                ? ""
                : ", but must be in " + parameter.range() + unit(parameter);
    }

    /** Whether {@code value} lies in {@code interval}, written {@code [a, b)} with ∞ for no bound. */
    public static boolean contains(String interval, double value) {
        int comma = interval.indexOf(',');
        double low = bound(interval.substring(1, comma));
        double high = bound(interval.substring(comma + 1, interval.length() - 1));
        boolean above = interval.charAt(0) == '[' ? value >= low : value > low;
        boolean below = interval.endsWith("]") ? value <= high : value < high;
        return above && below;
    }

    /** A Java name as a scenario key: {@code pspTauRise} becomes {@code psp-tau-rise}. */
    public static String kebab(String javaName) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < javaName.length(); i++) {
            char c = javaName.charAt(i);
            if (Character.isUpperCase(c) && i > 0) {
                key.append('-');
            }
            key.append(Character.toLowerCase(c));
        }
        return key.toString();
    }

    private static String unit(Parameter parameter) {
        return parameter.unit() == Unit.NONE ? "" : " " + parameter.unit().symbol();
    }

    private static double bound(String text) {
        return switch (text.strip()) {
            case "∞" -> Double.POSITIVE_INFINITY;
            case "-∞" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text.strip());
        };
    }
}
