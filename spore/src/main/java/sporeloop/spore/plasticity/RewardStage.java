package sporeloop.spore.plasticity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.spore.numerics.Finite;

/**
 * The stage between the reward that comes in and the one that synapses see.
 *
 * <pre>
 *   r̄ ← r̄ + (1 − exp(−h/τ))·(r − r̄)  each step, from r̄ = 0                                    (1)
 *   signal(r, r̄), see {@link RewardConditioning}                                              (2)
 * </pre>
 *
 * The schedules of learning rate and temperature look at means (1) of their own τ.
 */
public final class RewardStage {
    private final RewardConditioning conditioning;
    private final double rate;
    private final double learningRateRate;
    private final double temperatureRate;
    private double mean;
    private double learningRateMean;
    private double temperatureMean;

    /** A stage that has not seen any reward, with steps of {@code stepMs} [ms]. */
    public RewardStage(Plasticity plasticity, double stepMs) {
        conditioning = plasticity.reward();
        rate = -StrictMath.expm1(-stepMs / conditioning.tau());
        learningRateRate =
                -StrictMath.expm1(-stepMs / plasticity.learningRateSchedule().averaging());
        temperatureRate = -StrictMath.expm1(-stepMs / plasticity.temperatureSchedule().averaging());
    }

    /** Takes the reward of one step and gives the synapses' signal. */
    public double condition(double reward) {
        mean += rate * (reward - mean); // (1)
        learningRateMean += learningRateRate * (reward - learningRateMean);
        temperatureMean += temperatureRate * (reward - temperatureMean);
        return conditioning.signal(reward, mean); // (2)
    }

    /** r̄, the running mean that the reward is held against. */
    public double mean() {
        return mean;
    }

    /** r̄ of the learning rate's schedule. */
    public double learningRateMean() {
        return learningRateMean;
    }

    /** r̄ of the temperature's schedule. */
    public double temperatureMean() {
        return temperatureMean;
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(mean);
        out.writeDouble(learningRateMean);
        out.writeDouble(temperatureMean);
    }

    void restore(DataInput in) throws IOException {
        mean = Finite.read(in);
        learningRateMean = Finite.read(in);
        temperatureMean = Finite.read(in);
    }
}
