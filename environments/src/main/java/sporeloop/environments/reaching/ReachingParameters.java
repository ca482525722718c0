package sporeloop.environments.reaching;

import sporeloop.environments.camera.CameraParameters;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/** The block {@code environment} of a scenario with {@code task = reaching}. */
public record ReachingParameters(
        @Parameter(
                        value = "side of the square arena",
                        unit = Unit.M,
                        standard = "2 m",
                        range = "(0, 100]",
                        source = "Kaiser et al. 2019")
                double arenaSide,
        @Parameter(
                        value = "radius of the ball",
                        unit = Unit.M,
                        standard = "0.05 m",
                        range = "(0, 10]")
                double ballRadius,
        @Parameter(
                        value = "the ball's greatest speed",
                        unit = Unit.M_PER_S,
                        standard = "0.5 m/s",
                        range = "(0, 10]")
                double topSpeed,
        @Parameter(
                        value = "time constant with which the ball takes up the commanded velocity",
                        unit = Unit.S,
                        standard = "50 ms",
                        range = "(0, 10]")
                double lag,
        @Parameter(
                        value = "distance between ball and goal at which the goal is reached",
                        unit = Unit.M,
                        standard = "0.25 m",
                        range = "(0, 100]")
                double goalRadius,
        @Parameter(
                        value = "the goal's place, x",
                        unit = Unit.M,
                        standard = "0 m",
                        range = "[-100, 100]")
                double goalX,
        @Parameter(
                        value = "the goal's place, y",
                        unit = Unit.M,
                        standard = "0 m",
                        range = "[-100, 100]")
                double goalY,
        @Parameter(
                        value = "least distance from the goal at the start",
                        unit = Unit.M,
                        standard = "0.8 m",
                        range = "[0, 100]")
                double startDistance,
        @Parameter(
                        value = "time after which the ball starts anew elsewhere",
                        unit = Unit.S,
                        standard = "30 s",
                        range = "(0, ∞)")
                double timeLimit,
        @Parameter(value = "what is rewarded", standard = "approach") Reward reward,
        @Parameter(
                        value = "angle to the direct way beyond which kaiser2019 gives no reward",
                        unit = Unit.RAD,
                        standard = "90 deg",
                        range = "(0, 3.15]")
                double limitAngle,
        @Parameter(
                        value = "time constant of kaiser2019's smoothing",
                        unit = Unit.S,
                        standard = "0.5 s",
                        range = "[0, ∞)")
                double rewardSmoothing,
        @Parameter("the event camera above the arena") CameraParameters camera) {
    public ReachingParameters {
        Ranges.check(
                ReachingParameters.class,
                arenaSide,
                ballRadius,
                topSpeed,
                lag,
                goalRadius,
                goalX,
                goalY,
                startDistance,
                timeLimit,
                reward,
                limitAngle,
                rewardSmoothing,
                camera);
        double reach = arenaSide / 2 - ballRadius;
        if (!(reach > 0)) {
            throw new IllegalArgumentException(
                    "ball-radius = %s m, but must be less than half of arena-side = %s m"
                            .formatted(ballRadius, arenaSide));
        }
        if (Math.max(Math.abs(goalX), Math.abs(goalY)) > reach) {
            throw new IllegalArgumentException(
                    "goal-x = %s m, goal-y = %s m is out of the ball's reach of ±%s m"
                            .formatted(goalX, goalY, reach));
        }
        double farthest = Math.hypot(Math.abs(goalX) + reach, Math.abs(goalY) + reach);
        if (startDistance > 0.98 * farthest) {
            throw new IllegalArgumentException(
                    "start-distance = %s m leaves the ball no place to start; the farthest corner is %.3f m from the goal"
                            .formatted(startDistance, farthest));
        }
    }

    /** The standard task, without a camera. */
    public static ReachingParameters standard() {
        return of(Reward.APPROACH, 0.05, CameraParameters.none());
    }

    /** The standard task but for reward, radius of the ball [m] and camera. */
    public static ReachingParameters of(Reward reward, double ballRadius, CameraParameters camera) {
        return new ReachingParameters(
                2, ballRadius, 0.5, 0.05, 0.25, 0, 0, 0.8, 30, reward, Math.PI / 2, 0.5, camera);
    }
}
