package sporeloop.scenarios.sweep;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.Well19937a;

/**
 * CMA-ES a generation at a time. The library's optimizer asks for one value after another; but the
 * points of a generation do not depend on each other's values. So it is run anew for each generation:
 * it is told the scores that are known, and stopped when it has asked for a whole new generation.
 */
final class Evolution implements Search {
    private static final double WORST = 1e30;

    private final Space space;
    private final CmaEs strategy;
    private final List<double[]> asked = new ArrayList<>();
    private final List<Double> scores = new ArrayList<>();

    Evolution(Space space, CmaEs strategy) {
        this.space = space;
        this.strategy = strategy;
    }

    @Override
    public List<Candidate> next(double[] latest) {
        Arrays.stream(latest).forEach(score -> scores.add(Double.isNaN(score) ? -WORST : score));
        int known = scores.size();
        if (known >= strategy.evaluations()) {
            return List.of();
        }
        // The first value asked for is the starting point's.
        int wanted =
                Math.min(
                        known + strategy.population() + (known == 0 ? 1 : 0),
                        strategy.evaluations());
        Replay replay = new Replay(wanted);
        try {
            optimize(replay);
        } catch (Enough enough) {
            // A whole generation has been asked for.
        } catch (MathIllegalStateException converged) {
            return List.of();
        }
        return asked.subList(known, asked.size()).stream()
                .map(shares -> Candidate.whole(space.at(shares)))
                .toList();
    }

    private void optimize(Replay replay) {
        int axes = space.axes().size();
        double[] middle = new double[axes];
        double[] spread = new double[axes];
        double[] low = new double[axes];
        double[] high = new double[axes];
        Arrays.fill(middle, 0.5);
        Arrays.fill(spread, strategy.spread());
        Arrays.fill(high, 1);
        CMAESOptimizer optimizer =
                new CMAESOptimizer(
                        strategy.evaluations(),
                        0, // no score is good enough to stop
                        true,
                        0,
                        0,
                        new Well19937a(strategy.seed()),
                        false,
                        null);
        optimizer.optimize(
                new ObjectiveFunction(replay::value),
                GoalType.MAXIMIZE,
                new CMAESOptimizer.PopulationSize(strategy.population()),
                new CMAESOptimizer.Sigma(spread),
                new InitialGuess(middle),
                new SimpleBounds(low, high),
                new MaxEval(Integer.MAX_VALUE));
    }

    @Override
    public long size() {
        return strategy.evaluations();
    }

    /** Answers with the scores that are known, and takes down the questions that are new. */
    private final class Replay {
        private final int wanted;
        private int calls;

        Replay(int wanted) {
            this.wanted = wanted;
        }

        double value(double[] shares) {
            int call = calls++;
            if (call < scores.size()) {
                return scores.get(call);
            }
            if (call == wanted) {
                throw new Enough();
            }
            asked.add(shares.clone());
            return 0;
        }
    }

    private static final class Enough extends RuntimeException {
        @Serial private static final long serialVersionUID = 1;

        Enough() {
            super("enough", null, false, false);
        }
    }
}
