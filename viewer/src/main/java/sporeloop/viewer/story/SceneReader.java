package sporeloop.viewer.story;

import sporeloop.environments.Scene;

/**
 * The scene as of one moment: between two samples of the same shapes each point lies on the straight
 * line between its places, unless it leaps.
 */
public final class SceneReader {
    /** Name of the stream: shape, kind, role, extent, x, y, a record a point. */
    public static final String STREAM = "scene";

    private static final int SHAPE = 0;
    private static final int KIND = 1;
    private static final int ROLE = 2;
    private static final int EXTENT = 3;
    private static final int X = 4;
    private static final int Y = 5;
    private static final int CHANNELS = 6;
    private static final Scene.Kind[] KINDS = Scene.Kind.values();
    private static final Scene.Role[] ROLES = Scene.Role.values();

    /** A point that moves further than this share of the picture between two samples has leapt. */
    private static final double LEAP = 0.15;

    private SceneReader() {}

    /**
     * Draws the scene at {@code step}.
     *
     * @return whether there is one
     */
    public static boolean read(Story story, double step, Scene scene) {
        scene.clear();
        Log log = story.log(STREAM);
        int end = log.after((long) Math.floor(step));
        if (log.width() != CHANNELS || end == log.first()) {
            return false;
        }
        int start = start(log, end);
        double share = 0;
        int next = end;
        if (end < log.end() && log.step(end) > log.step(start)) {
            double span = log.step(end) - log.step(start);
            if (span <= story.steps(0.25) && alike(log, start, end)) {
                share = Math.min(1, (step - log.step(start)) / span);
            }
        }
        for (int r = start; r < end; r++, next++) {
            double x = log.value(r, X);
            double y = log.value(r, Y);
            if (share > 0) {
                x += share * (log.value(next, X) - x);
                y += share * (log.value(next, Y) - y);
            }
            boolean begins = r == start || log.value(r, SHAPE) != log.value(r - 1, SHAPE);
            if (begins) {
                scene.begin(
                        KINDS[number(log.value(r, KIND), KINDS.length)],
                        ROLES[number(log.value(r, ROLE), ROLES.length)],
                        log.value(r, EXTENT));
            }
            scene.point(x, y);
            if (r + 1 == end || log.value(r + 1, SHAPE) != log.value(r, SHAPE)) {
                scene.finish();
            }
        }
        return true;
    }

    /** First record of the sample whose records end before {@code end}. */
    private static int start(Log log, int end) {
        int start = end - 1;
        while (start > log.first() && log.step(start - 1) == log.step(start)) {
            start--;
        }
        return start;
    }

    private static boolean alike(Log log, int start, int end) {
        int size = end - start;
        if (end + size > log.end() || log.step(end + size - 1) != log.step(end)) {
            return false;
        }
        if (end + size < log.end() && log.step(end + size) == log.step(end)) {
            return false;
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double most = 0;
        for (int r = start; r < end; r++) {
            for (int c = SHAPE; c <= ROLE; c++) {
                if (log.value(r, c) != log.value(r + size, c)) {
                    return false;
                }
            }
            low = Math.min(low, Math.min(log.value(r, X), log.value(r, Y)));
            high = Math.max(high, Math.max(log.value(r, X), log.value(r, Y)));
            most = Math.max(most, Math.abs(log.value(r + size, X) - log.value(r, X)));
            most = Math.max(most, Math.abs(log.value(r + size, Y) - log.value(r, Y)));
        }
        return most <= LEAP * (high - low);
    }

    private static int number(double value, int known) {
        int number = (int) value;
        return number >= 0 && number < known ? number : 0;
    }
}
