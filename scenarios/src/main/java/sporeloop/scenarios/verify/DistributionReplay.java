package sporeloop.scenarios.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import sporeloop.scenarios.file.BadInput;
import sporeloop.spore.connectivity.Connectivity;
import sporeloop.spore.connectivity.PairDrawing;
import sporeloop.spore.connectivity.Pairs;
import sporeloop.spore.plasticity.PlasticSynapses;
import sporeloop.spore.plasticity.Plasticity;
import sporeloop.spore.reference.ReferenceSynapses;

/** Lets many synapses drift without reward, and compares the law of θ with a recorded one. */
final class DistributionReplay {
    private static final int SYNAPSES_A_PAIR = 1000;
    private static final int MOST_SYNAPSES = 1_000_000;
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
        stepMs = file.stepMs();
        Plasticity given = SynapseReplay.plasticity(file, "parameters", stepMs);
        // Gradient noise reaches θ of a retracted synapse only if it is simulated on.
        boolean unsaid =
                !file.has("simulate_retracted_synapses") && !file.has("simulate_retracted");
        plasticity =
                given.gradientNoise() > 0 && unsaid
                        ? given.but().simulateRetracted(true).build()
                        : given;
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
        switch (value) {
            case "prior_mean" -> {
                return plasticity.priorMean();
            }
            case "min_param" -> {
                return plasticity.minParam();
            }
            case "max_param" -> {
                return plasticity.maxParam();
            }
            default -> {
                return number(value, text);
            }
        }
    }

    private double number(String value, String text) {
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new BadInput(
                file.path()
                        + ": start = "
                        + text
                        + ", but must be theta=prior_mean or theta=NUMBER.");
    }

    List<Finding> replay(boolean reference) {
        Stream<Run> runs =
                Stream.of(
                        new Run("resting while retracted", true, false),
                        new Run("every update", false, false),
                        new Run("reference", false, true));
        // Each takes seconds, and nothing of another: they run beside each other.
        return runs.filter(run -> reference || !run.reference)
                .parallel()
                .map(this::finding)
                .toList();
    }

    private record Run(String way, boolean skip, boolean reference) {}

    private Finding finding(Run run) {
        Significance significance = compare(run.skip, run.reference);
        return new Finding(file.name(), run.way, significance.passes(), significance.toString());
    }

    private Significance compare(boolean skip, boolean reference) {
        int posts = (synapses + SYNAPSES_A_PAIR - 1) / SYNAPSES_A_PAIR;
        int perPair = (synapses + posts - 1) / posts;
        double[] initial = new double[posts * perPair];
        Arrays.fill(initial, start);
        Pairs pairs = new PairDrawing(1, posts, perPair, true, 0).draw(new Connectivity.AllToAll());
        Plasticity wanted = plasticity.but().skipRetracted(skip).build();
        ReplayedSynapses drifting =
                reference
                        ? new ReplayedSynapses.Reference(
                                new ReferenceSynapses(pairs, initial, wanted, stepMs, 1),
                                initial.length)
                        : new ReplayedSynapses.Engine(
                                PlasticSynapses.of(pairs, initial, wanted, stepMs, 1));
        double[][] recorded = new double[snapshots][];
        drifting.pass(burnIn);
        for (int n = 0; n < snapshots; n++) {
            drifting.pass(gap);
            recorded[n] = drifting.theta();
        }
        Significance significance = new Significance();
        compareLaw(significance, new Sample(recorded));
        if (!skip) { // what is seen of a rest has the law of each moment, not that of two together
            compareMemory(significance, drifting, recorded[snapshots - 1]);
        }
        return significance;
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
            Significance significance, ReplayedSynapses drifting, double[] from) {
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
            drifting.pass((lag.getKey() - done) * plasticity.weightUpdateInterval());
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
