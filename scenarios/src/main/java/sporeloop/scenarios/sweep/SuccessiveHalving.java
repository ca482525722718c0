package sporeloop.scenarios.sweep;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/** Many points for a short time, the better ones for longer: see {@link Halving}. */
public record SuccessiveHalving(
        @Parameter(
                        value = "points to draw at random; unless given, all of the grid",
                        range = "[1, 10000000]")
                @Nullable Integer count,
        @Parameter(
                        value = "times fewer points and times longer runs from rung to rung",
                        standard = "3",
                        range = "[1.5, 100]")
                double eta,
        @Parameter(
                        value = "simulated time of the first rung, at least",
                        unit = Unit.S,
                        range = "(0, ∞)")
                double minDuration,
        @Parameter(value = "decides which points are drawn", standard = "1") long seed)
        implements Strategy {
    @Override
    public Search search(Space space, Durations durations) {
        SplittableRandom random = new SplittableRandom(seed);
        int axes = space.axes().size();
        List<Point> points =
                count == null
                        ? List.copyOf(space.grid())
                        : Sampling.of(space, count, () -> random.doubles(axes).toArray());
        int rungs = Halving.rungs(minDuration, eta, durations);
        return new Halving(points, rungs, eta, durations);
    }

    @Override
    public boolean isKnownAhead() {
        return false;
    }

    public SuccessiveHalving {
        Ranges.check(SuccessiveHalving.class, count == null ? 1 : count, eta, minDuration, seed);
    }
}
