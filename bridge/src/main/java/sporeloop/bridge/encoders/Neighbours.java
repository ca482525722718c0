package sporeloop.bridge.encoders;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * When each pixel of an event camera had its latest event, to tell an edge's events from a lonely
 * pixel's noise.
 */
final class Neighbours {
    private final int width;
    private final int height;
    private final double support;
    private final double[] latest; // [s]

    /** @param support time in which a neighbour must have had an event [s]; 0: every event counts */
    Neighbours(int width, int height, double support) {
        this.width = width;
        this.height = height;
        this.support = support;
        latest = new double[support > 0 ? width * height : 0];
        Arrays.fill(latest, Double.NEGATIVE_INFINITY);
    }

    /** Notes an event; whether one of the eight pixels around had one within the time of support. */
    boolean note(int pixel, double time) {
        if (support == 0) {
            return true;
        }
        latest[pixel] = time;
        int column = pixel % width;
        int row = pixel / width;
        int right = Math.min(width - 1, column + 1);
        int below = Math.min(height - 1, row + 1);
        for (int r = Math.max(0, row - 1); r <= below; r++) {
            for (int c = Math.max(0, column - 1); c <= right; c++) {
                int other = r * width + c;
                if (other != pixel && time - latest[other] <= support) {
                    return true;
                }
            }
        }
        return false;
    }

    void save(DataOutput out) throws IOException {
        for (double time : latest) {
            out.writeDouble(time);
        }
    }

    void restore(DataInput in) throws IOException {
        for (int i = 0; i < latest.length; i++) {
            latest[i] = in.readDouble();
        }
    }
}
