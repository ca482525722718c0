package sporeloop.scenarios.sweep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/**
 * Brackets of successive halving from "many points, short runs" to "few points, whole runs".
 * <pre>
 *   bracket s = K … 0:   points = ⌈(K + 1)/(s + 1) · eta^s⌉,   time of the first rung = whole · eta^−s
 * </pre>
 * Source: Li et al. 2018, "Hyperband", algorithm 1.
 */
public record Hyperband(
        @Parameter(
                        value = "times fewer points and times longer runs from rung to rung",
                        standard = "3",
                        range = "[1.5, 100]")
                double eta,
        @Parameter(
                        value = "simulated time of the shortest run, at least",
                        unit = Unit.S,
                        range = "(0, ∞)")
                double minDuration,
        @Parameter(value = "decides which points are drawn", standard = "1") long seed)
        implements Strategy {
    public Hyperband {
        Ranges.check(Hyperband.class, eta, minDuration, seed);
    }

    @Override
    public Search search(Space space, Durations durations) {
        SplittableRandom random = new SplittableRandom(seed);
        int axes = space.axes().size();
        int most = Halving.rungs(minDuration, eta, durations);
        Deque<Search> brackets = new ArrayDeque<>();
        for (int s = most; s >= 0; s--) {
            int count = (int) Math.ceil((most + 1.0) / (s + 1) * Math.pow(eta, s) - 1e-9);
            List<Point> points = Sampling.of(space, count, () -> random.doubles(axes).toArray());
            brackets.add(new Halving(points, s, eta, durations));
        }
        return new Brackets(brackets);
    }

    @Override
    public boolean isKnownAhead() {
        return false;
    }

    private static final class Brackets implements Search {
        private final Deque<Search> brackets;
        private final long size;

        Brackets(Deque<Search> brackets) {
            this.brackets = brackets;
            size = brackets.stream().mapToLong(Search::size).sum();
        }

        @Override
        public List<Candidate> next(double[] scores) {
            double[] known = scores;
            while (!brackets.isEmpty()) {
                List<Candidate> next = brackets.element().next(known);
                if (!next.isEmpty()) {
                    return next;
                }
                brackets.remove();
                known = new double[0];
            }
            return List.of();
        }

        @Override
        public long size() {
            return size;
        }
    }
}
