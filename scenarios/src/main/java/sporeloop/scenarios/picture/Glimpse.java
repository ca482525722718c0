package sporeloop.scenarios.picture;

import java.util.List;
import sporeloop.environments.Environment;
import sporeloop.environments.Events;
import sporeloop.environments.Scene;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.scenarios.training.Onlooker;

/** What there is to see of a loop at one moment; it keeps the events of the last 200 ms before it. */
public final class Glimpse implements Onlooker {
    private static final double MEMORY = 0.2; // [s]
    private static final Spec NOTHING =
            new Spec("", 1, List.of(), List.of(), Spec.Camera.NONE, List.of(), List.of());

    private final double moment;
    private final Scene scene = new Scene();
    private Spec spec = NOTHING;
    private int[] on = {};
    private int[] off = {};
    private double[] observation = {};

    /** A glimpse at {@code moment}, in simulated seconds. */
    public Glimpse(double moment) {
        this.moment = moment;
    }

    @Override
    public void see(double seconds, Environment environment, Sensation sensed) {
        if (spec.command().isEmpty()) {
            spec = environment.spec();
            on = new int[spec.camera().width() * spec.camera().height()];
            off = new int[on.length];
        }
        if (seconds > moment - MEMORY + 1e-9) {
            count(sensed.events);
            scene.clear();
            environment.draw(scene);
            observation = sensed.observation.clone();
        }
    }

    private void count(Events events) {
        for (int k = 0; k < events.size(); k++) {
            int[] polarity = events.on(k) ? on : off;
            polarity[events.pixel(k)]++;
        }
    }

    double moment() {
        return moment;
    }

    Spec spec() {
        return spec;
    }

    Scene scene() {
        return scene;
    }

    /** ON events of each pixel. */
    int[] on() {
        return on;
    }

    /** OFF events of each pixel. */
    int[] off() {
        return off;
    }

    double[] observation() {
        return observation;
    }
}
