package sporeloop.spore.inference;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/** The parameters of synaptic sampling without reward; the equations stand in {@link WinnerTakeAll}. */
public record Inference(
        @Parameter(
                        value = "b, rate of the parameter dynamics",
                        range = "[0, ∞)",
                        unit = Unit.PER_MS)
                double learningRate,
        @Parameter(value = "T, scale of the noise on θ", range = "[0, ∞)") double temperature,
        @Parameter(value = "n, examples that the likelihood counts for", range = "[0, ∞)")
                double examples,
        @Parameter(value = "μ, mean of the prior") double priorMean,
        @Parameter(value = "σ, spread of the prior", range = "(0, ∞)") double priorSd,
        @Parameter(value = "θ₀ of w = exp(θ − θ₀)") double offset,
        @Parameter(value = "α, trace expected at w = 0", range = "(0, ∞)") double baseline,
        @Parameter(value = "ρ, rate of all neurons together", range = "(0, ∞)", unit = Unit.HZ)
                double rate,
        @Parameter(value = "η, change of an excitability by its neuron's spike", range = "[0, ∞)")
                double homeostasis,
        @Parameter(value = "τ_r, rise time of a trace", range = "(0, ∞)", unit = Unit.MS)
                double traceRise,
        @Parameter(value = "τ_f, fall time of a trace", range = "(0, ∞)", unit = Unit.MS)
                double traceFall,
        @Parameter(value = "Δ, grid of updates", range = "[1, 1000000]", unit = Unit.STEPS)
                long interval) {
    /** Checks the ranges. */
    public Inference {
        Ranges.check(
                Inference.class,
                learningRate,
                temperature,
                examples,
                priorMean,
                priorSd,
                offset,
                baseline,
                rate,
                homeostasis,
                traceRise,
                traceFall,
                interval);
        if (traceRise >= traceFall) {
            throw new IllegalArgumentException(
                    "traceRise = "
                            + traceRise
                            + " ms, but must be below traceFall = "
                            + traceFall
                            + " ms");
        }
    }

    /** What learns patterns that some dozens of inputs show at up to 60 Hz, within minutes. */
    public static Inference standard() {
        return new Inference(1e-7, 1, 10_000, 0.5, 1, 2.5, 0.1, 200, 0.005, 2, 20, 10);
    }

    /** These parameters with another b [1/ms]. */
    public Inference withLearningRate(double value) {
        return new Inference(
                value,
                temperature,
                examples,
                priorMean,
                priorSd,
                offset,
                baseline,
                rate,
                homeostasis,
                traceRise,
                traceFall,
                interval);
    }

    /** These parameters with another T. */
    public Inference withTemperature(double value) {
        return new Inference(
                learningRate,
                value,
                examples,
                priorMean,
                priorSd,
                offset,
                baseline,
                rate,
                homeostasis,
                traceRise,
                traceFall,
                interval);
    }

    /** These parameters with another n. */
    public Inference withExamples(double value) {
        return new Inference(
                learningRate,
                temperature,
                value,
                priorMean,
                priorSd,
                offset,
                baseline,
                rate,
                homeostasis,
                traceRise,
                traceFall,
                interval);
    }

    /** These parameters with another Gaussian prior. */
    public Inference withPrior(double mean, double sd) {
        return new Inference(
                learningRate,
                temperature,
                examples,
                mean,
                sd,
                offset,
                baseline,
                rate,
                homeostasis,
                traceRise,
                traceFall,
                interval);
    }
}
