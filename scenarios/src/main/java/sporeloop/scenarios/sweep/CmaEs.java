package sporeloop.scenarios.sweep;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;

/** Evolves a population towards better points: the covariance matrix adaptation evolution strategy. */
public record CmaEs(
        @Parameter(value = "points to try in all", range = "[2, 1000000]") int evaluations,
        @Parameter(value = "points of a generation", standard = "8", range = "[4, 1000]")
                int population,
        @Parameter(
                        value = "spread of the first generation, as a share of each axis",
                        standard = "0.3",
                        range = "(0, 1]")
                double spread,
        @Parameter(value = "decides what is random in the search", standard = "1") long seed)
        implements Strategy {
    public CmaEs {
        Ranges.check(CmaEs.class, evaluations, population, spread, seed);
    }

    @Override
    public Search search(Space space, Durations durations) {
        for (Axis axis : space.axes()) {
            if (!(axis instanceof RangedAxis)) {
                throw new IllegalArgumentException(
                        axis.name()
                                + " is a list, but cma-es moves along ranges. Write { from = …, to"
                                + " = … }, or choose another strategy.");
            }
        }
        return new Evolution(space, this);
    }

    @Override
    public boolean isKnownAhead() {
        return false;
    }
}
