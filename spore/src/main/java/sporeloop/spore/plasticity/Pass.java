package sporeloop.spore.plasticity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sporeloop.spore.connectivity.Pairs;

/**
 * One worker's pass over a shard: the sums of its pairs, then block by block consolidation and, at
 * the end of an update interval, rule, rewiring and the pairs' weights. With A, B, C and κ of {@link
 * PairProducts}, and w constant over the N steps of a stretch,
 *
 * <pre>
 *   θ ← θ + β·c_e·( κ₁(0)·d_e·e + w·C )                                                      (1)
 *   g ← d_g^N·g + κ(0)·d_e·e + w·B                                                           (2)
 *   e ← d_e^N·e + w·A                                                                        (3)
 * </pre>
 *
 * in this order, each with the old e. Lanes whose synapses are mostly awake are worked on where they
 * stand; the awake ones of other blocks are in the shard's {@link Pack}.
 *
 * <p>Each worker has its own; several may work on different shards at the same time.
 */
final class Pass {
    private final Pairs pairs;
    private final Layout layout;
    private final Synapses synapses;
    private final Stretch stretch;
    private final PlasticityRule rule;
    private final Rewiring rewiring;
    private final @Nullable Rests rests;
    private final double[] pairWeight;
    private final int[] born;
    private final double directRate;

    private final PresynapticTraces.Events events = new PresynapticTraces.Events();
    private final double[] row;
    private final int[] places = new int[Chunk.SIZE];

    /** Sums of the shard's pairs, [part][group][256], and the weights of a group's. */
    private final double[][][] sums;

    private final double[] groupWeight = new double[Chunk.SIZE];

    private final Chunk window;
    private final Chunk packed;
    private final double[][] packedSums;

    /** Slots of the pack whose synapses fall asleep, rising. */
    private int[] leaving = new int[Chunk.SIZE];

    private int leavingCount;

    private boolean update;
    private long number;
    private double learningRate;
    private double temperature;

    Pass(
            SynapseState state,
            Stretch stretch,
            PlasticityRule rule,
            Rewiring rewiring,
            double directRate) {
        pairs = state.pairs;
        layout = state.layout;
        synapses = state.synapses;
        rests = state.rests;
        pairWeight = state.pairWeight;
        born = state.born;
        this.stretch = stretch;
        this.rule = rule;
        this.rewiring = rewiring;
        this.directRate = directRate;
        row = new double[pairs.posts];
        sums = new double[stretch.parts()][state.mostGroups()][Chunk.SIZE];
        window = new Chunk();
        packed = new Chunk();
        packedSums = new double[stretch.parts()][Chunk.SIZE];
    }

    /** Takes the traces of a shard's neurons through the stretch, but no synapse. */
    void traces(Shard shard) {
        for (int i = shard.firstRow; i < shard.lastRow; i++) {
            stretch.advance(i, events);
            if (pairs.row[i] == pairs.row[i + 1]) {
                continue;
            }
            int from = pairs.row[i] - shard.firstPair;
            int place = Synapses.place(from);
            boolean together = pairs.full(i) && place + pairs.posts <= Chunk.SIZE;
            for (int part = 0; part < sums.length; part++) {
                if (together) {
                    stretch.row(events, part, sums[part][Synapses.block(from)], place);
                } else {
                    stretch.row(events, part, row, 0);
                    spread(i, from, sums[part]);
                }
            }
        }
    }

    private void spread(int pre, int from, double[][] to) {
        int k = from;
        for (int p = pairs.row[pre]; p < pairs.row[pre + 1]; p++, k++) {
            to[Synapses.block(k)][Synapses.place(k)] = row[pairs.post[p]];
        }
    }

    /** Consolidates a shard. */
    void consolidate(Shard shard, double rate) {
        update = false;
        learningRate = rate;
        walk(shard);
    }

    /** Consolidates a shard and makes update number {@code now}. */
    void update(Shard shard, long now, double rate, double heat) {
        update = true;
        number = now;
        learningRate = rate;
        temperature = heat;
        Arrays.fill(pairWeight, shard.firstPair, shard.lastPair, 0);
        shard.setActive(0);
        if (rests != null) {
            rests.wakeDue(shard, now);
        }
        walk(shard);
    }

    private void walk(Shard shard) {
        traces(shard);
        for (int group = shard.firstGroup; group < shard.lastGroup; group++) {
            int size = layout.pair(group + 1) - layout.pair(group);
            int end = layout.block(group) + layout.lanes(group);
            Arrays.fill(groupWeight, 0);
            for (int block = layout.block(group); block < end; block++) {
                int awake = shard.awake(block);
                if (update) {
                    packOrUnpack(shard, block, awake, size);
                }
                if (!shard.isPacked(block)) {
                    workOnBlock(shard, block, size, size - awake, group - shard.firstGroup);
                }
            }
            if (update) {
                for (int n = 0; n < size; n++) {
                    pairWeight[layout.pair(group) + n] += groupWeight[n];
                }
            }
        }
        workOnPack(shard);
    }

    /** Packs what is less than half awake and unpacks what is more than three quarters awake. */
    private void packOrUnpack(Shard shard, int block, int awake, int size) {
        if (shard.isPacked(block)) {
            if (4 * awake > 3 * size) {
                shard.unpack(block);
            }
        } else if (2 * awake < size) {
            shard.pack(block, places);
        }
    }

    private void workOnPack(Shard shard) {
        leavingCount = 0;
        int count = shard.pack.count();
        if (leaving.length < count) {
            leaving = new int[2 * count];
        }
        for (int slot = 0; slot < count; slot += Chunk.SIZE) {
            shard.pack.show(packed, slot);
            packed.block = Synapses.block(slot);
            for (int part = 0; part < sums.length; part++) {
                gather(sums[part], packed, packedSums[part]);
            }
            noteWhoIsOff(packed);
            if (directRate > 0) {
                consolidateTheta(packed, packedSums[2]);
            }
            consolidate(packed, packedSums[0], packedSums[1]);
            if (update) {
                move(packed);
                scatterWeights(packed, shard.firstPair);
                conclude(packed, shard);
            }
        }
        for (int n = leavingCount - 1; n >= 0; n--) { // from behind: the last one fills the gap
            shard.pack.remove(leaving[n]);
        }
    }

    private static void gather(double[][] from, Chunk chunk, double[] to) {
        final int[] pair = chunk.pair;
        final int count = chunk.count;
        for (int n = 0; n < count; n++) {
            int p = pair[n];
            to[n] = from[Synapses.block(p)][Synapses.place(p)];
        }
    }

    /** Works on a block where it stands; those that are asleep in it take part, to no effect. */
    private void workOnBlock(Shard shard, int block, int size, int asleep, int group) {
        window.show(synapses, block, size);
        window.asleepCount = 0;
        if (asleep > 0) {
            noteWhoSleeps(shard);
        }
        window.wasOffCount = 0;
        if (shard.isMixed(block)) {
            noteWhoIsOff(window);
        }
        if (directRate > 0) {
            consolidateTheta(window, sums[2][group]);
        }
        consolidate(window, sums[0][group], sums[1][group]);
        if (update) {
            move(window);
            letSleep(window);
            addWeights(window);
            shard.setMixed(block, window.offCount > 0);
            conclude(window, shard);
        }
    }

    private void move(Chunk chunk) {
        chunk.nonNegative = false;
        rule.update(chunk, number, learningRate, temperature);
        chunk.offCount = 0;
        rewiring.rewire(chunk);
    }

    private void noteWhoSleeps(Shard shard) {
        int count = 0;
        for (int n = 0; n < window.count; n++) {
            if (!shard.isAwake(window.position(n))) {
                window.asleep[count] = n;
                window.asleepTheta[count++] = window.theta[n];
            }
        }
        window.asleepCount = count;
    }

    private static void noteWhoIsOff(Chunk chunk) {
        int off = 0;
        for (int n = 0; n < chunk.count; n++) {
            if (Double.doubleToRawLongBits(chunk.weight[n]) == 0) {
                chunk.wasOff[off++] = n;
            }
        }
        chunk.wasOffCount = off;
    }

    private static void letSleep(Chunk chunk) {
        for (int n = 0; n < chunk.asleepCount; n++) {
            int k = chunk.asleep[n];
            chunk.theta[k] = chunk.asleepTheta[n];
            chunk.weight[k] = 0;
            chunk.eligibility[k] = 0;
            chunk.gradient[k] = 0;
            for (double[] variable : chunk.own) {
                variable[k] = 0;
            }
        }
    }

    private void consolidate(Chunk chunk, double[] a, double[] b) {
        final double[] weight = chunk.weight;
        final double[] eligibility = chunk.eligibility;
        final double[] gradient = chunk.gradient;
        final double keptGradient = stretch.keptGradient();
        final double keptEligibility = stretch.keptEligibility();
        final double carried = stretch.carriedToGradient();
        final int count = chunk.count;
        for (int n = 0; n < count; n++) {
            gradient[n] =
                    keptGradient * gradient[n] + carried * eligibility[n] + weight[n] * b[n]; // (2)
            eligibility[n] = keptEligibility * eligibility[n] + weight[n] * a[n]; // (3)
        }
    }

    private void consolidateTheta(Chunk chunk, double[] c) {
        final double rate = learningRate * directRate;
        final double carried = stretch.carriedToTheta();
        for (int n = 0; n < chunk.count; n++) {
            chunk.theta[n] +=
                    rate * (carried * chunk.eligibility[n] + chunk.weight[n] * c[n]); // (1)
        }
    }

    /** Counts who came and went, and lets those rest, or go, that are off. */
    private void conclude(Chunk chunk, Shard shard) {
        for (int n = 0; n < chunk.wasOffCount; n++) {
            if (chunk.weight[chunk.wasOff[n]] != 0) {
                shard.turnover.birth();
                born[chunk.position(chunk.wasOff[n])] = (int) number & Integer.MAX_VALUE;
            }
        }
        int off = chunk.asleepCount;
        for (int n = 0; n < chunk.offCount; n++) {
            int k = chunk.position(chunk.off[n]);
            if (chunk.asleepCount == 0 || shard.isAwake(k)) {
                off++;
                turnOff(chunk, chunk.off[n], k, shard);
            }
        }
        shard.setActive(shard.active() + chunk.count - off);
    }

    private void turnOff(Chunk chunk, int n, int position, Shard shard) {
        if (born[position] >= 0) {
            shard.turnover.loss((int) number - born[position] & Integer.MAX_VALUE);
            born[position] = -1;
        }
        if (rests == null && !rewiring.deletes()) {
            return;
        }
        if (rests == null) {
            shard.putAside(position);
        } else if (!rests.offer(shard, position, chunk.theta[n], number)) {
            return;
        }
        if (!chunk.whole) {
            sendHome(chunk, n, position);
            leaving[leavingCount++] = Chunk.SIZE * chunk.block + n;
        }
    }

    private void sendHome(Chunk chunk, int n, int position) {
        int block = Synapses.block(position);
        int place = Synapses.place(position);
        synapses.theta[block][place] = chunk.theta[n];
        synapses.weight[block][place] = chunk.weight[n];
        synapses.eligibility[block][place] = chunk.eligibility[n];
        synapses.gradient[block][place] = chunk.gradient[n];
        for (int v = 0; v < chunk.own.length; v++) {
            synapses.own[v][block][place] = chunk.own[v][n];
        }
    }

    private void addWeights(Chunk chunk) {
        final double[] to = groupWeight;
        final double[] weight = chunk.weight;
        final int count = chunk.count;
        for (int n = 0; n < count; n++) {
            to[n] += weight[n];
        }
    }

    private void scatterWeights(Chunk chunk, int firstPair) {
        final double[] to = pairWeight;
        final double[] weight = chunk.weight;
        final int[] pair = chunk.pair;
        for (int n = 0; n < chunk.count; n++) {
            to[firstPair + pair[n]] += weight[n];
        }
    }
}
