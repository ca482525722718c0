package sporeloop.results;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import java.math.BigDecimal;

/**
 * Numbers as text in every file we write: the shortest decimal that reads back as the same double,
 * the same characters in every locale and on every Java (the JDK's own were not always the shortest
 * before 19).
 */
public final class NumberText {
    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_BELOW = 1e15;

    private NumberText() {}

    /** {@code 60}, {@code 0.25}, {@code 1.5e-7}; a value that is not finite has no text and is refused. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " has no text as a number");
        }
        if (value == 0) {
            return "0";
        }
        String shortest = DoubleToDecimal.toString(value);
        double size = Math.abs(value);
        if (size >= PLAIN_FROM && size < PLAIN_BELOW) {
            return new BigDecimal(shortest).stripTrailingZeros().toPlainString();
        }
        return shortest.replace(".0E", "e").replace('E', 'e');
    }
}
