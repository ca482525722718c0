package sporeloop.scenarios.sweep;

import org.hipparchus.random.SobolSequenceGenerator;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;

/** Points of Sobol's sequence, which fill the space more evenly than chance does. */
public record Sobol(@Parameter(value = "points to take", range = "[1, 10000000]") int count)
        implements Strategy {
    public Sobol {
        Ranges.check(Sobol.class, count);
    }

    @Override
    public Search search(Space space, Durations durations) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(space.axes().size());
        return Search.of(
                Sampling.of(space, count, sequence::nextVector).stream()
                        .map(Candidate::whole)
                        .toList());
    }
}
