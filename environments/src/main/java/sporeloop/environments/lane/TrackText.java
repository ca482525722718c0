package sporeloop.environments.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a closed track from text: a segment a line (or between semicolons), {@code #} begins a remark.
 *
 * <pre>
 *   straight 4.5 m
 *   left 1.5 m 90 deg      # radius of the middle line, angle
 *   right 1 m 45 deg
 * </pre>
 */
final class TrackText {
    private static final String NUMBER = "([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)";
    private static final Pattern STRAIGHT = Pattern.compile("straight\\s+" + NUMBER + "\\s*m");
    private static final Pattern ARC =
            Pattern.compile("(left|right)\\s+" + NUMBER + "\\s*m\\s+" + NUMBER + "\\s*(?:deg|°)");
    private static final int MOST_SEGMENTS = 1000;
    private static final double GAP = 0.01; // [m]

    private TrackText() {}

    /**
     * The segments, from the origin along x.
     *
     * @param leastRadius of a curve [m]
     * @throws IllegalArgumentException naming the line, or the gap of a track that does not close
     */
    static List<Segment> closed(String text, double leastRadius) {
        List<Segment> segments = new ArrayList<>();
        Segment end = new Segment(0, 0, 0, 0, 0, 0);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            int remark = line.indexOf('#');
            for (String part : (remark < 0 ? line : line.substring(0, remark)).split(";", -1)) {
                String words = part.strip();
                if (!words.isEmpty()) {
                    end = add(segments, end, words, i + 1, leastRadius);
                }
            }
        }
        if (segments.isEmpty()) {
            throw new IllegalArgumentException(
                    "track = … has no segment. Write segments such as 'straight 2 m', one a line.");
        }
        double gap = Math.hypot(end.x(end.length), end.y(end.length));
        double turned = Math.toDegrees(end.heading(end.length));
        if (gap > GAP || Math.abs(turned - 360 * Math.rint(turned / 360)) > 0.1) {
            throw new IllegalArgumentException(
                    "track = … does not close: its end is %.3f m from its start and it turns by %.1f deg. Change the straights until the gap is 0 m at a turn of 360 deg."
                            .formatted(gap, turned));
        }
        return segments;
    }

    private static Segment add(
            List<Segment> segments, Segment end, String words, int line, double leastRadius) {
        Matcher straight = STRAIGHT.matcher(words);
        Matcher arc = ARC.matcher(words);
        Segment last = end;
        if (straight.matches()) {
            double length = within(straight.group(1), 0.05, 1000, "length", "m", words, line);
            last = end.next(length, 0);
            segments.add(last);
        } else if (arc.matches()) {
            double radius = within(arc.group(2), leastRadius, 1000, "radius", "m", words, line);
            double angle = within(arc.group(3), 1, 360, "angle", "deg", words, line);
            int pieces = (int) Math.ceil(angle / 120); // so that a place has one angle
            double length = Math.toRadians(angle / pieces) * radius;
            for (int i = 0; i < pieces; i++) {
                last = last.next(length, (arc.group(1).equals("left") ? 1 : -1) / radius);
                segments.add(last);
            }
        } else {
            throw new IllegalArgumentException(
                    "track = %s (line %d of the track), but a segment is written 'straight 2 m', 'left 1.5 m 90 deg' or 'right 1.5 m 90 deg'."
                            .formatted(shortened(words), line));
        }
        if (segments.size() > MOST_SEGMENTS) {
            throw new IllegalArgumentException(
                    "track = … has more than " + MOST_SEGMENTS + " segments (line " + line + ").");
        }
        return last;
    }

    private static double within(
            String number,
            double least,
            double most,
            String name,
            String unit,
            String words,
            int line) {
        double value = Double.parseDouble(number);
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "track = %s (line %d of the track): its %s must be in [%s, %s] %s."
                            .formatted(shortened(words), line, name, least, most, unit));
        }
        return value;
    }

    private static String shortened(String words) {
        return words.length() <= 60 ? words : words.substring(0, 60) + "…";
    }
}
