package sporeloop.results.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import sporeloop.results.NumberText;

/** Words and numbers on figures. */
final class Wording {
    private static final double TINY = 0.01;

    private Wording() {}

    /** {@code targets_reached_per_min, 1/min} → {@code targets reached [1/min]}. */
    static String axis(String column, String unit) {
        String words =
                column.replaceAll("_(per_[a-z]+|s|ms|hz|m|rad|deg|1)$", "").replace('_', ' ');
        return unit.isEmpty() || unit.equals("1") ? words : words + " [" + unit + "]";
    }

    /** Three digits or so: what an eye can use. */
    static String rounded(double value) {
        double size = Math.abs(value);
        if (size < TINY && size > 0) {
            return NumberText.of(new BigDecimal(value).round(new MathContext(2)).doubleValue());
        }
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}
