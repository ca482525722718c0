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
                double reportInterval) {
    public RunParameters {
        Ranges.check(RunParameters.class, duration, seed, threads, reportInterval);
    }
}
