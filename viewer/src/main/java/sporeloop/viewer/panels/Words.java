package sporeloop.viewer.panels;

import java.util.Locale;

/** Numbers, times and names as they stand in the window; the same in every locale. */
final class Words {
    private Words() {}

    /** Three digits that matter, no exponent where it can be helped. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size >= 1e5) {
            return sign(String.format(Locale.ROOT, "%.1e", value));
        }
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
        return sign(String.format(Locale.ROOT, "%." + digits + "f", size < 0.005 ? 0 : value));
    }

    /** With as many digits as a scale's step needs. */
    static String tick(double value, double step) {
        int digits = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        double shown = Math.abs(value) < step / 1000 ? 0 : value;
        return sign(String.format(Locale.ROOT, "%." + Math.min(9, digits) + "f", shown));
    }

    private static String sign(String number) {
        return number.startsWith("-") ? "\u2212" + number.substring(1) : number;
    }

    /** A simulated time: 0:05.2 or 1:02:05. */
    static String time(double seconds) {
        long tenths = (long) Math.floor(10 * seconds + 1e-6);
        long s = tenths / 10;
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d.%d", s / 60, s % 60, tenths % 10)
                : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }

    /** A figure's name as words and its unit, once: {@code stay_s [s]} is "stay [s]". */
    static String figure(String name) {
        int bracket = name.indexOf(" [");
        if (bracket < 0) {
            return name(name);
        }
        String unit = name.substring(bracket + 2, name.length() - 1);
        String plain = name.substring(0, bracket);
        if (plain.contains("_per_")) {
            return name(plain);
        }
        boolean twice =
                plain.toLowerCase(Locale.ROOT).endsWith("_" + unit.toLowerCase(Locale.ROOT));
        return name(twice ? plain.substring(0, plain.length() - unit.length() - 1) : plain)
                + name.substring(bracket);
    }

    /** With a capital letter. */
    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** {@code targets_reached_per_min} as words. */
    static String name(String snake) {
        return snake.replace('_', ' ');
    }

    /** A whole number with thin gaps between thousands. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u2009');
    }
}
