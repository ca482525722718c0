package sporeloop.scenarios.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One bracket of successive halving: all points get a short time, the best of them {@code eta} times as
 * long, and so on up to the whole.
 * <pre>
 *   time(rung) = whole · eta^−(rungs − rung),   points(rung + 1) = ⌊points(rung) / eta⌋, at least 1
 * </pre>
 * A run of a short time is the beginning of the longer one, so it is a point on its learning curve.
 *
 * <p>Source: Jamieson and Talwalkar 2016.
 */
final class Halving implements Search {
    private final List<Point> points;
    private final int rungs;
    private final double eta;
    private final Durations durations;

    private List<Point> standing;
    private int rung;

    /**
     * @param rungs how often the time grows
     */
    Halving(List<Point> points, int rungs, double eta, Durations durations) {
        this.points = List.copyOf(points);
        this.rungs = rungs;
        this.eta = eta;
        this.durations = durations;
        standing = this.points;
    }

    @Override
    public List<Candidate> next(double[] scores) {
        if (scores.length > 0) {
            if (rung == rungs) {
                return List.of();
            }
            standing = best(scores, kept(standing.size()));
            rung++;
        }
        double seconds = durations.share(Math.pow(eta, rung - rungs));
        double before = rung == 0 ? Double.NaN : durations.share(Math.pow(eta, rung - 1 - rungs));
        return standing.stream().map(point -> new Candidate(point, seconds, before)).toList();
    }

    /** Those with the highest scores, in the order they had; failures come last. */
    private List<Point> best(double[] scores, int count) {
        Comparator<Integer> byScore =
                Comparator.comparingDouble(
                        k -> Double.isNaN(scores[k]) ? Double.POSITIVE_INFINITY : -scores[k]);
        List<Integer> kept =
                IntStream.range(0, scores.length).boxed().sorted(byScore).limit(count).toList();
        List<Point> best = new ArrayList<>();
        kept.stream().sorted().forEach(k -> best.add(standing.get(k)));
        return best;
    }

    private int kept(int of) {
        return Math.max(1, (int) (of / eta));
    }

    @Override
    public long size() {
        long all = 0;
        int count = points.size();
        for (int r = 0; r <= rungs; r++) {
            all += count;
            count = kept(count);
        }
        return all;
    }

    /** How many times a duration can grow by {@code eta} before it reaches the whole. */
    static int rungs(double shortest, double eta, Durations durations) {
        if (shortest > durations.whole()) {
            throw new IllegalArgumentException(
                    "min-duration = %s s is longer than a whole run of %s s."
                            .formatted(shortest, durations.whole()));
        }
        return (int) Math.floor(Math.log(durations.whole() / shortest) / Math.log(eta) + 1e-9);
    }
}
