package sporeloop.bridge;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
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
                        value = "wall-clock time after which a silent side fails the run",
                        unit = Unit.S,
                        standard = "30 s",
                        range = "[0.001, 1000000]")
                double watchdog,
        @Parameter(
                        value =
                                "faults and changes by name, each with kind, at, lasts and keys of its"
                                        + " own")
                Map<String, Intervention> interventions) {
    public BridgeParameters {
        Ranges.check(
                BridgeParameters.class,
                step,
                exchangeInterval,
                sensoryLatency,
                motorLatency,
                watchdog,
                interventions);
        interventions = Collections.unmodifiableMap(new TreeMap<>(interventions));
    }

    /** A bridge without interventions. */
    public BridgeParameters(
            double step,
            double exchangeInterval,
            int sensoryLatency,
            int motorLatency,
            double watchdog) {
        this(step, exchangeInterval, sensoryLatency, motorLatency, watchdog, Map.of());
    }

    /** Steps of 1 ms, exchange every 20 ms, one interval of latency each way, 30 s of patience. */
    public static BridgeParameters standard() {
        return new BridgeParameters(1, 20, 1, 1, 30);
    }
}
