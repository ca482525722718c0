package sporeloop.scenarios.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import sporeloop.scenarios.sweep.RangedAxis.Scale;

class SearchTest {
    private static final Durations HOUR = new Durations(3600, 60);
    private static final Space PLANE =
            new Space(List.of(axis("x"), axis("y")), List.of(), List.of());

    private static Axis axis(String name) {
        return new RangedAxis(
                name, "test", BigDecimal.valueOf(-1), BigDecimal.valueOf(3), "", 5, Scale.LINEAR);
    }

    private static double value(Candidate candidate, String axis) {
        return Double.parseDouble(candidate.point().labels().get(axis));
    }

    /** Runs a search to its end, scored by {@code f}; returns all batches. */
    private static List<List<Candidate>> run(Search search, ToDoubleFunction<Candidate> f) {
        List<List<Candidate>> batches = new ArrayList<>();
        double[] scores = {};
        while (true) {
            List<Candidate> batch = search.next(scores);
            if (batch.isEmpty()) {
                return batches;
            }
            batches.add(batch);
            scores = batch.stream().mapToDouble(f).toArray();
        }
    }

    private static double bowl(Candidate candidate) {
        double x = value(candidate, "x") - 2;
        double y = value(candidate, "y") + 0.5;
        return -(x * x + 2 * y * y);
    }

    @Test
    void successiveHalvingGivesAThirdOfThePointsThreeTimesAsLong() {
        Search search = new SuccessiveHalving(27, 3, 120, 1).search(PLANE, HOUR);
        assertEquals(27 + 9 + 3 + 1, search.size());
        List<List<Candidate>> rungs = run(search, SearchTest::bowl);
        assertEquals(List.of(27, 9, 3, 1), rungs.stream().map(List::size).toList());
        assertEquals(
                List.of(120.0, 420.0, 1200.0, 3600.0),
                rungs.stream().map(rung -> rung.get(0).seconds()).toList());
        double best = rungs.get(0).stream().mapToDouble(SearchTest::bowl).max().orElseThrow();
        assertEquals(best, bowl(rungs.get(3).get(0)), "the best of all comes through");
    }

    @Test
    void aPointThatFailedGoesFirst() {
        Search search = new SuccessiveHalving(3, 3, 1200, 1).search(PLANE, HOUR);
        List<Candidate> all = search.next(new double[0]);
        List<Candidate> left = search.next(new double[] {Double.NaN, -1e9, Double.NaN});
        assertEquals(List.of(all.get(1).point()), left.stream().map(Candidate::point).toList());
    }

    @Test
    void hyperbandsBracketsAreThoseOfItsPaper() {
        // R = 81, η = 3: the table of Li et al. 2018.
        Search search = new Hyperband(3, 60, 1).search(PLANE, new Durations(81 * 60, 60));
        List<Integer> sizes = run(search, SearchTest::bowl).stream().map(List::size).toList();
        assertEquals(List.of(81, 27, 9, 3, 1, 34, 11, 3, 1, 15, 5, 1, 8, 2, 5), sizes);
        assertEquals(sizes.stream().mapToInt(n -> n).sum(), search.size());
    }

    @Test
    void sobolFillsEachQuarterOfThePlaneEvenly() {
        List<Candidate> points = new Sobol(64).search(PLANE, HOUR).next(new double[0]);
        for (int quarter = 0; quarter < 4; quarter++) {
            boolean right = quarter % 2 == 1;
            boolean upper = quarter / 2 == 1;
            long inside =
                    points.stream()
                            .filter(p -> (value(p, "x") >= 1) == right)
                            .filter(p -> (value(p, "y") >= 1) == upper)
                            .count();
            assertEquals(16, inside, "points in quarter " + quarter);
        }
    }

    @Test
    void randomDrawsTheSamePointsFromTheSameSeed() {
        List<Candidate> one = new Random(20, 1).search(PLANE, HOUR).next(new double[0]);
        assertEquals(one, new Random(20, 1).search(PLANE, HOUR).next(new double[0]));
        assertTrue(!one.equals(new Random(20, 2).search(PLANE, HOUR).next(new double[0])));
    }

    @Test
    void cmaEsFindsTheTopOfABowlGenerationByGeneration() {
        List<List<Candidate>> generations =
                run(new CmaEs(161, 8, 0.3, 1).search(PLANE, HOUR), SearchTest::bowl);
        assertEquals(9, generations.get(0).size(), "the start and the first generation");
        for (List<Candidate> generation : generations.subList(1, generations.size())) {
            assertEquals(8, generation.size());
        }
        assertTrue(generations.size() > 5, generations.size() + " generations");
        List<Candidate> last = generations.get(generations.size() - 1);
        assertEquals(0, bowl(last.get(0)), 1e-2, last.toString());
    }
}
