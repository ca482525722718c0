package sporeloop.scenarios.sweep;

import org.jspecify.annotations.Nullable;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;

/** The keys of the block {@code sweep} that are neither axes nor seeds. */
public record SweepParameters(
        @Parameter(
                        value =
                                "figure that points are compared by, over the last ten simulated"
                                        + " minutes; unless given, the task's main one")
                @Nullable String metric,
        @Parameter(value = "which scores are better", standard = "maximise") Goal goal,
        @Parameter(
                        value = "times that a trial which failed is tried again",
                        standard = "1",
                        range = "[0, 10]")
                int retries,
        @Parameter(value = "how the points are chosen", standard = "grid") Strategy strategy) {
    public SweepParameters {
        Ranges.check(SweepParameters.class, String.valueOf(metric), goal, retries, strategy);
    }
}
