package sporeloop.environments.arm;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/** The block {@code environment} of a scenario with {@code task = arm-reaching}. */
public record ArmParameters(
        @Parameter(
                        value = "length of the upper arm",
                        unit = Unit.M,
                        standard = "0.3 m",
                        range = "[0.05, 5]")
                double upperArm,
        @Parameter(
                        value = "length of the forearm with the hand",
                        unit = Unit.M,
                        standard = "0.25 m",
                        range = "[0.05, 5]")
                double forearm,
        @Parameter(
                        value =
                                "speed of a joint whose one muscle is fully active and the other at rest",
                        unit = Unit.RAD_PER_S,
                        standard = "2 rad/s",
                        range = "(0, 20]")
                double jointSpeed,
        @Parameter(
                        value = "torque of a fully active pair of muscles",
                        unit = Unit.N_M,
                        standard = "1.5 N·m",
                        range = "(0, 100]")
                double torque,
        @Parameter(
                        value = "torque that a resting joint resists with",
                        unit = Unit.N_M,
                        standard = "0.1 N·m",
                        range = "[0, 100]")
                double friction,
        @Parameter(
                        value = "time constant with which muscles take up their command",
                        unit = Unit.S,
                        standard = "50 ms",
                        range = "(0, 10]")
                double muscleLag,
        @Parameter(
                        value = "distance between hand and target at which it is touched",
                        unit = Unit.M,
                        standard = "0.05 m",
                        range = "(0, 5]")
                double targetRadius,
        @Parameter(
                        value = "least distance of the target from the hand at the start",
                        unit = Unit.M,
                        standard = "0.2 m",
                        range = "[0, 10]")
                double startDistance,
        @Parameter(
                        value = "speed of approach that is fully rewarded",
                        unit = Unit.M_PER_S,
                        standard = "0.5 m/s",
                        range = "(0, 10]")
                double rewardedSpeed,
        @Parameter(
                        value = "time after which a new target comes",
                        unit = Unit.S,
                        standard = "10 s",
                        range = "(0, ∞)")
                double timeLimit) {
    public ArmParameters {
        Ranges.check(
                ArmParameters.class,
                upperArm,
                forearm,
                jointSpeed,
                torque,
                friction,
                muscleLag,
                targetRadius,
                startDistance,
                rewardedSpeed,
                timeLimit);
        if (startDistance > 0.8 * (upperArm + forearm)) {
            throw new IllegalArgumentException(
                    "start-distance = %s m, but must be at most 0.8 of the arm's length of %s m"
                            .formatted(startDistance, upperArm + forearm));
        }
    }

    /** The standard task. */
    public static ArmParameters standard() {
        return new ArmParameters(0.3, 0.25, 2, 1.5, 0.1, 0.05, 0.05, 0.2, 0.5, 10);
    }
}
