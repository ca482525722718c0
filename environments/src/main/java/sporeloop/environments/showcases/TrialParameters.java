package sporeloop.environments.showcases;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/** The block {@code environment} of a scenario with {@code task = lever-press} or {@code center-out}. */
public record TrialParameters(
        @Parameter(
                        value = "decides the pattern of input rates, and center-out's map",
                        standard = "1")
                long pattern,
        @Parameter(
                        value = "shortest wait before the pattern",
                        unit = Unit.S,
                        standard = "0.5 s",
                        range = "(0, 100]",
                        source = "SPORE module 2.14, examples")
                double shortestWait,
        @Parameter(
                        value = "longest wait before the pattern",
                        unit = Unit.S,
                        standard = "1 s",
                        range = "(0, 100]",
                        source = "SPORE module 2.14, examples")
                double longestWait,
        @Parameter(
                        value = "time of reward after success",
                        unit = Unit.S,
                        standard = "0.3 s",
                        range = "(0, 100]",
                        source = "SPORE module 2.14, examples")
                double rewardTime,
        @Parameter(
                        value = "time from the pattern's start after which a trial fails",
                        unit = Unit.S,
                        standard = "10 s",
                        range = "(0, ∞)",
                        source = "SPORE module 2.14, examples")
                double timeLimit,
        @Parameter(
                        value = "highest rate that is taken from the network",
                        unit = Unit.HZ,
                        standard = "200 Hz",
                        range = "(0, 10000]")
                double highestRate) {
    public TrialParameters {
        Ranges.check(
                TrialParameters.class,
                pattern,
                shortestWait,
                longestWait,
                rewardTime,
                timeLimit,
                highestRate);
        if (longestWait < shortestWait) {
            throw new IllegalArgumentException(
                    "longest-wait = %s s, but must be at least shortest-wait = %s s"
                            .formatted(longestWait, shortestWait));
        }
    }

    /** The standard task. */
    public static TrialParameters standard() {
        return new TrialParameters(1, 0.5, 1, 0.3, 10, 200);
    }
}
