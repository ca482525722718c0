package sporeloop.environments.camera;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import sporeloop.environments.RandomStream;

/**
 * What each pixel of an event camera remembers, and when it fires; equations (1) to (6) of {@link
 * EventCamera}. A pixel is computed only when its brightness changed, or leak or noise is due.
 */
final class Pixels {
    private static final int LEVELS = 4096;
    private static final int BLOCK = 32; // pixels whose earliest due time is kept together

    private final int size;
    private final double refractory;
    private final float[] logarithm = new float[LEVELS + 2];
    private final float[] onThreshold;
    private final float[] offThreshold;
    private final double[] leak; // leak·C_on [1/s]
    private final double[] perLeak; // its inverse, ∞ without leak
    private final ShotNoise noise;
    private final Firings fired;

    private final float[] level; // L of the last picture
    private final float[] brightness; // of the last picture
    private final float[] reference; // L(t_ref)
    private final double[] referenceTime; // t_ref; in the future while the pixel is blind
    private final double[] due; // when leak alone would make the next event
    private final double[] earliest; // at most the least due of a block

    Pixels(CameraParameters p, ShotNoise noise, Firings fired) {
        this.noise = noise;
        this.fired = fired;
        size = p.width() * p.height();
        refractory = p.refractory() / 1000;
        for (int i = 0; i < logarithm.length; i++) {
            logarithm[i] = (float) StrictMath.log(Math.max(p.dark(), i / (double) LEVELS));
        }
        onThreshold = new float[size];
        offThreshold = new float[size];
        leak = new double[size];
        perLeak = new double[size];
        RandomStream sensor = new RandomStream();
        sensor.seed(p.sensor(), 2);
        for (int i = 0; i < size; i++) {
            onThreshold[i] = threshold(p.onThreshold(), p.thresholdSpread(), sensor);
            offThreshold[i] = threshold(p.offThreshold(), p.thresholdSpread(), sensor);
            leak[i] = p.leak() * onThreshold[i];
            perLeak[i] = 1 / leak[i];
        }
        level = new float[size];
        brightness = new float[size];
        reference = new float[size];
        referenceTime = new double[size];
        due = new double[size];
        earliest = new double[(size + BLOCK - 1) / BLOCK];
    }

    /** Sees a first picture at time 0, without events. */
    void open(float[] picture, double leakRate) {
        System.arraycopy(picture, 0, brightness, 0, size);
        for (int i = 0; i < size; i++) {
            level[i] = log(brightness[i]);
            reference[i] = level[i];
            // Leaks that began at different times before; from the thresholds' pattern, not by
            // chance.
            referenceTime[i] = leakRate > 0 ? -((i * 0.6180339887498949) % 1) / leakRate : 0;
            due[i] = dueAfter(i, 0);
        }
        findEarliest();
    }

    /** Follows all pixels while the picture becomes this one, evenly from {@code start} to {@code end}. */
    void see(float[] picture, double start, double end) {
        for (int k = 0; k < noise.size(); k++) {
            int struck = noise.pixel(k);
            due[struck] = Math.min(due[struck], noise.time(k));
            note(struck);
        }
        int i = 0;
        while (true) {
            int same = Arrays.mismatch(picture, i, size, brightness, i, size);
            if (same < 0) {
                break;
            }
            for (i += same; i < size && picture[i] != brightness[i]; i++) {
                brightness[i] = picture[i];
                float before = level[i];
                level[i] = log(picture[i]);
                if (!staysQuiet(i, start, end)) {
                    follow(i, before, start, end);
                }
            }
        }
        for (int block = 0; block < earliest.length; block++) {
            if (earliest[block] < end) {
                followDue(block, start, end);
            }
        }
    }

    void save(DataOutput out) throws IOException {
        for (int i = 0; i < size; i++) {
            out.writeFloat(brightness[i]);
            out.writeFloat(reference[i]);
            out.writeDouble(referenceTime[i]);
            out.writeDouble(due[i]);
        }
    }

    void restore(DataInput in) throws IOException {
        for (int i = 0; i < size; i++) {
            brightness[i] = in.readFloat();
            level[i] = log(brightness[i]);
            reference[i] = in.readFloat();
            referenceTime[i] = in.readDouble();
            due[i] = in.readDouble();
        }
        findEarliest();
    }

    private void followDue(int block, double start, double end) {
        int to = Math.min(size, (block + 1) * BLOCK);
        double least = Double.POSITIVE_INFINITY;
        for (int i = block * BLOCK; i < to; i++) {
            if (due[i] < end) {
                follow(i, level[i], start, end);
            }
            least = Math.min(least, due[i]);
        }
        earliest[block] = least;
    }

    /**
     * Whether pixel {@code i} makes no event in the stretch; (2) is linear in it, so its end tells. Most
     * pixels that change do so by less than a threshold.
     */
    private boolean staysQuiet(int i, double start, double end) {
        if (noise.strikes(i) || referenceTime[i] > start) {
            return false;
        }
        double moved = level[i] - reference[i] + leak[i] * (end - referenceTime[i]);
        if (moved >= onThreshold[i] || moved <= -offThreshold[i]) {
            return false;
        }
        due[i] = end + (onThreshold[i] - moved) * perLeak[i];
        note(i);
        return true;
    }

    /** Follows pixel {@code i} while its level goes from {@code before} to the present one. */
    private void follow(int i, float before, double start, double end) {
        double slope = (level[i] - before) / (end - start);
        double rise = slope + leak[i];
        double t = start;
        while (true) {
            if (referenceTime[i] > t) { // blind, (4)
                if (referenceTime[i] >= end) {
                    reference[i] = level[i]; // holds if the picture now stays as it is
                    break;
                }
                t = referenceTime[i];
                reference[i] = (float) (before + slope * (t - start));
            }
            double moved =
                    before + slope * (t - start) - reference[i] + leak[i] * (t - referenceTime[i]);
            double crossing = Double.POSITIVE_INFINITY;
            boolean on = rise > 0;
            if (rise > 0) {
                crossing = t + Math.max(0, (onThreshold[i] - moved) / rise); // (3)
            } else if (rise < 0) {
                crossing = t + Math.max(0, (-offThreshold[i] - moved) / rise);
            }
            int shot = noise.strikes(i) ? noise.after(t, i) : -1;
            if (shot >= 0 && noise.time(shot) < crossing) {
                crossing = noise.time(shot); // (6)
                on = noise.isOn(shot);
                noise.spend(shot);
            }
            if (crossing >= end) {
                break;
            }
            fired.add(crossing - start, i, on);
            t = crossing;
            reference[i] = (float) (before + slope * (t - start));
            referenceTime[i] = t + refractory;
        }
        due[i] = dueAfter(i, end);
        note(i);
    }

    /** When leak alone makes pixel {@code i} fire if the picture stays as it is from {@code t} on. */
    private double dueAfter(int i, double t) {
        double since = Math.max(t, referenceTime[i]);
        double moved = level[i] - reference[i] + leak[i] * (since - referenceTime[i]);
        if (moved >= onThreshold[i] || moved <= -offThreshold[i]) {
            return since;
        }
        return leak[i] > 0 ? since + (onThreshold[i] - moved) / leak[i] : Double.POSITIVE_INFINITY;
    }

    /** Notes a new due time of pixel {@code i} for its block. */
    private void note(int i) {
        int block = i / BLOCK;
        if (due[i] < earliest[block]) {
            earliest[block] = due[i];
        }
    }

    private void findEarliest() {
        Arrays.fill(earliest, Double.POSITIVE_INFINITY);
        for (int i = 0; i < size; i++) {
            earliest[i / BLOCK] = Math.min(earliest[i / BLOCK], due[i]);
        }
    }

    private static float threshold(double mean, double spread, RandomStream sensor) {
        return (float) Math.max(mean / 4, mean + spread * sensor.normal()); // (5)
    }

    /** (1), by a table. */
    private float log(float bright) {
        float at = bright * LEVELS;
        int cell = (int) at;
        return logarithm[cell] + (at - cell) * (logarithm[cell + 1] - logarithm[cell]);
    }
}
