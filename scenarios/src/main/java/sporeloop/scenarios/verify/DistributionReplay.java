package sporeloop.scenarios.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sporeloop.scenarios.file.BadInput;
import sporeloop.spore.connectivity.Connectivity;
import sporeloop.spore.connectivity.PairDrawing;
import sporeloop.spore.plasticity.PlasticSynapses;
import sporeloop.spore.plasticity.Plasticity;

/** Lets many synapses drift without reward, and compares the law of θ with a recorded one. */
final class DistributionReplay {
    private static final int SYNAPSES_A_PAIR = 1000;
    private static final int MOST_SYNAPSES = 1_000_000;
    private static final Set<String> PARAMETERS =
            Set.of(
                    "temperature",
                    "gradient_noise",
                    "learning_rate",
                    "weight_update_interval",
                    "min_param",
                    "max_param",
                    "max_param_change",
                    "gradient_scale",
                    "integration_time",
                    "episode_length",
                    "parameter_mapping_offset",
                    "weight_scale",
                    "simulate_retracted_synapses");

    private final CaseFile file;
    private final double stepMs;
    private final Plasticity plasticity;
    private final int synapses;
    private final int snapshots;
    private final long gap;
    private final long burnIn;
    private final double start;

    DistributionReplay(CaseFile file) {
        this.file = file;
        stepMs = SynapseReplay.stepMs(file);
        Plasticity standard = SynapseReplay.plasticity(file, "parameters", stepMs);
        Map<String, JsonNode> given = new TreeMap<>();
        for (String parameter : PARAMETERS) {
            if (file.has(parameter)) {
                given.put(parameter, file.node(parameter));
            }
        }
        // Gradient noise reaches θ of a retracted synapse only if it is simulated on.
        if (file.number("gradient_noise", 0) > 0
                && !given.containsKey("simulate_retracted_synapses")) {
            standard = standard.but().simulateRetracted(true).build();
        }
        plasticity = CaseParameters.with(file, file.name(), standard, given, stepMs);
        synapses = file.count("n_synapses");
        snapshots = file.count("snapshots");
        if (synapses < 1 || synapses > MOST_SYNAPSES || snapshots < 2) {
            throw new BadInput(
                    file.path()
                            + ": must have 1 to "
                            + MOST_SYNAPSES
                            + " synapses and at least 2 snapshots.");
        }
        if (file.number("reward", 0) != 0) {
            throw new BadInput(file.path() + ": reward must be 0 in a case of kind distribution.");
        }
        gap = steps("gap_ms");
        burnIn = steps("burn_in_ms");
        start = start();
    }

    private long steps(String key) {
        return file.whole(key + " in steps", CaseParameters.steps(file.number(key), stepMs));
    }

    private double start() {
        String text = file.has("start") ? file.node("start").asText() : "theta=prior_mean";
        String value = text.replaceFirst("^\\s*theta\\s*=\\s*", "").strip();
        if (value.equals("prior_mean")) {
            return plasticity.priorMean();
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new BadInput(
                    file.path()
                            + ": start = "
                            + text
                            + ", but must be theta=prior_mean or theta=NUMBER.");
        }
    }

    List<Finding> replay() {
        List<Finding> findings = new ArrayList<>();
        for (boolean skip : new boolean[] {true, false}) {
            Significance significance = compare(skip);
            String way = skip ? "resting while retracted" : "every update";
            findings.add(
                    new Finding(file.name(), way, significance.passes(), significance.toString()));
        }
        return findings;
    }

    private Significance compare(boolean skip) {
        int posts = (synapses + SYNAPSES_A_PAIR - 1) / SYNAPSES_A_PAIR;
        int perPair = (synapses + posts - 1) / posts;
        double[] initial = new double[posts * perPair];
        Arrays.fill(initial, start);
        PlasticSynapses drifting =
                PlasticSynapses.of(
                        new PairDrawing(1, posts, perPair, true, 0)
                                .draw(new Connectivity.AllToAll()),
                        initial,
                        plasticity.but().skipRetracted(skip).build(),
                        stepMs,
                        1);
        double[] silence = new double[posts];
        double[][] recorded = new double[snapshots][];
        drift(drifting, burnIn, silence);
        for (int n = 0; n < snapshots; n++) {
            drift(drifting, gap, silence);
            recorded[n] = drifting.theta();
        }
        Significance significance = new Significance();
        compareLaw(significance, new Sample(recorded));
        if (!skip) { // what is seen of a rest has the law of each moment, not that of two together
            compareMemory(significance, drifting, recorded[snapshots - 1], silence);
        }
        return significance;
    }

    private static void drift(PlasticSynapses synapses, long steps, double[] silence) {
        for (long n = 0; n < steps; n++) {
            synapses.remember(silence, 0);
            synapses.finishStep();
        }
    }

    private void compareLaw(Significance significance, Sample ours) {
        significance.compare(
                "mean", ours.mean(), file.number("mean"), ours.errorOfMean(), ours.errorOfMean());
        significance.compare(
                "variance",
                ours.variance(),
                file.number("variance"),
                ours.errorOfVariance(),
                ours.errorOfVariance());
        if (file.has("expected_variance")) {
            significance.compare(
                    "variance against theory",
                    ours.variance(),
                    file.number("expected_variance"),
                    ours.errorOfVariance(),
                    0);
        }
        for (Map.Entry<String, JsonNode> quantile : file.object("quantiles").entrySet()) {
            double theirs = file.finite("quantiles." + quantile.getKey(), quantile.getValue());
            double p = probability(quantile.getKey());
            // A quantile that lies on a bound has no share of its own; the masses speak for it.
            if (theirs > plasticity.minParam() && theirs < plasticity.maxParam()) {
                compareShare(
                        significance,
                        "share below quantile " + quantile.getKey(),
                        ours,
                        ours.share(theirs, true),
                        p);
            }
        }
        if (file.has("frac_at_min")) {
            compareShare(
                    significance,
                    "frac_at_min",
                    ours,
                    ours.share(plasticity.minParam(), true),
                    file.number("frac_at_min"));
        }
        if (file.has("frac_at_max")) {
            compareShare(
                    significance,
                    "frac_at_max",
                    ours,
                    1 - ours.share(plasticity.maxParam(), false),
                    file.number("frac_at_max"));
        }
        if (file.has("frac_negative")) {
            compareShare(
                    significance,
                    "frac_negative",
                    ours,
                    ours.share(0, false),
                    file.number("frac_negative"));
        }
    }

    private double probability(String key) {
        try {
            return Double.parseDouble(key);
        } catch (NumberFormatException e) {
            throw new BadInput(
                    file.path() + ": quantiles." + key + ": its key must be a probability.");
        }
    }

    private static void compareShare(
            Significance significance, String name, Sample sample, double ours, double theirs) {
        double error = sample.errorOfShare(theirs);
        significance.compare(name, ours, theirs, error, error);
    }

    /** Correlation across synapses after some updates; Fisher's z has the error 1/√(n − 3). */
    private void compareMemory(
            Significance significance, PlasticSynapses drifting, double[] from, double[] silence) {
        TreeMap<Integer, Double> lags = new TreeMap<>();
        for (Map.Entry<String, JsonNode> lag :
                file.object("autocorrelation_at_lag_updates").entrySet()) {
            String key = "autocorrelation_at_lag_updates." + lag.getKey();
            try {
                lags.put(
                        file.whole(key, Double.parseDouble(lag.getKey())),
                        file.finite(key, lag.getValue()));
            } catch (NumberFormatException e) {
                throw new BadInput(
                        file.path() + ": " + key + ": its key must be a number of updates.");
            }
        }
        int done = 0;
        double error = 1 / Math.sqrt(Math.max(1, from.length - 3));
        for (Map.Entry<Integer, Double> lag : lags.entrySet()) {
            drift(drifting, (lag.getKey() - done) * plasticity.weightUpdateInterval(), silence);
            done = lag.getKey();
            double ours = Sample.correlation(from, drifting.theta());
            significance.compare(
                    "autocorrelation at lag " + done,
                    fisher(ours),
                    fisher(lag.getValue()),
                    error,
                    error);
        }
    }

    private static double fisher(double correlation) {
        double r = Math.max(-0.999999, Math.min(0.999999, correlation));
        return 0.5 * StrictMath.log((1 + r) / (1 - r));
    }
}
