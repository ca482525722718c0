package sporeloop.spore.plasticity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import sporeloop.spore.connectivity.Pairs;
import sporeloop.spore.numerics.Finite;

/**
 * All that a projection's plastic synapses remember, and who of them is awake. Numbers of synapses,
 * as in {@link Pairs}, become positions of the {@link Layout} here.
 */
final class SynapseState {
    /** What each synapse has, besides θ, which may rest. */
    enum Symbol {
        WEIGHT,
        ELIGIBILITY,
        GRADIENT
    }

    final Pairs pairs;
    final Layout layout;
    final Synapses synapses;
    final Shard[] shards;
    final @Nullable Rests rests;

    /** Summed weight of each pair's synapses, [pairs]. */
    final double[] pairWeight;

    /** The update at which a connection came to life, by position; −1: it is off. */
    final int[] born;

    /** Whether all packed synapses have written their values home. */
    private boolean home;

    SynapseState(Pairs pairs, Plasticity plasticity, double stepMs, int variables, long seed) {
        this.pairs = pairs;
        layout = new Layout(pairs);
        synapses = new Synapses(layout.blocks(), variables);
        born = new int[layout.blocks() * Layout.BLOCK];
        pairWeight = new double[pairs.count()];
        shards = new Shard[layout.shards()];
        for (int s = 0; s < shards.length; s++) {
            shards[s] = new Shard(layout, s, synapses);
        }
        rests =
                Rest.possible(plasticity, stepMs)
                        ? new Rests(
                                new Rest(plasticity, stepMs),
                                new NoiseStream(seed),
                                synapses,
                                shards.length)
                        : null;
    }

    /** To be called before a pass, which leaves values of packed synapses away from home. */
    void changes() {
        home = false;
    }

    /** Takes β and T of update number {@code update}, once, in order. */
    void schedule(long update, double learningRate, double temperature) {
        if (rests != null) {
            rests.schedule(update, learningRate, temperature);
        }
    }

    /** Most groups of a shard. */
    int mostGroups() {
        int most = 0;
        for (Shard shard : shards) {
            most = Math.max(most, shard.lastGroup - shard.firstGroup);
        }
        return most;
    }

    /** Sets all parameters, and the weights to those that {@code weight} gives them. */
    void set(double[] theta, long update, DoubleUnaryOperator weight) {
        if (theta.length != pairs.synapses()) {
            throw new IllegalArgumentException(
                    theta.length + " parameters for " + pairs.synapses() + " synapses");
        }
        wakeAll(update);
        int[] position = layout.positions();
        int now = (int) update & Integer.MAX_VALUE;
        for (int k = 0; k < theta.length; k++) {
            if (!(Math.abs(theta[k]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "θ of synapse " + k + " = " + theta[k] + ", but must be finite");
            }
            int at = position[k];
            put(synapses.theta, at, theta[k]);
            put(synapses.weight, at, weight.applyAsDouble(theta[k]));
            born[at] = at(synapses.weight, at) != 0 ? now : -1;
        }
        readHome();
        sumPairWeights(position);
    }

    /** Sets all eligibilities and gradients to 0, and what the rule keeps besides. */
    void clearTraces(long update) {
        wakeAll(update);
        for (int block = 0; block < layout.blocks(); block++) {
            Arrays.fill(synapses.eligibility[block], 0);
            Arrays.fill(synapses.gradient[block], 0);
            for (double[][] variable : synapses.own) {
                Arrays.fill(variable[block], 0);
            }
        }
        readHome();
    }

    /**
     * Takes over synapses of another state, where all are awake.
     *
     * @param source number there of each synapse, [synapses]; −1: it is new
     * @param birth θ of those that are new
     * @param birthWeight their weight
     */
    void takeOver(
            SynapseState old,
            int[] source,
            double birth,
            double birthWeight,
            long update,
            boolean deletes) {
        int now = birthWeight != 0 ? (int) update & Integer.MAX_VALUE : -1;
        if (rests != null && old.rests != null) {
            rests.takeOver(old.rests);
        }
        int[] from = old.layout.positions();
        int[] to = layout.positions();
        shards[0].turnover.add(old.turnover());
        for (int k = 0; k < source.length; k++) {
            if (source[k] >= 0) {
                takeOver(old, from[source[k]], to[k], deletes);
            } else {
                put(synapses.theta, to[k], birth);
                put(synapses.weight, to[k], birthWeight);
                born[to[k]] = now;
                if (now >= 0) {
                    shards[0].turnover.birth();
                }
            }
        }
        readHome();
        sumPairWeights(to);
    }

    private void takeOver(SynapseState old, int source, int target, boolean deletes) {
        put(synapses.theta, target, at(old.synapses.theta, source));
        put(synapses.weight, target, at(old.synapses.weight, source));
        put(synapses.eligibility, target, at(old.synapses.eligibility, source));
        put(synapses.gradient, target, at(old.synapses.gradient, source));
        for (int v = 0; v < synapses.own.length; v++) {
            put(synapses.own[v], target, at(old.synapses.own[v], source));
        }
        born[target] = old.born[source];
        if (deletes && !old.shard(source).isAwake(source)) {
            shard(target).putAside(target);
        }
    }

    int active() {
        int active = 0;
        for (Shard shard : shards) {
            active += shard.active();
        }
        return active;
    }

    Turnover turnover() {
        Turnover all = new Turnover();
        for (Shard shard : shards) {
            all.add(shard.turnover);
        }
        return all;
    }

    /** θ of synapse {@code k} after {@code update}. */
    double theta(int k, long update) {
        int position = layout.position(k);
        writeHome();
        return rests == null || shard(position).isAwake(position)
                ? at(synapses.theta, position)
                : rests.theta(position, update);
    }

    private Shard shard(int position) {
        int s = 0;
        while (!shards[s].holds(position)) {
            s++;
        }
        return shards[s];
    }

    /** θ of each synapse after {@code update}, [synapses]. */
    double[] theta(long update) {
        writeHome();
        double[] theta = new double[pairs.synapses()];
        int[] position = layout.positions();
        int s = 0;
        for (int k = 0; k < theta.length; k++) {
            int at = position[k];
            while (!shards[s].holds(at)) {
                s++;
            }
            theta[k] =
                    rests == null || shards[s].isAwake(at)
                            ? at(synapses.theta, at)
                            : rests.theta(at, update);
        }
        return theta;
    }

    /** A symbol of synapse {@code k}. */
    double value(Symbol symbol, int k) {
        writeHome();
        return at(values(symbol, synapses), layout.position(k));
    }

    /** A symbol of each synapse, [synapses]; a copy. */
    double[] values(Symbol symbol) {
        writeHome();
        double[][] byPosition = values(symbol, synapses);
        double[] values = new double[pairs.synapses()];
        int[] position = layout.positions();
        for (int k = 0; k < values.length; k++) {
            values[k] = at(byPosition, position[k]);
        }
        return values;
    }

    /** Whether each synapse is off, [synapses]. */
    boolean[] off() {
        writeHome();
        boolean[] off = new boolean[pairs.synapses()];
        int[] position = layout.positions();
        for (int k = 0; k < off.length; k++) {
            off[k] = at(synapses.weight, position[k]) == 0;
        }
        return off;
    }

    private static double[][] values(Symbol symbol, Synapses of) {
        return switch (symbol) {
            case WEIGHT -> of.weight;
            case ELIGIBILITY -> of.eligibility;
            case GRADIENT -> of.gradient;
        };
    }

    private void writeHome() {
        if (!home) {
            for (Shard shard : shards) {
                shard.pack.writeHome(synapses);
            }
            home = true;
        }
    }

    private void readHome() {
        for (Shard shard : shards) {
            shard.pack.readHome(synapses);
        }
    }

    /** Ends all rests, bringing θ to what it is after {@code update}. */
    void wakeAll(long update) {
        writeHome();
        if (rests != null) {
            for (Shard shard : shards) {
                rests.wakeAll(shard, update);
            }
        }
    }

    private void sumPairWeights(int[] position) {
        for (int p = 0; p < pairs.count(); p++) {
            double sum = 0;
            for (int k = pairs.first[p]; k < pairs.first[p + 1]; k++) {
                sum += at(synapses.weight, position[k]);
            }
            pairWeight[p] = sum;
        }
        countActive(position);
    }

    private void countActive(int[] position) {
        for (Shard shard : shards) {
            int active = 0;
            for (int k = pairs.first[shard.firstPair]; k < pairs.first[shard.lastPair]; k++) {
                active += at(synapses.weight, position[k]) != 0 ? 1 : 0;
            }
            shard.setActive(active);
        }
    }

    private static double at(double[][] values, int position) {
        return values[Synapses.block(position)][Synapses.place(position)];
    }

    private static void put(double[][] values, int position, double value) {
        values[Synapses.block(position)][Synapses.place(position)] = value;
    }

    /** Writes the state after {@code update}. */
    void save(DataOutput out, long update) throws IOException {
        writeHome();
        for (int at : layout.positions()) {
            out.writeDouble(at(synapses.theta, at));
            out.writeDouble(at(synapses.weight, at));
            out.writeDouble(at(synapses.eligibility, at));
            out.writeDouble(at(synapses.gradient, at));
            for (double[][] variable : synapses.own) {
                out.writeDouble(at(variable, at));
            }
            out.writeInt(born[at]);
        }
        for (double weight : pairWeight) { // sums whose order of additions is past
            out.writeDouble(weight);
        }
        for (Shard shard : shards) {
            shard.save(out);
        }
        if (rests != null) {
            rests.save(out, update);
        }
    }

    /** Reads the state that {@link #save} wrote. */
    void restore(DataInput in, long update) throws IOException {
        int[] position = layout.positions();
        for (int at : position) {
            put(synapses.theta, at, Finite.read(in));
            put(synapses.weight, at, Finite.read(in));
            put(synapses.eligibility, at, Finite.read(in));
            put(synapses.gradient, at, Finite.read(in));
            for (double[][] variable : synapses.own) {
                put(variable, at, Finite.read(in));
            }
            born[at] = in.readInt();
        }
        for (int p = 0; p < pairWeight.length; p++) {
            pairWeight[p] = Finite.read(in);
        }
        for (Shard shard : shards) {
            shard.restore(in);
        }
        if (rests != null) {
            rests.restore(in, shards, update);
        }
        countActive(position);
    }
}
