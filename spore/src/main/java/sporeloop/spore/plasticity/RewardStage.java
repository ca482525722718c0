package sporeloop.spore.plasticity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The stage between the reward that comes in and the one that synapses see.
 *
 * <pre>
 *   r̄ ← r̄ + (1 − exp(−h/τ))·(r − r̄)  each step, from r̄ = 0                                    (1)
 *   signal(r, r̄), see {@link RewardConditioning}                                              (2)
 * </pre>
 */
public final class RewardStage {
    private final RewardConditioning conditioning;
    private final double rate;
    private double mean;

    /** A stage that has not seen any reward, with steps of {@code stepMs} [ms]. */
    public RewardStage(RewardConditioning conditioning, double stepMs) {
        this.conditioning = conditioning;
        rate = -StrictMath.expm1(-stepMs / conditioning.tau());
    }

    /** Takes the reward of one step and gives the synapses' signal. */
    public double condition(double reward) {
        mean += rate * (reward - mean); // (1)
        return conditioning.signal(reward, mean); // (2)
    }

    /** r̄. */
    public double mean() {
        return mean;
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(mean);
    }

    void restore(DataInput in) throws IOException {
        mean = in.readDouble();
    }
}
