package sporeloop.scenarios.sweep;

import java.util.SplittableRandom;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;

/** Points drawn at random, each axis for itself. */
public record Random(
        @Parameter(value = "points to draw", range = "[1, 10000000]") int count,
        @Parameter(value = "decides which points are drawn", standard = "1") long seed)
        implements Strategy {
    public Random {
        Ranges.check(Random.class, count, seed);
    }

    @Override
    public Search search(Space space, Durations durations) {
        SplittableRandom random = new SplittableRandom(seed);
        int axes = space.axes().size();
        return Search.of(
                Sampling.of(space, count, () -> random.doubles(axes).toArray()).stream()
                        .map(Candidate::whole)
                        .toList());
    }
}
