package sporeloop.spore.plasticity;

import java.util.List;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/**
 * How a parameter changes in the course of learning: a factor on its value, looked up once each
 * weight update.
 */
public sealed interface Schedule {

    /**
     * The factor.
     *
     * @param time simulated time since the network began [s]
     * @param meanReward running mean of the reward over {@link #averaging}, before conditioning
     */
    double factor(double time, double meanReward);

    /** Time constant of the running mean that it looks at [ms]; any, if it looks at none. */
    default double averaging() {
        return 1000;
    }

    /** Whether the factor never rises, whatever happens. */
    boolean neverRises();

    /** Always 1. */
    record Constant() implements Schedule {
        @Override
        public double factor(double time, double meanReward) {
            return 1;
        }

        @Override
        public boolean neverRises() {
            return true;
        }
    }

    /** max(floor, exp(−t/τ)). */
    record ExponentialDecay(
            @Parameter(value = "τ of the decay", unit = Unit.S, range = "(0, ∞)") double tau,
            @Parameter(value = "least factor", standard = "0", range = "[0, 1]") double floor)
            implements Schedule {
        /** Checks the ranges. */
        public ExponentialDecay {
            Ranges.check(ExponentialDecay.class, tau, floor);
        }

        @Override
        public double factor(double time, double meanReward) {
            return Math.max(floor, StrictMath.exp(-time / tau));
        }

        @Override
        public boolean neverRises() {
            return true;
        }
    }

    /** factors[i] from times[i] on; 1 before the first. */
    record Piecewise(
            @Parameter(value = "times at which the factor changes, rising", unit = Unit.S)
                    List<Double> times,
            @Parameter(value = "factor from each of the times on") List<Double> factors)
            implements Schedule {
        /** Checks that times rise and each has a factor ≥ 0. */
        public Piecewise {
            times = List.copyOf(times);
            factors = List.copyOf(factors);
            if (times.size() != factors.size()) {
                throw new IllegalArgumentException(
                        "times has "
                                + times.size()
                                + " entries and factors "
                                + factors.size()
                                + ", but each time needs one factor");
            }
            for (int i = 0; i < times.size(); i++) {
                if (!(times.get(i) < Double.POSITIVE_INFINITY)
                        || !(times.get(i) >= (i == 0 ? 0 : times.get(i - 1)))) {
                    throw new IllegalArgumentException(
                            "times = " + times + " s, but must be in [0, ∞) s and rise");
                }
                if (!(factors.get(i) >= 0 && factors.get(i) < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException(
                            "factors = " + factors + ", but each must be in [0, ∞)");
                }
            }
        }

        @Override
        public double factor(double time, double meanReward) {
            double factor = 1;
            for (int i = 0; i < times.size() && times.get(i) <= time; i++) {
                factor = factors.get(i);
            }
            return factor;
        }

        @Override
        public boolean neverRises() {
            double last = 1;
            for (double factor : factors) {
                if (factor > last) {
                    return false;
                }
                last = factor;
            }
            return true;
        }
    }

    /**
     * 1 while the mean reward is low, falling in a straight line to the floor at the goal. The mean
     * is the schedule's own, and slow: that of the reward's conditioning follows each success and
     * failure, and the factor with it.
     */
    record RewardDriven(
            @Parameter(value = "mean reward from which on the factor falls") double from,
            @Parameter(value = "mean reward at which the floor is reached, above from") double goal,
            @Parameter(value = "least factor", standard = "0", range = "[0, 1]") double floor,
            @Parameter(
                            value = "τ of the running mean of the reward, from 0",
                            unit = Unit.MS,
                            standard = "5 min",
                            range = "(0, ∞)")
                    double tau)
            implements Schedule {
        /** Checks the ranges and that the goal lies above the start. */
        public RewardDriven {
            Ranges.check(RewardDriven.class, from, goal, floor, tau);
            if (!(goal > from)) {
                throw new IllegalArgumentException(
                        "goal = " + goal + ", but must be above from = " + from);
            }
        }

        @Override
        public double factor(double time, double meanReward) {
            double way = (meanReward - from) / (goal - from);
            return 1 - (1 - floor) * Math.min(1, Math.max(0, way));
        }

        @Override
        public double averaging() {
            return tau;
        }

        @Override
        public boolean neverRises() {
            return false;
        }
    }
}
