package sporeloop.environments.showcases;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/** The block {@code environment} of a scenario with {@code task = pattern-matching}. */
public record PatternParameters(
        @Parameter(value = "decides the two patterns of input rates", standard = "1") long patterns,
        @Parameter(
                        value = "shortest time of a pattern, and of the background",
                        unit = Unit.S,
                        standard = "0.5 s",
                        range = "(0, 100]",
                        source = "SPORE module 2.14, examples")
                double shortest,
        @Parameter(
                        value = "longest time of either",
                        unit = Unit.S,
                        standard = "1 s",
                        range = "(0, 100]",
                        source = "SPORE module 2.14, examples")
                double longest,
        @Parameter(
                        value = "time over which the populations' rates are counted",
                        unit = Unit.S,
                        standard = "0.5 s",
                        range = "(0, 100]",
                        source = "SPORE module 2.14, examples")
                double window,
        @Parameter(
                        value = "highest rate that a population is taken to have",
                        unit = Unit.HZ,
                        standard = "200 Hz",
                        range = "(0, 10000]")
                double highestRate) {
    public PatternParameters {
        Ranges.check(PatternParameters.class, patterns, shortest, longest, window, highestRate);
        if (longest < shortest) {
            throw new IllegalArgumentException(
                    "longest = %s s, but must be at least shortest = %s s"
                            .formatted(longest, shortest));
        }
    }

    /** The standard task. */
    public static PatternParameters standard() {
        return new PatternParameters(1, 0.5, 1, 0.5, 200);
    }
}
