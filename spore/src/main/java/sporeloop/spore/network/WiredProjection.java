package sporeloop.spore.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import sporeloop.spore.connectivity.PairDrawing;
import sporeloop.spore.connectivity.Pairs;
import sporeloop.spore.neuron.Receptor;
import sporeloop.spore.numerics.Finite;
import sporeloop.spore.plasticity.Crew;
import sporeloop.spore.plasticity.PlasticSynapses;
import sporeloop.spore.plasticity.Plasticity;
import sporeloop.spore.random.NormalVariate;
import sporeloop.spore.random.Seeds;

/** A projection in its network: delivers spikes by the weights of now, and learns if it can. */
final class WiredProjection {
    final String name;
    final Projection projection;
    final WiredPopulation target;
    private final Plasticity plasticity;
    private final double stepMs;
    private final long seed;
    private final int delay;

    /** The original delivers no spike of an excitatory projection with a negative weight scale. */
    private final boolean suppressed;

    private Crew crew = Crew.ALONE;
    private Pairs pairs;
    private double[] weights;
    private @Nullable PlasticSynapses plastic;

    WiredProjection(
            String name,
            Projection projection,
            int pres,
            WiredPopulation target,
            Plasticity standard,
            double stepMs,
            long networkSeed) {
        this.name = name;
        this.projection = projection;
        this.target = target;
        this.stepMs = stepMs;
        plasticity = projection.plasticity() == null ? standard : projection.plasticity();
        seed = Seeds.derive(networkSeed, "projection " + name, 0);
        if (projection.plastic()
                && projection.receptor() == Receptor.INHIBITORY
                && plasticity.weightScale() > 0) {
            throw new IllegalArgumentException(
                    "projection "
                            + name
                            + ": weight-scale = "
                            + plasticity.weightScale()
                            + ", but must be below 0 for plastic synapses on inhibitory receptors");
        }
        delay = (int) projection.delay();
        suppressed =
                projection.plastic()
                        && plasticity.weightScale() < 0
                        && projection.receptor() == Receptor.EXCITATORY;
        pairs =
                new PairDrawing(
                                pres,
                                target.neurons.size(),
                                projection.synapsesPerPair(),
                                selfConnections(),
                                seed)
                        .draw(projection.connectivity());
        weights = new double[0];
        wire(pairs);
    }

    /** Whether neurons of the same number may be connected: always between two populations. */
    private boolean selfConnections() {
        return !projection.from().equals(projection.to()) || projection.selfConnections();
    }

    /** Makes the synapses of {@code wanted} with their initial parameters or weights. */
    private void wire(Pairs wanted) {
        pairs = wanted;
        if (projection.plastic()) {
            double[] theta =
                    drawn(
                            "theta",
                            pairs.synapses(),
                            projection.initialMean(),
                            projection.initialSd());
            plastic = PlasticSynapses.of(pairs, theta, plasticity, stepMs, seed);
            plastic.share(crew);
            weights = plastic.pairWeight();
        } else {
            double[] each =
                    drawn("weight", pairs.synapses(), projection.weight(), projection.weightSd());
            weights = new double[pairs.count()];
            for (int p = 0; p < pairs.count(); p++) {
                for (int k = pairs.first[p]; k < pairs.first[p + 1]; k++) {
                    weights[p] += each[k];
                }
            }
        }
    }

    private double[] drawn(String what, int count, double mean, double sd) {
        return NormalVariate.sequence(Seeds.derive(seed, what, 0), count, mean, sd);
    }

    /** Connects other pairs from now on; synapses of pairs that stay keep their state. */
    void reconnect(Pairs wanted, double theta) {
        PlasticSynapses old = plastic;
        if (old == null) {
            throw new IllegalArgumentException(
                    "projection " + name + " is static, but only plastic ones can be reconnected");
        }
        old.reconnect(wanted, theta);
        follow(old);
    }

    private void follow(PlasticSynapses moved) {
        weights = moved.pairWeight();
        pairs = moved.pairs();
    }

    void share(Crew workers) {
        crew = workers;
        if (plastic != null) {
            plastic.share(workers);
        }
    }

    /** A spike of presynaptic neuron {@code pre}, stamped with the step of now. */
    void spike(int pre) {
        if (plastic != null) {
            plastic.spike(pre);
        }
        if (suppressed) {
            return;
        }
        final double[] to = target.arriving(projection.receptor(), delay - 1);
        final double[] weight = weights;
        final int from = pairs.row[pre];
        if (pairs.full(pre)) {
            for (int j = 0; j < to.length; j++) {
                to[j] += weight[from + j];
            }
        } else {
            final int[] post = pairs.post;
            for (int p = from; p < pairs.row[pre + 1]; p++) {
                to[post[p]] += weight[p];
            }
        }
    }

    /** The end of a step: learning signals and reward go to the synapses. */
    void endStep(double reward) {
        if (plastic != null) {
            plastic.remember(target.neurons.signal(), reward);
            if (plastic.finishStep() && plastic.relocationIsDue()) {
                plastic.relocate(projection.synapsesPerPair(), selfConnections());
                follow(plastic);
            }
        }
    }

    @Nullable PlasticSynapses plastic() {
        return plastic;
    }

    Pairs pairs() {
        return pairs;
    }

    double[] weights() {
        return weights;
    }

    void save(DataOutput out) throws IOException {
        pairs.save(out);
        if (plastic != null) {
            plastic.save(out);
        } else {
            for (double weight : weights) {
                out.writeDouble(weight);
            }
        }
    }

    void restore(DataInput in) throws IOException {
        Pairs saved = Pairs.read(in, pairs.pres, pairs.posts);
        if (!saved.same(pairs)) {
            wire(saved);
        }
        if (plastic != null) {
            plastic.restore(in);
        } else {
            for (int p = 0; p < weights.length; p++) {
                weights[p] = Finite.read(in);
            }
        }
    }
}
