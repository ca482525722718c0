package example.balance;

import com.google.auto.service.AutoService;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import sporeloop.environments.Channel;
import sporeloop.environments.End;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentProvider;
import sporeloop.environments.Metric;
import sporeloop.environments.RandomStream;
import sporeloop.environments.Scene;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.environments.Timing;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/**
 * A ball on a beam that the agent tilts: keep it in the middle.
 * <pre>
 *   dv/dt = −(5/7)·g·sin φ − v/τ,   dx/dt = v     (a solid ball that rolls; φ &gt; 0 lifts the right end) (1)
 *   reward = 1 − |x| / (length/2)                                                                  (2)
 *
 *   observation  position x [m]   velocity v [m/s]
 *   command      tilt φ [rad], at most the greatest tilt
 *   start        x uniform over the middle half, v = 0, level
 *   end          TERMINATED when the ball falls off an end
 * </pre>
 */
public final class Balance implements Environment {
    /** The rest of the block {@code environment} with {@code task = balance}. */
    public record Parameters(
            @Parameter(
                            value = "length of the beam",
                            unit = Unit.M,
                            standard = "1 m",
                            range = "[0.1, 100]")
                    double length,
            @Parameter(
                            value = "greatest tilt",
                            unit = Unit.RAD,
                            standard = "0.15 rad",
                            range = "(0, 0.5]")
                    double greatestTilt,
            @Parameter(
                            value = "τ with which rolling friction slows the ball",
                            unit = Unit.S,
                            standard = "1 s",
                            range = "[0.01, 1000]")
                    double slowing) {
        public Parameters {
            Ranges.check(Parameters.class, length, greatestTilt, slowing);
        }
    }

    /** Finds the task by its name. */
    @SuppressWarnings("rawtypes")
    @AutoService(EnvironmentProvider.class)
    public static final class Provider implements EnvironmentProvider<Parameters> {
        @Override
        public String name() {
            return "balance";
        }

        @Override
        public String meaning() {
            return "a ball on a beam is to stay in the middle";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Environment create(Parameters parameters, Timing timing) {
            return new Balance(parameters, timing);
        }
    }

    private static final double GRAVITY = 9.81; // [m/s²]
    private static final double FASTEST = 3; // [m/s]

    private static final int FALLS = 0;
    private static final int SQUARES = 1;
    private static final int INTERVALS = 2;

    private final Parameters p;
    private final Timing timing;
    private final Spec spec;
    private final RandomStream random = new RandomStream();
    private final double[] tallies = new double[3];
    private double x;
    private double v;
    private double tilt;

    Balance(Parameters parameters, Timing timing) {
        p = parameters;
        this.timing = timing;
        double half = p.length() / 2;
        spec =
                new Spec(
                        "balance",
                        1,
                        List.of(
                                new Channel("position", "m", -half, half),
                                new Channel("velocity", "m/s", -FASTEST, FASTEST)),
                        List.of(new Channel("tilt", "rad", -p.greatestTilt(), p.greatestTilt())),
                        Spec.Camera.NONE,
                        List.of("falls", "squares", "intervals"),
                        List.of(
                                new Metric(
                                        "falls_per_min",
                                        "1/min",
                                        "times the ball fell off the beam, per simulated minute",
                                        false,
                                        (gained, seconds) -> 60 * gained[FALLS] / seconds),
                                new Metric(
                                        "position_rmse_m",
                                        "m",
                                        "root of the mean squared distance from the middle",
                                        false,
                                        (gained, seconds) ->
                                                Math.sqrt(gained[SQUARES] / gained[INTERVALS]))));
    }

    @Override
    public Spec spec() {
        return spec;
    }

    @Override
    public void reset(long seed, Sensation sensation) {
        random.seed(seed, 0);
        x = random.uniform(-p.length() / 4, p.length() / 4);
        v = 0;
        tilt = 0;
        sensation.end = End.NONE;
        sensation.reward = 0;
        observe(sensation);
    }

    @Override
    public void advance(double[] command, Sensation sensation) {
        tilt = spec.command().get(0).clip(command[0]);
        double h = timing.physicsStep();
        for (int step = 0; step < timing.physicsSteps(); step++) {
            v += h * (-5.0 / 7 * GRAVITY * Math.sin(tilt) - v / p.slowing()); // (1)
            v = Math.max(-FASTEST, Math.min(FASTEST, v));
            x += h * v;
        }
        double half = p.length() / 2;
        boolean fell = Math.abs(x) > half;
        x = Math.max(-half, Math.min(half, x));
        tallies[FALLS] += fell ? 1 : 0;
        tallies[SQUARES] += x * x;
        tallies[INTERVALS]++;
        sensation.end = fell ? End.TERMINATED : End.NONE;
        sensation.reward = 1 - Math.abs(x) / half; // (2)
        observe(sensation);
    }

    /** Tilts against position and velocity: a spring with a damper. */
    @Override
    public void oracle(double[] into) {
        into[0] = spec.command().get(0).clip(0.8 * x + 0.5 * v);
    }

    @Override
    public void tallies(double[] into) {
        System.arraycopy(tallies, 0, into, 0, tallies.length);
    }

    @Override
    public void draw(Scene scene) {
        double half = p.length() / 2;
        double cos = Math.cos(tilt);
        double sin = Math.sin(tilt);
        double radius = 0.04 * p.length();
        double thick = 0.02 * p.length();
        scene.rectangle(Scene.Role.GROUND, -1.1 * half, -0.6 * half, 1.1 * half, 0.6 * half);
        scene.circle(Scene.Role.JOINT, 0, 0, 0.6 * radius);
        scene.line(Scene.Role.LIMB, thick, -half * cos, -half * sin, half * cos, half * sin);
        scene.circle(Scene.Role.GOAL, 0, 0, 0.4 * radius);
        double rise = radius + thick / 2;
        scene.circle(Scene.Role.BODY, x * cos - rise * sin, x * sin + rise * cos, radius);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeDouble(x);
        out.writeDouble(v);
        out.writeDouble(tilt);
        for (double tally : tallies) {
            out.writeDouble(tally);
        }
        random.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        x = in.readDouble();
        v = in.readDouble();
        tilt = in.readDouble();
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = in.readDouble();
        }
        random.restore(in);
    }

    private void observe(Sensation sensation) {
        sensation.events.clear();
        sensation.observation[0] = x;
        sensation.observation[1] = v;
    }
}
