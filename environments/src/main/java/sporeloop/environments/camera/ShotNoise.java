package sporeloop.environments.camera;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import sporeloop.environments.RandomStream;

/** Poisson events of a sensor of many pixels, half of them ON, drawn for a stretch of time at once. */
final class ShotNoise {
    private final double rate; // of a pixel [Hz]
    private final int pixels;
    private final RandomStream random = new RandomStream();
    private final boolean[] struck; // pixels with shots in the present stretch
    private double next; // when the next shot falls [s]
    private double[] times = new double[16];
    private int[] targets = new int[16]; // the pixel, or ~pixel for an ON event
    private int size;

    ShotNoise(double rate, int pixels) {
        this.rate = rate;
        this.pixels = pixels;
        struck = new boolean[pixels];
    }

    /** Begins at time 0. */
    void open(long seed) {
        random.seed(seed, 1);
        forget();
        next = rate > 0 ? untilNext() : Double.POSITIVE_INFINITY;
    }

    /** Draws the shots from the last stretch's end to {@code end}. */
    void draw(double end) {
        while (next <= end) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                targets = Arrays.copyOf(targets, 2 * size);
            }
            int pixel = random.below(pixels);
            times[size] = next;
            targets[size++] = random.below(2) == 0 ? pixel : ~pixel;
            struck[pixel] = true;
            next += untilNext();
        }
    }

    /** Number of shots in the stretch. */
    int size() {
        return size;
    }

    /** When shot {@code k} falls [s]. */
    double time(int k) {
        return times[k];
    }

    /** On which pixel. */
    int pixel(int k) {
        return targets[k] < 0 ? ~targets[k] : targets[k];
    }

    boolean isOn(int k) {
        return targets[k] < 0;
    }

    boolean strikes(int pixel) {
        return struck[pixel];
    }

    /** The first shot on a pixel from {@code t} on that has not fallen; −1 if there is none. */
    int after(double t, int pixel) {
        for (int k = 0; k < size; k++) {
            if (pixel(k) == pixel && times[k] >= t) {
                return k;
            }
        }
        return -1;
    }

    /** Lets shot {@code k} have fallen. */
    void spend(int k) {
        times[k] = Double.NEGATIVE_INFINITY;
    }

    /** Forgets the shots of the stretch. */
    void forget() {
        for (int k = 0; k < size; k++) {
            struck[pixel(k)] = false;
        }
        size = 0;
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(next);
        random.save(out);
    }

    void restore(DataInput in) throws IOException {
        forget();
        next = in.readDouble();
        random.restore(in);
    }

    private double untilNext() {
        return random.exponential() / (rate * pixels);
    }
}
