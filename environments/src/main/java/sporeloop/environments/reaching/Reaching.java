package sporeloop.environments.reaching;

import com.google.auto.service.AutoService;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jspecify.annotations.Nullable;
import sporeloop.environments.Disturbance;
import sporeloop.environments.End;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentProvider;
import sporeloop.environments.RandomStream;
import sporeloop.environments.Scene;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.environments.Timing;
import sporeloop.environments.camera.EventCamera;
import sporeloop.environments.camera.Palette;
import sporeloop.environments.camera.View;
import sporeloop.environments.physics.Motion;
import sporeloop.environments.physics.Plane;

/**
 * A ball in a square arena is driven by a velocity command and is to roll to the goal.
 *
 * <table>
 * <caption>Specification, with the standard parameters</caption>
 * <tr><td>observation</td><td>x, y: the ball's place [m], ±1; vx, vy: its velocity [m/s], ±0.5</td></tr>
 * <tr><td>camera</td><td>if enabled: the arena from above, the ball dark on bright ground</td></tr>
 * <tr><td>command</td><td>vx, vy: velocity [m/s], ±0.5, and 0.5 in all directions</td></tr>
 * <tr><td>body</td><td>dv/dt = (command − v)/lag: a force; walls take the speed across them and leave
 *     that along them, so that the ball slides</td></tr>
 * <tr><td>reward</td><td>{@link Reward}; the mean over the interval's physics steps</td></tr>
 * <tr><td>end</td><td>TERMINATED when the centre is within 0.25 m of the goal, TRUNCATED after
 *     30 s</td></tr>
 * <tr><td>start</td><td>at rest, uniform among the places at least 0.8 m from the goal</td></tr>
 * </table>
 *
 * Source: the reaching task of Kaiser et al. 2019. Deviation: a disc that slides instead of a ball
 * that rolls; the time limit.
 */
public final class Reaching implements Environment {
    /** Makes it for {@code environment.task = reaching}. */
    @SuppressWarnings("rawtypes") // a service is named without its type parameter
    @AutoService(EnvironmentProvider.class)
    public static final class Provider implements EnvironmentProvider<ReachingParameters> {
        @Override
        public String name() {
            return "reaching";
        }

        @Override
        public String meaning() {
            return "A ball in a walled arena is to roll to the goal.";
        }

        @Override
        public Class<ReachingParameters> parameters() {
            return ReachingParameters.class;
        }

        @Override
        public Environment create(ReachingParameters parameters, Timing timing) {
            return new Reaching(parameters, timing);
        }
    }

    private static final double MASS = 0.5; // [kg]; the controller scales its force by it

    private static final Palette PALETTE = new Palette(0.8).with(Scene.Role.BODY, 0.2);

    private final ReachingParameters p;
    private final Timing timing;
    private final Spec spec;
    private final double follow; // 1 − exp(−step/lag)
    private final RandomStream random = new RandomStream();
    private final double[] tallies = new double[2];
    private final double[] command = new double[2];
    private final double[] before = new double[2];
    private final Vec2 impulse = new Vec2();
    private final Reward.Signal signal;
    private final @Nullable EventCamera camera;
    private final Scene seen = new Scene();
    private final View view;
    private double goalX;
    private double goalY;
    private long intervals;
    private final Plane plane;
    private Body ball;

    Reaching(ReachingParameters parameters, Timing timing) {
        p = parameters;
        this.timing = timing;
        goalX = p.goalX();
        goalY = p.goalY();
        follow = -Math.expm1(-timing.physicsStep() / p.lag());
        signal = new Reward.Signal(p, timing.interval());
        double half = p.arenaSide() / 2;
        view = View.fromAbove(-half, -half, half, half);
        camera = p.camera().enabled() ? new EventCamera(p.camera(), PALETTE, timing) : null;
        spec = ReachingSpec.of(p, camera == null ? Spec.Camera.NONE : camera.size());
        plane = new Plane(timing.physicsStep());
        ball = plane.disc(Motion.restAt(0, 0, 0), p.ballRadius(), MASS);
        start(0);
    }

    @Override
    public Spec spec() {
        return spec;
    }

    @Override
    public void reset(long seed, Sensation sensation) {
        start(seed);
        if (camera != null) {
            camera.open(seed, drawSeen(), view);
        }
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
        take(former, before);
        take(given, command);
        End end = End.NONE;
        double sum = 0;
        int steps = 0;
        double seenUntil = 0;
        sensation.events.clear();
        while (steps < timing.physicsSteps() && end == End.NONE) {
            drive(steps + 1);
            plane.step();
            sum += signal.momentary(towardsGoalX(), towardsGoalY(), vx(), vy());
            end = distance() <= p.goalRadius() ? End.TERMINATED : End.NONE;
            steps++;
            if (camera != null && (camera.due(steps) || end != End.NONE)) {
                double time = steps * timing.physicsStep();
                camera.see(drawSeen(), view, seenUntil, time, sensation.events);
                seenUntil = time;
            }
        }
        intervals++;
        if (end == End.TERMINATED) {
            tallies[ReachingSpec.TARGETS]++;
            tallies[ReachingSpec.TIME_TO_TARGETS] += elapsed();
        } else if (elapsed() > p.timeLimit() - timing.interval() / 2) {
            end = End.TRUNCATED;
        }
        sensation.reward = signal.smoothed(sum / steps);
        sensation.end = end;
        observe(sensation.observation);
    }

    @Override
    public void oracle(double[] into) {
        double distance = Math.max(1e-9, distance());
        into[0] = p.topSpeed() * towardsGoalX() / distance;
        into[1] = p.topSpeed() * towardsGoalY() / distance;
    }

    @Override
    public void tallies(double[] into) {
        System.arraycopy(tallies, 0, into, 0, tallies.length);
    }

    @Override
    public @Nullable String refusal(Disturbance disturbance) {
        if (disturbance instanceof Disturbance.MovedGoal goal) {
            double half = p.arenaSide() / 2;
            double farthest = half - p.ballRadius();
            if (Math.max(Math.abs(goal.x()), Math.abs(goal.y())) > half) {
                return "The goal can't be moved to (%s m, %s m), which is outside the arena of ±%s m."
                        .formatted(goal.x(), goal.y(), half);
            }
            if (Math.hypot(farthest + Math.abs(goal.x()), farthest + Math.abs(goal.y()))
                    < 1.02 * p.startDistance()) {
                return "The goal can't be moved to (%s m, %s m), from where no place is %s m away."
                        .formatted(goal.x(), goal.y(), p.startDistance());
            }
        }
        return null;
    }

    @Override
    public void disturb(Disturbance disturbance) {
        String refusal = refusal(disturbance);
        if (refusal != null) {
            throw new IllegalArgumentException(refusal);
        }
        if (disturbance instanceof Disturbance.Push push) {
            build(Motion.of(ball).pushed(push.x(), push.y()));
        } else if (disturbance instanceof Disturbance.MovedGoal goal) {
            goalX = goal.x();
            goalY = goal.y();
        } else {
            goalX = p.goalX();
            goalY = p.goalY();
        }
    }

    @Override
    public void draw(Scene scene) {
        double half = p.arenaSide() / 2;
        scene.rectangle(Scene.Role.GROUND, -half, -half, half, half);
        scene.frame(Scene.Role.WALL, 0.02 * p.arenaSide(), -half, -half, half, half);
        scene.circle(Scene.Role.GOAL, goalX, goalY, p.goalRadius());
        scene.circle(Scene.Role.BODY, x(), y(), p.ballRadius());
        double width = 0.008 * p.arenaSide();
        scene.line(Scene.Role.COMMAND, width, x(), y(), x() + command[0], y() + command[1]);
        scene.line(Scene.Role.VELOCITY, width, x(), y(), x() + vx(), y() + vy());
    }

    @Override
    public void save(DataOutput out) throws IOException {
        Motion.of(ball).save(out);
        out.writeLong(intervals);
        out.writeDouble(command[0]);
        out.writeDouble(command[1]);
        for (double tally : tallies) {
            out.writeDouble(tally);
        }
        out.writeDouble(goalX);
        out.writeDouble(goalY);
        signal.save(out);
        random.save(out);
        if (camera != null) {
            camera.save(out);
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        build(Motion.restore(in));
        intervals = in.readLong();
        command[0] = in.readDouble();
        command[1] = in.readDouble();
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = in.readDouble();
        }
        goalX = in.readDouble();
        goalY = in.readDouble();
        signal.restore(in);
        random.restore(in);
        if (camera != null) {
            camera.restore(in);
        }
    }

    /** What the camera sees: the ball on bright ground. */
    private Scene drawSeen() {
        seen.clear();
        seen.circle(Scene.Role.BODY, x(), y(), p.ballRadius());
        return seen;
    }

    private void start(long seed) {
        random.seed(seed, 0);
        signal.clear();
        intervals = 0;
        command[0] = 0;
        command[1] = 0;
        double reach = p.arenaSide() / 2 - p.ballRadius();
        double x;
        double y;
        do {
            x = random.uniform(-reach, reach);
            y = random.uniform(-reach, reach);
        } while (Math.hypot(x - goalX, y - goalY) < p.startDistance());
        build(Motion.restAt(x, y, 0));
    }

    private void build(Motion motion) {
        plane.clear();
        plane.walls(p.arenaSide());
        ball = plane.disc(motion, p.ballRadius(), MASS);
    }

    /** Clips the command to its channels and its speed to the top speed. */
    private void take(double[] given, double[] into) {
        double x = spec.command().get(0).clip(given[0]);
        double y = spec.command().get(1).clip(given[1]);
        double scale = Math.min(1, p.topSpeed() / Math.max(1e-12, Math.hypot(x, y)));
        into[0] = scale * x;
        into[1] = scale * y;
    }

    /** The impulse of a physics step that brings the velocity nearer to the command. */
    private void drive(int step) {
        double x = timing.ramp(before[0], command[0], step);
        double y = timing.ramp(before[1], command[1], step);
        double scale = ball.getMass() * follow * Plane.UNITS_PER_METRE;
        impulse.set((float) (scale * (x - vx())), (float) (scale * (y - vy())));
        ball.applyLinearImpulse(impulse, ball.getWorldCenter());
    }

    private void observe(double[] into) {
        into[0] = spec.observation().get(0).clip(x());
        into[1] = spec.observation().get(1).clip(y());
        into[2] = spec.observation().get(2).clip(vx());
        into[3] = spec.observation().get(3).clip(vy());
    }

    private double elapsed() {
        return intervals * timing.interval();
    }

    private double distance() {
        return Math.hypot(towardsGoalX(), towardsGoalY());
    }

    private double towardsGoalX() {
        return goalX - x();
    }

    private double towardsGoalY() {
        return goalY - y();
    }

    private double x() {
        return ball.getPosition().x * Plane.METRES_PER_UNIT;
    }

    private double y() {
        return ball.getPosition().y * Plane.METRES_PER_UNIT;
    }

    private double vx() {
        return ball.getLinearVelocity().x * Plane.METRES_PER_UNIT;
    }

    private double vy() {
        return ball.getLinearVelocity().y * Plane.METRES_PER_UNIT;
    }
}
