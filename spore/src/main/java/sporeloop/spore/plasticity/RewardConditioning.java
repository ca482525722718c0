package sporeloop.spore.plasticity;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/**
 * What is done to the reward before it reaches the synapses. r̄ is its running mean, kept by {@link
 * RewardStage}.
 */
public sealed interface RewardConditioning {

    /** The signal that the synapses get for reward {@code r} when its running mean is {@code mean}. */
    double signal(double r, double mean);

    /** Time constant of the running mean [ms]. */
    double tau();

    /** The reward as it is. */
    record Raw() implements RewardConditioning {
        @Override
        public double signal(double r, double mean) {
            return r;
        }

        @Override
        public double tau() {
            return 1000; // of a mean that nothing looks at
        }
    }

    /** r/max(floor, r̄) + offset where r &gt; 0, else offset: as in the original's showcases. */
    record Normalised(
            @Parameter(
                            value = "τ of the running mean r̄",
                            unit = Unit.MS,
                            standard = "50 s",
                            range = "(0, ∞)",
                            source = "SPORE 2.14, showcases")
                    double tau,
            @Parameter(
                            value = "least value that r̄ is taken for",
                            standard = "0.02",
                            range = "(0, ∞)",
                            source = "SPORE 2.14, showcases")
                    double floor,
            @Parameter(
                            value = "added to the signal",
                            standard = "0.02",
                            source = "SPORE 2.14, showcases")
                    double offset)
            implements RewardConditioning {
        /** Checks the ranges. */
        public Normalised {
            Ranges.check(Normalised.class, tau, floor, offset);
        }

        @Override
        public double signal(double r, double mean) {
            return r > 0 ? r / Math.max(floor, mean) + offset : offset;
        }
    }

    /** (r − r̄)/max(floor, r̄): a reward prediction error, relative to what is usual. */
    record BaselineSubtracted(
            @Parameter(
                            value = "τ of the running mean r̄",
                            unit = Unit.MS,
                            standard = "2 s",
                            range = "(0, ∞)")
                    double tau,
            @Parameter(
                            value = "least value that r̄ is taken for in the divisor",
                            standard = "0.1",
                            range = "(0, ∞)")
                    double floor)
            implements RewardConditioning {
        /** Checks the ranges. */
        public BaselineSubtracted {
            Ranges.check(BaselineSubtracted.class, tau, floor);
        }

        @Override
        public double signal(double r, double mean) {
            return (r - mean) / Math.max(floor, mean);
        }
    }
}
