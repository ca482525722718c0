package sporeloop.spore.reference;

import sporeloop.spore.connectivity.Pairs;
import sporeloop.spore.plasticity.Layout;
import sporeloop.spore.plasticity.NoiseStream;
import sporeloop.spore.plasticity.Plasticity;
import sporeloop.spore.plasticity.RewardStage;
import sporeloop.spore.random.Seeds;

/**
 * Reward-based synaptic sampling, one synapse and one step after the other.
 *
 * <pre>
 *   spike:  F ← F + 1,  D ← D + 1                                                            (1)
 *   e ← e·exp(−h/τ_e),  g ← g·exp(−h/τ_g),  F ← F·exp(−h/τ_f),  D ← D·exp(−h/τ_r)             (2)
 *   e ← e + w·τ_f/(τ_f − τ_r)·(F − D)·bap;  then F = D = 0 if F &lt; cutoff                     (3)
 *   g ← g + r·e;  θ ← θ + r·β·c_e·e                                                          (4)
 *   every Δ:  g ← g + √(2·T_g·a)·N,  a = β·Δ                                                 (5)
 *   θ ← clip( θ + a·(c_p(μ − θ) + clip±G(c_g·g)) + √(2·T·a)·N );  w = w₀·exp(θ − θ₀)          (6)
 *   θ &lt; 0:  w = 0, and e = g = 0 unless retracted synapses are simulated                      (7)
 * </pre>
 *
 * Source: NEST module SPORE 2.14, {@code synaptic_sampling_rewardgradient_synapse}. Deviation: F
 * and D belong to the presynaptic neuron.
 */
public final class ReferenceSynapses {
    private final Pairs pairs;
    private final Plasticity p;
    private final double stepMs;
    private final RewardStage reward;
    private final Layout layout;
    private final NoiseStream thetaNoise;
    private final NoiseStream gradientNoise;
    private final double[] facilitation;
    private final double[] depression;
    private final double[] theta;
    private final double[] weight;
    private final double[] eligibility;
    private final double[] gradient;
    private final boolean[] deleted;
    private long step;
    private double learningRate;
    private double temperature;

    /** Synapses with these initial parameters; {@code seed} is the projection's own. */
    public ReferenceSynapses(
            Pairs pairs, double[] initialTheta, Plasticity plasticity, double stepMs, long seed) {
        this.pairs = pairs;
        p = plasticity;
        this.stepMs = stepMs;
        reward = new RewardStage(plasticity, stepMs);
        layout = new Layout(pairs);
        thetaNoise = new NoiseStream(Seeds.derive(seed, "theta-noise", 0));
        gradientNoise = new NoiseStream(Seeds.derive(seed, "gradient-noise", 0));
        facilitation = new double[pairs.pres];
        depression = new double[pairs.pres];
        theta = initialTheta.clone();
        weight = new double[theta.length];
        eligibility = new double[theta.length];
        gradient = new double[theta.length];
        deleted = new boolean[theta.length];
        for (int k = 0; k < theta.length; k++) {
            weight[k] = weight(theta[k]);
        }
        schedule();
    }

    private double weight(double parameter) {
        boolean off = parameter < 0 && !p.rewiring().equals("none");
        return off ? 0 : p.weightScale() * Math.exp(parameter - p.parameterMappingOffset());
    }

    private void schedule() {
        double seconds = step * stepMs * 1e-3;
        learningRate =
                p.learningRate()
                        * p.learningRateSchedule().factor(seconds, reward.learningRateMean());
        temperature =
                p.temperature() * p.temperatureSchedule().factor(seconds, reward.temperatureMean());
    }

    /** A spike of presynaptic neuron {@code pre}, stamped with the step that comes next. */
    public void spike(int pre) {
        facilitation[pre] += 1; // (1)
        depression[pre] += 1;
    }

    /** Ends a step: {@link #remember} and, when due, {@link #update}. */
    public void endStep(double[] bap, double rewardNow) {
        remember(bap, rewardNow);
        if (updateDue()) {
            update();
        }
    }

    /** Advances traces, eligibility and gradient by a step. */
    public void remember(double[] bap, double rewardNow) {
        double r = reward.condition(rewardNow);
        double decayEligibility = Math.exp(-stepMs / p.episodeLength());
        double decayGradient = Math.exp(-stepMs / p.integrationTime());
        double decayFall = Math.exp(-stepMs / p.pspTauFall());
        double decayRise = Math.exp(-stepMs / p.pspTauRise());
        double norm = p.pspTauFall() / (p.pspTauFall() - p.pspTauRise());
        for (int i = 0; i < pairs.pres; i++) {
            facilitation[i] *= decayFall;
            depression[i] *= decayRise;
            double psp = facilitation[i] - depression[i];
            for (int pair = pairs.row[i]; pair < pairs.row[i + 1]; pair++) {
                double signal = bap[pairs.post[pair]];
                for (int k = pairs.first[pair]; k < pairs.first[pair + 1]; k++) {
                    eligibility[k] =
                            eligibility[k] * decayEligibility
                                    + weight[k] * norm * psp * signal; // (3)
                    gradient[k] = gradient[k] * decayGradient + r * eligibility[k]; // (4)
                    if (p.directGradientRate() > 0) {
                        theta[k] += r * learningRate * p.directGradientRate() * eligibility[k];
                    }
                }
            }
            if (facilitation[i] < p.pspCutoffAmplitude()) {
                facilitation[i] = 0;
                depression[i] = 0;
            }
        }
        step++;
    }

    /** Steps in which nothing happens: no spike, no learning signal, no reward, all traces 0. */
    public void pass(long steps) {
        for (long s = 0; s < steps; s++) {
            reward.condition(0);
        }
        double kept = Math.exp(-steps * stepMs / p.integrationTime());
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] *= kept;
        }
        step += steps;
    }

    /** Whether an update interval is over. */
    public boolean updateDue() {
        return step % p.weightUpdateInterval() == 0;
    }

    /** Steps until an update interval is over, at least 1. */
    public long stepsToUpdate() {
        return p.weightUpdateInterval() - step % p.weightUpdateInterval();
    }

    /** Moves parameters and sets weights. */
    public void update() {
        long update = step / p.weightUpdateInterval();
        double rate = learningRate * (p.weightUpdateInterval() * stepMs);
        for (int k = 0; k < theta.length; k++) {
            if (deleted[k]) {
                continue;
            }
            if (p.gradientNoise() > 0 && (weight[k] != 0 || p.simulateRetracted())) {
                gradient[k] +=
                        Math.sqrt(2 * p.gradientNoise() * rate)
                                * gradientNoise.at(layout.position(k), update);
            }
            double most = p.maxParamChange();
            double slope = Math.max(-most, Math.min(most, p.gradientScale() * gradient[k]));
            double moved =
                    theta[k]
                            + rate * (p.priorPrecision() * (p.priorMean() - theta[k]) + slope)
                            + Math.sqrt(2 * temperature * rate)
                                    * thetaNoise.at(layout.position(k), update);
            theta[k] = Math.max(p.minParam(), Math.min(p.maxParam(), moved)); // (6)
            weight[k] = weight(theta[k]);
            if (weight[k] == 0 && !p.simulateRetracted()) { // (7)
                eligibility[k] = 0;
                gradient[k] = 0;
            }
            deleted[k] = weight[k] == 0 && p.deleteRetracted();
        }
        schedule();
    }

    /** Replaces θ of all synapses; weights follow, eligibility and gradient are 0. */
    public void setTheta(double[] parameters) {
        for (int k = 0; k < theta.length; k++) {
            theta[k] = parameters[k];
            weight[k] = weight(parameters[k]);
            eligibility[k] = 0;
            gradient[k] = 0;
        }
    }

    /** θ of synapse {@code k}. */
    public double theta(int k) {
        return theta[k];
    }

    /** w of synapse {@code k}. */
    public double weight(int k) {
        return weight[k];
    }

    /** e of synapse {@code k}. */
    public double eligibility(int k) {
        return eligibility[k];
    }

    /** g of synapse {@code k}. */
    public double gradient(int k) {
        return gradient[k];
    }

    /** F of presynaptic neuron {@code pre}. */
    public double facilitation(int pre) {
        return facilitation[pre];
    }

    /** D of presynaptic neuron {@code pre}. */
    public double depression(int pre) {
        return depression[pre];
    }
}
