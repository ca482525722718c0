package sporeloop.environments.camera;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import sporeloop.environments.Events;
import sporeloop.environments.RandomStream;
import sporeloop.environments.Scene;
import sporeloop.environments.Spec;
import sporeloop.environments.Timing;

/**
 * An event camera (dynamic vision sensor): each pixel sends an event when its log brightness has moved
 * by a threshold since the pixel's last event.
 *
 * <pre>
 *   L = ln(max(dark, brightness)), linear in time between two pictures                        (1)
 *   D(t) = L(t) − L(t_ref) + leak·C_on·(t − t_ref)                                            (2)
 *   D ≥ C_on: ON event;  D ≤ −C_off: OFF event;  each with its time between the pictures      (3)
 *   after an event at t:  t_ref = t + refractory, and nothing happens until then              (4)
 *   C = max(C/4, C + spread·N(0,1)) for each pixel and polarity, once for all                 (5)
 *   shot noise: Poisson events of either polarity, which reset the pixel as (4) does          (6)
 * </pre>
 *
 * Source: Lichtsteiner, Posch and Delbruck 2008, "A 128×128 120 dB 15 µs latency asynchronous temporal
 * contrast vision sensor", IEEE J. Solid-State Circuits 43(2):566–576; leak and noise as in v2e, Hu,
 * Liu and Delbruck 2021. Deviation: no latency (15 µs is far below a simulation step) and unlimited
 * bandwidth of the photoreceptor and of the readout.
 *
 * <p>A pixel is computed only when its brightness changed, or leak or noise is due.
 */
public final class EventCamera {
    private static final int LEVELS = 4096;

    private final CameraParameters p;
    private final int physicsSteps;
    private final int pixels;
    private final Rasteriser rasteriser;
    private final float[] logarithm = new float[LEVELS + 2];
    private final float[] onThreshold;
    private final float[] offThreshold;
    private final double[] perLeak; // 1/(leak·C_on), the time that leak needs for a unit of D
    private final double refractory;
    private final RandomStream random = new RandomStream();
    private final int[] oldLeft;
    private final int[] oldRight;

    private final float[] level; // L of the last picture
    private final float[] brightness; // of the last picture
    private final float[] reference; // L(t_ref)
    private final double[] referenceTime; // t_ref; in the future while the pixel is blind
    private final double[] due; // when leak alone would make the next event
    private double now;
    private double nextNoise;

    private double[] noiseTimes = new double[16];
    private int[] noisePixels = new int[16];
    private int noises;
    private final boolean[] noisy; // pixels with shot noise in the present stretch
    private final Firings fired = new Firings();

    /** A camera of these parameters for drawings in this palette. */
    public EventCamera(CameraParameters parameters, Palette palette, Timing timing) {
        p = parameters;
        physicsSteps = timing.physicsSteps();
        pixels = p.width() * p.height();
        rasteriser = new Rasteriser(p.width(), p.height(), palette);
        refractory = p.refractory() / 1000;
        for (int i = 0; i < logarithm.length; i++) {
            logarithm[i] = (float) StrictMath.log(Math.max(p.dark(), i / (double) LEVELS));
        }
        onThreshold = new float[pixels];
        offThreshold = new float[pixels];
        random.seed(p.sensor(), 2);
        for (int i = 0; i < pixels; i++) {
            onThreshold[i] = threshold(p.onThreshold());
            offThreshold[i] = threshold(p.offThreshold());
        }
        perLeak = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            perLeak[i] = 1 / (p.leak() * onThreshold[i]); // ∞ without leak
        }
        level = new float[pixels];
        brightness = new float[pixels];
        reference = new float[pixels];
        referenceTime = new double[pixels];
        due = new double[pixels];
        noisy = new boolean[pixels];
        oldLeft = new int[p.height()];
        oldRight = new int[p.height()];
    }

    /** Its size, for the environment's {@link Spec}. */
    public Spec.Camera size() {
        return new Spec.Camera(p.width(), p.height());
    }

    /** Whether a picture is to be seen when {@code steps} physics steps of an interval have passed. */
    public boolean due(int steps) {
        return steps * p.pictures() / physicsSteps > (steps - 1) * p.pictures() / physicsSteps;
    }

    /** The picture last seen: brightness of each pixel. */
    public float[] picture() {
        return rasteriser.picture();
    }

    /** Opens the shutter on {@code scene}: what is seen first makes no event. */
    public void open(long seed, Scene scene, View view) {
        random.seed(seed, 1);
        now = 0;
        nextNoise = p.shotNoise() > 0 ? untilNoise() : Double.POSITIVE_INFINITY;
        rasteriser.draw(scene, view);
        keepSpans();
        System.arraycopy(rasteriser.picture(), 0, brightness, 0, pixels);
        for (int i = 0; i < pixels; i++) {
            level[i] = log(brightness[i]);
            reference[i] = level[i];
            // Leaks that began at different times before; from the thresholds' pattern, not by
            // chance.
            referenceTime[i] = p.leak() > 0 ? -((i * 0.6180339887498949) % 1) / p.leak() : 0;
            due[i] = dueAfter(i, 0);
        }
    }

    /**
     * Sees {@code scene} at the end of a stretch of time, in which the picture changed evenly.
     *
     * @param from start of the stretch since the interval's start [s]
     * @param to its end [s]
     * @param into gets the events in the order of time
     */
    public void see(Scene scene, View view, double from, double to, Events into) {
        rasteriser.draw(scene, view);
        double start = now;
        double end = now + (to - from);
        drawNoise(end);
        float[] picture = rasteriser.picture();
        int width = p.width();
        for (int row = 0; row < p.height(); row++) {
            int last = row * width + Math.max(oldRight[row], rasteriser.right(row));
            int i = row * width + Math.min(oldLeft[row], rasteriser.left(row));
            for (; i <= last; i++) {
                if (picture[i] != brightness[i]) {
                    brightness[i] = picture[i];
                    float before = level[i];
                    level[i] = log(picture[i]);
                    if (!staysQuiet(i, start, end)) {
                        follow(i, before, start, end);
                    }
                }
            }
        }
        for (int i = 0; i < pixels; i++) {
            if (due[i] < end) {
                follow(i, level[i], start, end);
            }
        }
        keepSpans();
        now = end;
        for (int k = 0; k < noises; k++) {
            noisy[pixelOf(noisePixels[k])] = false;
        }
        fired.deliver(from, to - from, into);
    }

    /** Writes what the pixels remember. */
    public void save(DataOutput out) throws IOException {
        out.writeDouble(now);
        out.writeDouble(nextNoise);
        random.save(out);
        for (int i = 0; i < pixels; i++) {
            out.writeFloat(brightness[i]);
            out.writeFloat(reference[i]);
            out.writeDouble(referenceTime[i]);
            out.writeDouble(due[i]);
        }
    }

    /** Takes up what {@link #save} wrote. */
    public void restore(DataInput in) throws IOException {
        now = in.readDouble();
        nextNoise = in.readDouble();
        random.restore(in);
        for (int i = 0; i < pixels; i++) {
            brightness[i] = in.readFloat();
            level[i] = log(brightness[i]);
            reference[i] = in.readFloat();
            referenceTime[i] = in.readDouble();
            due[i] = in.readDouble();
        }
        Arrays.fill(oldLeft, 0); // which pixels are not background is not known: look at all
        Arrays.fill(oldRight, p.width() - 1);
    }

    /**
     * Whether pixel {@code i} makes no event in the stretch; (2) is linear in it, so its end tells. Most
     * pixels that change do so by less than a threshold.
     */
    private boolean staysQuiet(int i, double start, double end) {
        if (noisy[i] || referenceTime[i] > start) {
            return false;
        }
        double leak = p.leak() * onThreshold[i];
        double moved = level[i] - reference[i] + leak * (end - referenceTime[i]);
        if (moved >= onThreshold[i] || moved <= -offThreshold[i]) {
            return false;
        }
        due[i] = end + (onThreshold[i] - moved) * perLeak[i];
        return true;
    }

    /** Follows pixel {@code i} while its level goes from {@code before} to the present one. */
    private void follow(int i, float before, double start, double end) {
        double slope = (level[i] - before) / (end - start);
        double leak = p.leak() * onThreshold[i];
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
                    before + slope * (t - start) - reference[i] + leak * (t - referenceTime[i]);
            double rise = slope + leak;
            double crossing = Double.POSITIVE_INFINITY;
            boolean on = rise > 0;
            if (rise > 0) {
                crossing = t + Math.max(0, (onThreshold[i] - moved) / rise); // (3)
            } else if (rise < 0) {
                crossing = t + Math.max(0, (-offThreshold[i] - moved) / rise);
            }
            int noise = noisy[i] ? noiseOf(i, t) : -1;
            if (noise >= 0 && noiseTimes[noise] < crossing) {
                crossing = noiseTimes[noise]; // (6)
                on = noisePixels[noise] < 0;
                noiseTimes[noise] = Double.NEGATIVE_INFINITY;
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
    }

    /** When leak alone makes pixel {@code i} fire if the picture stays as it is from {@code t} on. */
    private double dueAfter(int i, double t) {
        double leak = p.leak() * onThreshold[i];
        double since = Math.max(t, referenceTime[i]);
        double moved = level[i] - reference[i] + leak * (since - referenceTime[i]);
        if (moved >= onThreshold[i] || moved <= -offThreshold[i]) {
            return since;
        }
        return leak > 0 ? since + (onThreshold[i] - moved) / leak : Double.POSITIVE_INFINITY;
    }

    private void drawNoise(double end) {
        noises = 0;
        while (nextNoise <= end) {
            if (noises == noiseTimes.length) {
                noiseTimes = Arrays.copyOf(noiseTimes, 2 * noises);
                noisePixels = Arrays.copyOf(noisePixels, 2 * noises);
            }
            int pixel = random.below(pixels);
            noiseTimes[noises] = nextNoise;
            noisePixels[noises++] = random.below(2) == 0 ? pixel : ~pixel; // ~: an ON event
            noisy[pixel] = true;
            due[pixel] = Math.min(due[pixel], nextNoise);
            nextNoise += untilNoise();
        }
    }

    /** The first shot of noise on pixel {@code i} from {@code t} on; −1 if there is none. */
    private int noiseOf(int i, double t) {
        for (int k = 0; k < noises; k++) {
            if (pixelOf(noisePixels[k]) == i && noiseTimes[k] >= t) {
                return k;
            }
        }
        return -1;
    }

    private double untilNoise() {
        return random.exponential() / (p.shotNoise() * pixels);
    }

    private static int pixelOf(int noise) {
        return noise < 0 ? ~noise : noise;
    }

    private float threshold(double mean) {
        return (float) Math.max(mean / 4, mean + p.thresholdSpread() * random.normal()); // (5)
    }

    /** (1), by a table. */
    private float log(float bright) {
        float at = bright * LEVELS;
        int cell = (int) at;
        return logarithm[cell] + (at - cell) * (logarithm[cell + 1] - logarithm[cell]);
    }

    private void keepSpans() {
        for (int row = 0; row < p.height(); row++) {
            oldLeft[row] = rasteriser.left(row);
            oldRight[row] = rasteriser.right(row);
        }
    }
}
