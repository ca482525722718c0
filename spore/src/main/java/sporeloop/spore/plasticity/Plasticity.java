package sporeloop.spore.plasticity;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/**
 * The parameters of reward-based synaptic sampling, by the names and with the defaults of the
 * original software. The equations stand in {@link SynapticSampling} and {@link PlasticSynapses}.
 */
public record Plasticity(
        @Parameter(value = "the plasticity rule", standard = "spore") String rule,
        @Parameter(
                        value =
                                "what happens to connections that retract: spontaneous, reallocation,"
                                        + " fixed-fan-in, none",
                        standard = "spontaneous")
                String rewiring,
        @Parameter(
                        value =
                                "weight updates from one move of retracted connections to the next;"
                                        + " rewiring reallocation or fixed-fan-in",
                        standard = "10",
                        range = "[1, 1000000]")
                int rewiringInterval,
        @Parameter(
                        value = "θ of a connection that has moved, within min-param and max-param",
                        standard = "0",
                        source = "Bellec et al. 2018")
                double birthParam,
        @Parameter(
                        value = "β, rate of the parameter dynamics",
                        unit = Unit.PER_MS,
                        standard = "5e-8 /ms",
                        range = "[0, ∞)",
                        source = "SPORE 2.14, learning_rate")
                double learningRate,
        @Parameter(value = "course of the learning rate", standard = "constant")
                Schedule learningRateSchedule,
        @Parameter(
                        value = "T, scale of the noise on θ",
                        standard = "0.1",
                        range = "[0, ∞)",
                        source = "SPORE 2.14, temperature")
                double temperature,
        @Parameter(value = "course of the temperature", standard = "constant")
                Schedule temperatureSchedule,
        @Parameter(
                        value = "α, friction of the momentum; rule hamiltonian",
                        unit = Unit.PER_MS,
                        standard = "1e-4 /ms",
                        range = "(0, ∞)",
                        source = "Yu et al. 2016")
                double friction,
        @Parameter(
                        value = "T_g, scale of the noise on the reward gradient",
                        standard = "0",
                        range = "[0, ∞)",
                        source = "SPORE 2.14, gradient_noise")
                double gradientNoise,
        @Parameter(
                        value = "τ_r, rise time of the presynaptic trace",
                        unit = Unit.MS,
                        standard = "2 ms",
                        range = "(0, ∞)",
                        source = "SPORE 2.14, psp_tau_rise")
                double pspTauRise,
        @Parameter(
                        value = "τ_f, fall time of the presynaptic trace",
                        unit = Unit.MS,
                        standard = "20 ms",
                        range = "(0, ∞)",
                        source = "SPORE 2.14, psp_tau_fall")
                double pspTauFall,
        @Parameter(
                        value = "a decayed presynaptic trace below it is set to 0",
                        standard = "1e-4",
                        range = "[0, ∞)",
                        source = "SPORE 2.14, psp_cutoff_amplitude")
                double pspCutoffAmplitude,
        @Parameter(
                        value = "τ_g, decay of the reward gradient",
                        unit = Unit.MS,
                        standard = "50 s",
                        range = "(0, ∞)",
                        source = "SPORE 2.14, integration_time")
                double integrationTime,
        @Parameter(
                        value = "τ_e, decay of the eligibility trace",
                        unit = Unit.MS,
                        standard = "1 s",
                        range = "(0, ∞)",
                        source = "SPORE 2.14, episode_length")
                double episodeLength,
        @Parameter(
                        value = "Δ, grid of parameter and weight updates",
                        unit = Unit.STEPS,
                        standard = "100 ms",
                        range = "[1, 100000000]",
                        source = "SPORE 2.14, weight_update_interval")
                long weightUpdateInterval,
        @Parameter(
                        value = "θ₀ of w = w₀·exp(θ − θ₀)",
                        standard = "3",
                        source = "SPORE 2.14, parameter_mapping_offset")
                double parameterMappingOffset,
        @Parameter(
                        value = "w₀ of w = w₀·exp(θ − θ₀)",
                        standard = "1",
                        source = "SPORE 2.14, weight_scale")
                double weightScale,
        @Parameter(
                        value = "c_e, rate of the direct reward × eligibility term; ≤ 0: none",
                        standard = "0",
                        source = "SPORE 2.14, direct_gradient_rate")
                double directGradientRate,
        @Parameter(
                        value = "c_g, factor of the reward gradient",
                        standard = "1",
                        source = "SPORE 2.14, gradient_scale")
                double gradientScale,
        @Parameter(
                        value = "greatest θ",
                        standard = "5",
                        range = "[-300, 300]",
                        source = "SPORE 2.14, max_param")
                double maxParam,
        @Parameter(
                        value = "least θ",
                        standard = "-2",
                        range = "[-300, 300]",
                        source = "SPORE 2.14, min_param")
                double minParam,
        @Parameter(
                        value = "bound of c_g·g before the learning rate",
                        standard = "40",
                        range = "[0, ∞)",
                        source = "SPORE 2.14, max_param_change")
                double maxParamChange,
        @Parameter(
                        value = "μ, mean of the Gaussian prior of θ",
                        standard = "0",
                        source = "SPORE 2.14, prior_mean")
                double priorMean,
        @Parameter(
                        value = "c_p = 1/σ², precision of the Gaussian prior of θ",
                        standard = "1",
                        range = "[0, ∞)",
                        source = "SPORE 2.14, prior_precision")
                double priorPrecision,
        @Parameter(
                        value = "a retracted synapse keeps its traces and its gradient",
                        standard = "false",
                        source = "SPORE 2.14, simulate_retracted")
                boolean simulateRetracted,
        @Parameter(
                        value = "a synapse that retracts is removed for good",
                        standard = "false",
                        source = "SPORE 2.14, delete_retracted")
                boolean deleteRetracted,
        @Parameter(
                        value = "retracted synapses rest over updates in which they meet no bound",
                        standard = "true")
                boolean skipRetracted,
        @Parameter(value = "what is done to the reward before synapses see it", standard = "raw")
                RewardConditioning reward) {

    /** Checks each parameter, and those that bound each other. */
    public Plasticity {
        Ranges.check(
                Plasticity.class,
                rule,
                rewiring,
                rewiringInterval,
                birthParam,
                learningRate,
                learningRateSchedule,
                temperature,
                temperatureSchedule,
                friction,
                gradientNoise,
                pspTauRise,
                pspTauFall,
                pspCutoffAmplitude,
                integrationTime,
                episodeLength,
                weightUpdateInterval,
                parameterMappingOffset,
                weightScale,
                directGradientRate,
                gradientScale,
                maxParam,
                minParam,
                maxParamChange,
                priorMean,
                priorPrecision,
                simulateRetracted,
                deleteRetracted,
                skipRetracted,
                reward);
        if (pspTauRise >= pspTauFall) {
            throw new IllegalArgumentException(
                    "psp-tau-rise = "
                            + pspTauRise
                            + " ms, but must be in (0, "
                            + pspTauFall
                            + ") ms, below psp-tau-fall");
        }
        if (minParam >= maxParam) {
            throw new IllegalArgumentException(
                    "min-param = " + minParam + ", but must be below max-param = " + maxParam);
        }
        if (weightScale == 0) {
            throw new IllegalArgumentException(
                    "weight-scale = 0, but must not be 0: a weight of 0 means a retracted synapse");
        }
        if (Math.abs(parameterMappingOffset) > 300) {
            throw new IllegalArgumentException(
                    "parameter-mapping-offset = "
                            + parameterMappingOffset
                            + ", but must be in [-300, 300]");
        }
    }

    /** The defaults of the original software at a step of 1 ms. */
    public static Plasticity standard() {
        return new PlasticityBuilder().build();
    }

    /** A builder that starts from these parameters. */
    public PlasticityBuilder but() {
        return new PlasticityBuilder(this);
    }
}
