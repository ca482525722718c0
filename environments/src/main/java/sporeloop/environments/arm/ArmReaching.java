package sporeloop.environments.arm;

import com.google.auto.service.AutoService;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sporeloop.environments.Channel;
import sporeloop.environments.Disturbance;
import sporeloop.environments.End;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentProvider;
import sporeloop.environments.Metric;
import sporeloop.environments.RandomStream;
import sporeloop.environments.Scene;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.environments.Timing;

/**
 * A planar arm of two joints is to touch targets with its hand.
 *
 * <table>
 * <caption>Specification, with the standard parameters</caption>
 * <tr><td>observation</td><td>shoulder, elbow: joint angles [rad], 0…π and 0…2.62; shoulder_speed,
 *     elbow_speed [rad/s], ±4; target_direction: from the hand [rad], ±π; target_bearing: the same seen
 *     from the forearm's direction [rad], ±π; target_distance [m], 0…1.1</td></tr>
 * <tr><td>command</td><td>shoulder_flexor, shoulder_extensor, elbow_flexor, elbow_extensor: muscle
 *     activities [1], 0…1; flexors turn counter-clockwise</td></tr>
 * <tr><td>body</td><td>{@link Arm}; da/dt = (command − a)/50 ms for each muscle</td></tr>
 * <tr><td>reward</td><td>min(1, max(0, speed of approach)/(0.5 m/s)), the mean over the interval's
 *     physics steps</td></tr>
 * <tr><td>end</td><td>TERMINATED when the hand is within 0.05 m of the target, TRUNCATED after
 *     10 s</td></tr>
 * <tr><td>start</td><td>at rest at joint angles uniform in their ranges, as is the arm that touches the
 *     target, 0.2 m or more away</td></tr>
 * </table>
 */
public final class ArmReaching implements Environment {
    /** Makes it for {@code environment.task = arm-reaching}. */
    @SuppressWarnings("rawtypes") // a service is named without its type parameter
    @AutoService(EnvironmentProvider.class)
    public static final class Provider implements EnvironmentProvider<ArmParameters> {
        @Override
        public String name() {
            return "arm-reaching";
        }

        @Override
        public String meaning() {
            return "An arm of two joints with antagonist muscles is to touch targets.";
        }

        @Override
        public Class<ArmParameters> parameters() {
            return ArmParameters.class;
        }

        @Override
        public Environment create(ArmParameters parameters, Timing timing) {
            return new ArmReaching(parameters, timing);
        }
    }

    private static final int TARGETS = 0;
    private static final int TIME_TO_TARGETS = 1;
    private static final double GAIN = 6; // of the oracle [1/s]

    private final ArmParameters p;
    private final Timing timing;
    private final Spec spec;
    private final double follow; // 1 − exp(−step/lag)
    private final RandomStream random = new RandomStream();
    private final double[] tallies = new double[2];
    private final double[] command = new double[4];
    private final double[] start = new double[4];
    private final double[] muscles = new double[4];
    private long intervals;
    private double targetX;
    private double targetY;
    private double drawnX; // the episode's own target, while it is moved elsewhere
    private double drawnY;
    private boolean isMoved;
    private Arm arm;

    ArmReaching(ArmParameters parameters, Timing timing) {
        p = parameters;
        this.timing = timing;
        follow = -Math.expm1(-timing.physicsStep() / p.muscleLag());
        double speed = 2 * p.jointSpeed();
        double reach = p.upperArm() + p.forearm();
        spec =
                new Spec(
                        "arm-reaching",
                        1,
                        List.of(
                                new Channel("shoulder", "rad", Arm.LEAST[0], Arm.MOST[0]),
                                new Channel("elbow", "rad", Arm.LEAST[1], Arm.MOST[1]),
                                new Channel("shoulder_speed", "rad/s", -speed, speed),
                                new Channel("elbow_speed", "rad/s", -speed, speed),
                                new Channel("target_direction", "rad", -Math.PI, Math.PI),
                                new Channel("target_bearing", "rad", -Math.PI, Math.PI),
                                new Channel("target_distance", "m", 0, 2 * reach)),
                        List.of(
                                new Channel("shoulder_flexor", "", 0, 1),
                                new Channel("shoulder_extensor", "", 0, 1),
                                new Channel("elbow_flexor", "", 0, 1),
                                new Channel("elbow_extensor", "", 0, 1)),
                        Spec.Camera.NONE,
                        List.of("targets", "time_to_targets"),
                        List.of(
                                new Metric(
                                        "targets_reached_per_min",
                                        "1/min",
                                        "times the hand touched the target, per simulated minute",
                                        true,
                                        (gained, seconds) -> 60 * gained[TARGETS] / seconds),
                                new Metric(
                                        "mean_time_to_target_s",
                                        "s",
                                        "mean time from start to touch, of the targets touched",
                                        false,
                                        (gained, seconds) ->
                                                gained[TIME_TO_TARGETS] / gained[TARGETS])));
        arm = Arm.atRest(p, timing.physicsStep(), 1, 1);
        start(0);
    }

    @Override
    public Spec spec() {
        return spec;
    }

    @Override
    public void reset(long seed, Sensation sensation) {
        start(seed);
        sensation.events.clear();
        sensation.reward = 0;
        sensation.end = End.NONE;
        observe(sensation.observation);
    }

    @Override
    public void advance(double[] given, Sensation sensation) {
        advance(given, given, sensation);
    }

    @Override
    public void advance(double[] former, double[] given, Sensation sensation) {
        for (int i = 0; i < command.length; i++) {
            start[i] = spec.command().get(i).clip(former[i]);
            command[i] = spec.command().get(i).clip(given[i]);
        }
        End end = End.NONE;
        double sum = 0;
        int steps = 0;
        double before = distance();
        while (steps < timing.physicsSteps() && end == End.NONE) {
            for (int i = 0; i < muscles.length; i++) {
                double wanted = timing.ramp(start[i], command[i], steps + 1);
                muscles[i] += follow * (wanted - muscles[i]);
            }
            arm.step(muscles);
            double now = distance();
            double approach = (before - now) / timing.physicsStep();
            sum += Math.max(0, Math.min(1, approach / p.rewardedSpeed()));
            before = now;
            end = now <= p.targetRadius() ? End.TERMINATED : End.NONE;
            steps++;
        }
        intervals++;
        if (end == End.TERMINATED) {
            tallies[TARGETS]++;
            tallies[TIME_TO_TARGETS] += elapsed();
        } else if (elapsed() > p.timeLimit() - timing.interval() / 2) {
            end = End.TRUNCATED;
        }
        sensation.events.clear();
        sensation.reward = sum / steps;
        sensation.end = end;
        observe(sensation.observation);
    }

    /** Inverse kinematics, and speeds in proportion to what each joint is off. */
    @Override
    public void oracle(double[] into) {
        double l1 = p.upperArm();
        double l2 = p.forearm();
        double square = targetX * targetX + targetY * targetY;
        double cosine = (square - l1 * l1 - l2 * l2) / (2 * l1 * l2);
        double elbow = StrictMath.acos(Math.max(-1, Math.min(1, cosine)));
        double shoulder =
                StrictMath.atan2(targetY, targetX)
                        - StrictMath.atan2(
                                l2 * StrictMath.sin(elbow), l1 + l2 * StrictMath.cos(elbow));
        double first = GAIN * wrapped(shoulder - arm.angle(0)) / p.jointSpeed();
        double second = GAIN * (elbow - arm.angle(1)) / p.jointSpeed();
        double scale = Math.max(1, Math.max(Math.abs(first), Math.abs(second)));
        into[0] = Math.max(0, first / scale);
        into[1] = Math.max(0, -first / scale);
        into[2] = Math.max(0, second / scale);
        into[3] = Math.max(0, -second / scale);
    }

    @Override
    public void tallies(double[] into) {
        System.arraycopy(tallies, 0, into, 0, tallies.length);
    }

    @Override
    public @Nullable String refusal(Disturbance disturbance) {
        if (disturbance instanceof Disturbance.Push) {
            return Environment.super.refusal(disturbance);
        }
        double reach = p.upperArm() + p.forearm();
        return disturbance instanceof Disturbance.MovedGoal goal
                        && Math.hypot(goal.x(), goal.y()) > reach
                ? "The goal can't be moved to (%s m, %s m), which is beyond the arm's reach of %s m."
                        .formatted(goal.x(), goal.y(), reach)
                : null;
    }

    @Override
    public void disturb(Disturbance disturbance) {
        String refusal = refusal(disturbance);
        if (refusal != null) {
            throw new IllegalArgumentException(refusal);
        }
        if (disturbance instanceof Disturbance.MovedGoal goal) {
            if (!isMoved) {
                drawnX = targetX;
                drawnY = targetY;
            }
            targetX = goal.x();
            targetY = goal.y();
            isMoved = true;
        } else if (isMoved) {
            targetX = drawnX;
            targetY = drawnY;
            isMoved = false;
        }
    }

    @Override
    public void draw(Scene scene) {
        double reach = 1.1 * (p.upperArm() + p.forearm());
        scene.rectangle(Scene.Role.GROUND, -reach, -0.5 * reach, reach, reach);
        scene.circle(Scene.Role.GOAL, targetX, targetY, p.targetRadius());
        arm.draw(scene);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        arm.save(out);
        out.writeLong(intervals);
        out.writeDouble(targetX);
        out.writeDouble(targetY);
        out.writeDouble(drawnX);
        out.writeDouble(drawnY);
        out.writeBoolean(isMoved);
        for (int i = 0; i < muscles.length; i++) {
            out.writeDouble(command[i]);
            out.writeDouble(muscles[i]);
        }
        for (double tally : tallies) {
            out.writeDouble(tally);
        }
        random.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        arm = Arm.restore(p, timing.physicsStep(), in);
        intervals = in.readLong();
        targetX = in.readDouble();
        targetY = in.readDouble();
        drawnX = in.readDouble();
        drawnY = in.readDouble();
        isMoved = in.readBoolean();
        for (int i = 0; i < muscles.length; i++) {
            command[i] = in.readDouble();
            muscles[i] = in.readDouble();
        }
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = in.readDouble();
        }
        random.restore(in);
    }

    private void start(long seed) {
        random.seed(seed, 0);
        intervals = 0;
        Arrays.fill(command, 0);
        Arrays.fill(muscles, 0);
        double movedX = targetX;
        double movedY = targetY;
        arm = Arm.atRest(p, timing.physicsStep(), anyAngle(0), anyAngle(1));
        do {
            double shoulder = anyAngle(0);
            double fore = shoulder + anyAngle(1);
            targetX = p.upperArm() * StrictMath.cos(shoulder) + p.forearm() * StrictMath.cos(fore);
            targetY = p.upperArm() * StrictMath.sin(shoulder) + p.forearm() * StrictMath.sin(fore);
        } while (distance() < p.startDistance());
        if (isMoved) {
            drawnX = targetX;
            drawnY = targetY;
            targetX = movedX;
            targetY = movedY;
            while (distance() < p.startDistance()) {
                arm = Arm.atRest(p, timing.physicsStep(), anyAngle(0), anyAngle(1));
            }
        }
    }

    private double anyAngle(int joint) {
        double margin = 0.05;
        return random.uniform(Arm.LEAST[joint] + margin, Arm.MOST[joint] - margin);
    }

    private void observe(double[] into) {
        double direction = StrictMath.atan2(targetY - arm.handY(), targetX - arm.handX());
        into[0] = arm.angle(0);
        into[1] = arm.angle(1);
        into[2] = arm.speed(0);
        into[3] = arm.speed(1);
        into[4] = direction;
        into[5] = wrapped(direction - arm.forearmAngle());
        into[6] = distance();
        for (int i = 0; i < into.length; i++) {
            into[i] = spec.observation().get(i).clip(into[i]);
        }
    }

    private double elapsed() {
        return intervals * timing.interval();
    }

    private double distance() {
        return Math.hypot(targetX - arm.handX(), targetY - arm.handY());
    }

    private static double wrapped(double angle) {
        return angle - 2 * Math.PI * Math.rint(angle / (2 * Math.PI));
    }
}
