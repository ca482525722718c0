package sporeloop.environments.camera;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.environments.Events;
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
 * Liu and Delbruck 2021. Each default says in {@link CameraParameters} whether it was read in a source
 * ("cited") or is known from memory ("recalled"). Deviation: no latency (15 µs is far below a simulation step) and unlimited
 * bandwidth of the photoreceptor and of the readout.
 */
public final class EventCamera {
    private final CameraParameters p;
    private final int physicsSteps;
    private final Rasteriser rasteriser;
    private final Firings fired = new Firings();
    private final ShotNoise noise;
    private final Pixels pixels;
    private double now;

    /** A camera of these parameters for drawings in this palette. */
    public EventCamera(CameraParameters parameters, Palette palette, Timing timing) {
        p = parameters;
        physicsSteps = timing.physicsSteps();
        rasteriser = new Rasteriser(p.width(), p.height(), palette);
        noise = new ShotNoise(p.shotNoise(), p.width() * p.height());
        pixels = new Pixels(p, noise, fired);
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
        now = 0;
        noise.open(seed);
        rasteriser.draw(scene, view);
        pixels.open(rasteriser.picture(), p.leak());
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
        double end = now + (to - from);
        noise.draw(end);
        pixels.see(rasteriser.picture(), now, end);
        noise.forget();
        now = end;
        fired.deliver(from, to - from, into);
    }

    /** Writes what the pixels remember. */
    public void save(DataOutput out) throws IOException {
        out.writeDouble(now);
        noise.save(out);
        pixels.save(out);
    }

    /** Takes up what {@link #save} wrote. */
    public void restore(DataInput in) throws IOException {
        now = in.readDouble();
        noise.restore(in);
        pixels.restore(in);
    }
}
