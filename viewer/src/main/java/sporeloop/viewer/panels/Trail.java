package sporeloop.viewer.panels;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sporeloop.environments.Scene;
import sporeloop.viewer.story.Log;
import sporeloop.viewer.story.SceneReader;
import sporeloop.viewer.story.Story;

/**
 * Where the body was lately, piece by piece. Pieces are fixed in simulated time, or the trail would
 * shiver; so each is read once.
 */
final class Trail {
    /** Pieces that are seen. */
    static final int PIECES = 48;

    private static final double SPAN = 2; // [s]
    private static final int KEPT = 64;

    private final Scene past = new Scene();
    private final long[] numbers = new long[KEPT];
    private final double[] xs = new double[KEPT];
    private final double[] ys = new double[KEPT];
    private final double[] body = new double[3];
    private @Nullable Story of;

    /**
     * Where the body was.
     *
     * @param back 1 for the end of the piece under way, 2 for the one before, up to {@link #PIECES}
     * @param place takes x and y [m]
     * @return whether it is known
     */
    boolean place(Story story, double at, int back, double[] place) {
        if (story != of) {
            of = story;
            Arrays.fill(numbers, -1);
        }
        double piece = story.steps(SPAN) / (double) PIECES;
        long number = (long) Math.floor(at / piece) - back + 1;
        Log log = story.log(SceneReader.STREAM);
        if (number < 0 || log.after((long) (number * piece)) == log.first()) {
            return false;
        }
        int slot = (int) (number % KEPT);
        if (numbers[slot] != number) {
            if (!SceneReader.read(story, number * piece, past) || !ScenePanel.find(past, body)) {
                return false;
            }
            numbers[slot] = number;
            xs[slot] = body[0];
            ys[slot] = body[1];
        }
        place[0] = xs[slot];
        place[1] = ys[slot];
        return true;
    }
}
