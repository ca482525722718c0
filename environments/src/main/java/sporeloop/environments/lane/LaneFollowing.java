package sporeloop.environments.lane;

import com.google.auto.service.AutoService;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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
import sporeloop.environments.physics.Motion;

/**
 * A car of constant speed is steered along a lane with curves both ways.
 *
 * <table>
 * <caption>Specification, with the standard parameters</caption>
 * <tr><td>observation</td><td>distance of the rear axle from the lane's middle, left positive [m], ±0.5; heading_error
 *     [rad], ±π; speed [m/s], ±1; steering [rad], ±0.52; curvature of the lane [1/m], ±10; ahead_1 …
 *     ahead_4: bearing of the lane's middle 0.25, 0.5, 1 and 1.5 m ahead, left positive [rad],
 *     ±π</td></tr>
 * <tr><td>camera</td><td>if enabled: the road ahead, bright lines on grey</td></tr>
 * <tr><td>command</td><td>steering: angle of the front wheels, left positive [rad], ±0.52</td></tr>
 * <tr><td>body</td><td>{@link Car}; dδ/dt = (command − δ)/50 ms</td></tr>
 * <tr><td>reward</td><td>exp(−0.03·heading error²[°²])·exp(−70·distance²[m²]), the mean over the
 *     interval's physics steps</td></tr>
 * <tr><td>end</td><td>TERMINATED when the rear axle's middle is off the lane, after the pause</td></tr>
 * <tr><td>start</td><td>in the middle of the lane, at speed; at the track's beginning, or
 *     anywhere</td></tr>
 * </table>
 *
 * Source: the lane following task of Kaiser et al. 2019. Deviation: one lane, with its own lines.
 */
public final class LaneFollowing implements Environment {
    /** Makes it for {@code environment.task = lane-following}. */
    @SuppressWarnings("rawtypes") // a service is named without its type parameter
    @AutoService(EnvironmentProvider.class)
    public static final class Provider implements EnvironmentProvider<LaneParameters> {
        @Override
        public String name() {
            return "lane-following";
        }

        @Override
        public String meaning() {
            return "A car of constant speed is to stay in a winding lane.";
        }

        @Override
        public Class<LaneParameters> parameters() {
            return LaneParameters.class;
        }

        @Override
        public Environment create(LaneParameters parameters, Timing timing) {
            return new LaneFollowing(parameters, timing);
        }
    }

    static final double LINE_WIDTH = 0.03;
    private static final double PURSUED = 0.4; // how far ahead the oracle aims [m]
    private static final double FARTHEST = 50; // from the origin before an endless track is moved
    private static final Palette PALETTE =
            new Palette(0.2).with(Scene.Role.ROAD, 0.35).with(Scene.Role.MARKING, 0.9);

    private final LaneParameters p;
    private final Timing timing;
    private final Spec spec;
    private final double follow; // 1 − exp(−step/lag)
    private final RandomStream random = new RandomStream();
    private final double[] tallies = new double[3];
    private final @Nullable EventCamera camera;
    private final Windscreen windscreen;
    private final boolean isEndless;
    private double command;
    private double steering;
    private long paused; // intervals left off the lane
    private Track track;
    private Car car;

    LaneFollowing(LaneParameters parameters, Timing timing) {
        p = parameters;
        this.timing = timing;
        follow = -Math.expm1(-timing.physicsStep() / p.steeringLag());
        isEndless = Tracks.isEndless(p.track());
        windscreen = new Windscreen(p);
        camera = p.camera().enabled() ? new EventCamera(p.camera(), PALETTE, timing) : null;
        spec = LaneSpec.of(p, camera == null ? Spec.Camera.NONE : camera.size());
        track = newTrack();
        car = carAt(0, 0, 0, 0);
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
            camera.open(seed, windscreen.road(track, car), windscreen.view());
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
        double start = spec.command().get(0).clip(former[0]);
        command = spec.command().get(0).clip(given[0]);
        if (paused > 0) {
            stand(sensation);
            return;
        }
        End end = End.NONE;
        double sum = 0;
        int steps = 0;
        double seenUntil = 0;
        sensation.events.clear();
        while (steps < timing.physicsSteps() && end == End.NONE) {
            steering += follow * (timing.ramp(start, command, steps + 1) - steering);
            car.step(steering, p.speed());
            track.locate(car.rearX(), car.rearY());
            sum += reward();
            tallies[LaneSpec.TIME_ON_LANE] += timing.physicsStep();
            tallies[LaneSpec.SQUARED_DISTANCE] +=
                    timing.physicsStep() * track.distance() * track.distance();
            end = Math.abs(track.distance()) > p.laneWidth() / 2 ? End.TERMINATED : End.NONE;
            steps++;
            if (camera != null && (camera.due(steps) || end != End.NONE)) {
                double time = steps * timing.physicsStep();
                camera.see(
                        windscreen.road(track, car),
                        windscreen.view(),
                        seenUntil,
                        time,
                        sensation.events);
                seenUntil = time;
            }
        }
        if (end == End.TERMINATED) {
            tallies[LaneSpec.RESETS]++;
            paused = Math.round(p.pause() / timing.interval());
        }
        sensation.reward = sum / steps;
        sensation.end = paused > 0 ? End.NONE : end;
        observe(sensation.observation);
        goOn();
    }

    /** Lets an interval of the pause pass. */
    private void stand(Sensation sensation) {
        sensation.events.clear();
        sensation.reward = 0;
        sensation.end = --paused == 0 ? End.TERMINATED : End.NONE;
        observe(sensation.observation);
    }

    /** Pure pursuit: the arc from the rear axle through a point of the lane ahead (Coulter 1992). */
    @Override
    public void oracle(double[] into) {
        double dx = track.xAhead(PURSUED) - car.rearX();
        double dy = track.yAhead(PURSUED) - car.rearY();
        double away = Math.sqrt(dx * dx + dy * dy);
        double bearing = StrictMath.atan2(dy, dx) - car.angle();
        double angle = StrictMath.atan2(2 * Car.WHEELBASE * StrictMath.sin(bearing), away);
        into[0] = spec.command().get(0).clip(angle);
    }

    @Override
    public void tallies(double[] into) {
        System.arraycopy(tallies, 0, into, 0, tallies.length);
    }

    @Override
    public @Nullable String refusal(Disturbance disturbance) {
        return disturbance instanceof Disturbance.Push
                ? null
                : Environment.super.refusal(disturbance);
    }

    @Override
    public void disturb(Disturbance disturbance) {
        if (disturbance instanceof Disturbance.Push push) {
            car = car.pushed(push.x(), push.y());
        } else {
            Environment.super.disturb(disturbance);
        }
    }

    @Override
    public void draw(Scene scene) {
        track.drawGround(scene, 2 * p.laneWidth());
        double everywhere = Double.POSITIVE_INFINITY;
        track.draw(scene, p.laneWidth(), LINE_WIDTH, car.x(), car.y(), everywhere);
        car.draw(scene);
        double nose = Car.LENGTH / 2;
        double x = car.x() + nose * StrictMath.cos(car.angle());
        double y = car.y() + nose * StrictMath.sin(car.angle());
        scene.line(
                Scene.Role.COMMAND,
                LINE_WIDTH / 2,
                x,
                y,
                x + nose * StrictMath.cos(car.angle() + command),
                y + nose * StrictMath.sin(car.angle() + command));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        car.save(out);
        out.writeDouble(command);
        out.writeDouble(steering);
        out.writeLong(paused);
        for (double tally : tallies) {
            out.writeDouble(tally);
        }
        random.save(out);
        track.save(out);
        if (camera != null) {
            camera.save(out);
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        car = Car.restore(timing.physicsStep(), p.friction(), in);
        command = in.readDouble();
        steering = in.readDouble();
        paused = in.readLong();
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = in.readDouble();
        }
        random.restore(in);
        track.restore(in);
        if (camera != null) {
            camera.restore(in);
        }
    }

    private void start(long seed) {
        random.seed(seed, 0);
        paused = 0;
        if (isEndless) {
            track = newTrack();
        }
        boolean anywhere = p.start() == LaneParameters.Start.RANDOM && !isEndless;
        track.start(anywhere ? random.uniform(0, track.length()) : 0.5);
        command = 0;
        steering = StrictMath.atan(Car.WHEELBASE * track.curvature());
        car = carAt(track.xAhead(0), track.yAhead(0), track.heading(), p.speed());
        track.locate(car.rearX(), car.rearY());
    }

    private Car carAt(double rearX, double rearY, double heading, double speed) {
        double spin = speed * StrictMath.tan(steering) / Car.WHEELBASE;
        Motion rear = Motion.moving(rearX, rearY, heading, speed, spin);
        return Car.of(timing.physicsStep(), p.friction(), rear, steering);
    }

    private Track newTrack() {
        return isEndless
                ? Track.endless(random)
                : Track.closed(Tracks.closed(p.track(), p.laneWidth()));
    }

    /** Lets an endless track grow, and moves the whole so that no digits are lost far away. */
    private void goOn() {
        if (isEndless) {
            track.follow(random);
            if (Math.max(Math.abs(car.x()), Math.abs(car.y())) > FARTHEST) {
                double dx = -Math.rint(car.x());
                double dy = -Math.rint(car.y());
                car = car.moved(dx, dy);
                track.move(dx, dy);
            }
        }
    }

    private double reward() {
        double degrees = Math.toDegrees(headingError());
        double distance = track.distance();
        return StrictMath.exp(
                -p.headingFall() * degrees * degrees - p.distanceFall() * distance * distance);
    }

    private double headingError() {
        return wrapped(car.angle() - track.heading());
    }

    private void observe(double[] into) {
        into[0] = track.distance();
        into[1] = headingError();
        into[2] = car.speed();
        into[3] = steering;
        into[4] = track.curvature();
        for (int i = 0; i < LaneSpec.LOOK_AHEAD.length; i++) {
            double dx = track.xAhead(LaneSpec.LOOK_AHEAD[i]) - car.rearX();
            double dy = track.yAhead(LaneSpec.LOOK_AHEAD[i]) - car.rearY();
            into[5 + i] = wrapped(StrictMath.atan2(dy, dx) - car.angle());
        }
        for (int i = 0; i < into.length; i++) {
            into[i] = spec.observation().get(i).clip(into[i]);
        }
    }

    private static double wrapped(double angle) {
        return angle - 2 * Math.PI * Math.rint(angle / (2 * Math.PI));
    }
}
