package sporeloop.scenarios.command;

import java.util.List;
import java.util.Locale;

/**
 * How far a run is, on one line that fits the terminal: bar, simulated time, speed, time left, the
 * task's metric. The same in every locale.
 *
 * @param simulated simulated time done [s]
 * @param total simulated time asked for [s]
 * @param begun simulated time at which this piece of the run began [s]
 * @param wall wall-clock time since then [s]
 * @param metric name of the task's metric
 * @param value its value now; {@code NaN} if there is none yet
 */
record ProgressLine(
        double simulated, double total, double begun, double wall, String metric, double value) {
    private static final int LONGEST_BAR = 30;

    /** The line for a terminal: less than {@code width} characters, which should be 40 or more. */
    String fitted(int width) {
        for (List<String> parts : versions()) {
            String words = String.join(" · ", parts);
            int bar = Math.min(LONGEST_BAR, width - 2 - words.length());
            if (bar >= 5) {
                return bar(bar) + " " + words;
            }
        }
        return percent();
    }

    /** The line for a file or a pipe. */
    String plain(String scenario) {
        return scenario
                + ": "
                + time(simulated)
                + " of "
                + time(total)
                + " simulated, "
                + speed()
                + " × real time, "
                + left()
                + ", "
                + metric
                + " "
                + number(value);
    }

    /** From the one that says most to the one that says least. */
    private List<List<String>> versions() {
        String of = time(simulated) + " of " + time(total);
        String words = metric.replace('_', ' ') + " " + number(value);
        return List.of(
                List.of(of, speed() + " × real time", left(), words),
                List.of(of, speed() + " ×", left(), words),
                List.of(percent(), speed() + " ×", left(), number(value)),
                List.of(percent(), left(), number(value)),
                List.of(percent(), left()),
                List.of(percent()));
    }

    private String bar(int length) {
        int full = (int) Math.round(length * share());
        return "━".repeat(full) + "╌".repeat(length - full);
    }

    private String percent() {
        return Math.round(100 * share()) + " %";
    }

    private double share() {
        return total > 0 ? Math.max(0, Math.min(1, simulated / total)) : 0;
    }

    private String speed() {
        return wall > 0 ? String.valueOf(Math.round((simulated - begun) / wall)) : "–";
    }

    private String left() {
        double done = simulated - begun;
        return done > 0 ? time(wall / done * (total - simulated)) + " left" : "starting";
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }

    /** A time in at most two units: {@code 7 s}, {@code 2 min 5 s}, {@code 1 h 30 min}. */
    static String time(double seconds) {
        long s = Math.max(0, Math.round(seconds));
        if (s >= 86_400) {
            return two(s / 86_400, "d", s % 86_400 / 3600, "h");
        }
        if (s >= 3600) {
            return two(s / 3600, "h", s % 3600 / 60, "min");
        }
        return s >= 60 ? two(s / 60, "min", s % 60, "s") : s + " s";
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small > 0 ? " " + small + " " + smallUnit : "");
    }
}
