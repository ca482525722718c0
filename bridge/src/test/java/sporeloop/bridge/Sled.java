package sporeloop.bridge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sporeloop.environments.Channel;
import sporeloop.environments.Disturbance;
import sporeloop.environments.End;
import sporeloop.environments.Environment;
import sporeloop.environments.Metric;
import sporeloop.environments.Scene;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;

/**
 * A point on a line that moves by its command each interval; an episode ends beyond ±10. Its oracle
 * steers to 0, its reward is −|x|. Small enough to be computed by hand in a test.
 */
public final class Sled implements Environment {
    /** Shape of the sled's task. */
    public static final Spec SPEC =
            new Spec(
                    "sled",
                    1,
                    List.of(new Channel("x", "m", -10, 10), new Channel("y", "m", -10, 10)),
                    List.of(new Channel("vx", "m", -5, 5), new Channel("vy", "m", -5, 5)),
                    Spec.Camera.NONE,
                    List.of("intervals", "path"),
                    List.of(
                            new Metric(
                                    "path_per_min",
                                    "m/min",
                                    "way travelled a minute",
                                    true,
                                    (gained, seconds) -> 60 * gained[1] / seconds)));

    final double[] at = new double[2];
    private final double[] tallies = new double[2];
    private final long failAfter;
    long rebuilds;
    final List<String> suffered = new ArrayList<>();
    long lastSeed;

    /** A sled that never fails. */
    public Sled() {
        this(Long.MAX_VALUE);
    }

    /** A sled that throws in the interval after {@code failAfter}. */
    public Sled(long failAfter) {
        this.failAfter = failAfter;
    }

    @Override
    public Spec spec() {
        return SPEC;
    }

    @Override
    public void reset(long seed, Sensation sensation) {
        lastSeed = seed;
        at[0] = (seed & 7) - 3.5;
        at[1] = (seed >> 3 & 7) - 3.5;
        sense(sensation);
        sensation.reward = 0;
    }

    @Override
    public void advance(double[] command, Sensation sensation) {
        if (tallies[0] >= failAfter) {
            throw new IllegalStateException("the sled broke");
        }
        for (int i = 0; i < 2; i++) {
            double way = Math.max(-5, Math.min(5, command[i]));
            at[i] += way;
            tallies[1] += Math.abs(way);
        }
        tallies[0]++;
        sense(sensation);
    }

    private void sense(Sensation sensation) {
        sensation.observation[0] = Math.max(-10, Math.min(10, at[0]));
        sensation.observation[1] = Math.max(-10, Math.min(10, at[1]));
        sensation.reward = -Math.abs(at[0]);
        boolean out = Math.abs(at[0]) > 10 || Math.abs(at[1]) > 10;
        sensation.end = out ? End.TERMINATED : End.NONE;
    }

    @Override
    public void oracle(double[] command) {
        command[0] = -at[0];
        command[1] = -at[1];
    }

    @Override
    public void tallies(double[] into) {
        System.arraycopy(tallies, 0, into, 0, 2);
    }

    @Override
    public @Nullable String refusal(Disturbance disturbance) {
        return null;
    }

    @Override
    public void disturb(Disturbance disturbance) {
        suffered.add((long) tallies[0] + ": " + disturbance);
    }

    @Override
    public void draw(Scene scene) {
        scene.circle(Scene.Role.BODY, at[0], at[1], 1);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (int i = 0; i < 2; i++) {
            out.writeDouble(at[i]);
            out.writeDouble(tallies[i]);
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        rebuilds++;
        for (int i = 0; i < 2; i++) {
            at[i] = in.readDouble();
            tallies[i] = in.readDouble();
        }
    }
}
