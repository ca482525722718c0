package sporeloop.scenarios.file;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/** The block {@code run} of a scenario: how long, from which seed, on how many threads. */
public record RunParameters(
        @Parameter(
                        value = "simulated time to run",
                        unit = Unit.S,
                        standard = "1 h",
                        range = "(0, ∞)")
                double duration,
        @Parameter(value = "decides all that is random in the run", standard = "1") long seed,
        @Parameter(
                        value = "threads of the run's dispatcher; the results never depend on it",
                        standard = "1",
                        range = "[1, 64]")
                int threads,
        @Parameter(
                        value = "simulated time of a row in progress.csv",
                        unit = Unit.S,
                        standard = "1 min",
                        range = "(0, ∞)")
                double reportInterval,
        @Parameter(
                        value =
                                "simulated time between two checkpoints, a whole number of"
                                        + " environment.rebuild-interval; the last such boundary"
                                        + " before the end gets one too",
                        unit = Unit.S,
                        standard = "10 min",
                        range = "(0, ∞)")
                double checkpointEvery,
        @Parameter(
                        value = "checkpoints that are kept, the newest",
                        standard = "2",
                        range = "[1, 1000000]")
                int checkpointsKept,
        @Parameter(
                        value =
                                "how often a run goes on from its last checkpoint after its"
                                        + " environment or its agent has failed",
                        standard = "1",
                        range = "[0, 1000]")
                int restarts) {
    public RunParameters {
        Ranges.check(
                RunParameters.class,
                duration,
                seed,
                threads,
                reportInterval,
                checkpointEvery,
                checkpointsKept,
                restarts);
    }

    /** The same with another seed. */
    RunParameters seeded(long other) {
        return new RunParameters(
                duration,
                other,
                threads,
                reportInterval,
                checkpointEvery,
                checkpointsKept,
                restarts);
    }
}
