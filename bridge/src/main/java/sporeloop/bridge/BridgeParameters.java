package sporeloop.bridge;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/** The block {@code bridge} of a scenario: how time is cut, how late everything is. */
public record BridgeParameters(
        @Parameter(
                        value = "h, the simulation step",
                        unit = Unit.MS,
                        standard = "1 ms",
                        range = "(0, 1000]")
                double step,
        @Parameter(
                        value = "simulated time that the bridge hands over at once",
                        unit = Unit.MS,
                        standard = "20 ms",
                        range = "(0, 60000]")
                double exchangeInterval,
        @Parameter(
                        value =
                                "sensory latency in whole exchange intervals; 1: what is sensed in an"
                                        + " interval acts on the agent during the next",
                        standard = "1",
                        range = "[1, 1000]")
                int sensoryLatency,
        @Parameter(
                        value =
                                "motor latency in whole exchange intervals; 1: what the agent does in"
                                        + " an interval acts on the body during the next",
                        standard = "1",
                        range = "[1, 1000]")
                int motorLatency,
        @Parameter(
                        value =
                                "what the body gets during an interval: hold, the command all the"
                                        + " time; interpolate, from the one before evenly to it,"
                                        + " physics step by physics step",
                        standard = "hold")
                CommandCourse command,
        @Parameter(
                        value = "wall-clock time after which a silent side fails the run",
                        unit = Unit.S,
                        standard = "30 s",
                        range = "[0.001, 1000000]")
                double watchdog) {
    public BridgeParameters {
        Ranges.check(
                BridgeParameters.class,
                step,
                exchangeInterval,
                sensoryLatency,
                motorLatency,
                command,
                watchdog);
    }

    /** A bridge that holds its commands. */
    public BridgeParameters(
            double step,
            double exchangeInterval,
            int sensoryLatency,
            int motorLatency,
            double watchdog) {
        this(step, exchangeInterval, sensoryLatency, motorLatency, CommandCourse.HOLD, watchdog);
    }

    /** Steps of 1 ms, exchange every 20 ms, one interval of latency each way, 30 s of patience. */
    public static BridgeParameters standard() {
        return new BridgeParameters(1, 20, 1, 1, 30);
    }
}
