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
 * stand; of other blocks those that are awake are copied together.
 *
 * <p>Each worker has its own; several may work on different shards at the same time.
 */
final class Pass {
    /** Stands for the first pair of a block whose positions have each their own. */
    private static final int SURPLUS = -1;

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
    private final double[][] row;
    private final int[] places = new int[Chunk.SIZE];

    /** Sums of the shard's pairs, [group][part][256], and the weights of a group's. */
    private final double[][][] sums;

    private final double[] groupWeight = new double[Chunk.SIZE];

    private final Chunk window;
    private final Chunk copies;

    private boolean update;
    private long number;
    private double learningRate;
    private double temperature;

    Pass(
            Pairs pairs,
            Layout layout,
            Synapses synapses,
            Stretch stretch,
            PlasticityRule rule,
            Rewiring rewiring,
            @Nullable Rests rests,
            double[] pairWeight,
            int[] born,
            double directRate,
            int mostGroups) {
        this.pairs = pairs;
        this.layout = layout;
        this.synapses = synapses;
        this.stretch = stretch;
        this.rule = rule;
        this.rewiring = rewiring;
        this.rests = rests;
        this.pairWeight = pairWeight;
        this.born = born;
        this.directRate = directRate;
        row = new double[stretch.parts()][pairs.posts];
        sums = new double[mostGroups][stretch.parts()][Chunk.SIZE];
        window = new Chunk(stretch.parts());
        copies = new Chunk(stretch.parts());
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
            double[][] to = sums[Synapses.block(from)];
            if (pairs.full(i) && place + pairs.posts <= Chunk.SIZE) {
                stretch.row(events, to, place);
            } else {
                stretch.row(events, row, 0);
                spread(i, from);
            }
        }
    }

    private void spread(int pre, int from) {
        int to = from;
        for (int p = pairs.row[pre]; p < pairs.row[pre + 1]; p++, to++) {
            double[][] group = sums[Synapses.block(to)];
            for (int part = 0; part < group.length; part++) {
                group[part][Synapses.place(to)] = row[part][pairs.post[p]];
            }
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
        copies.count = 0;
        for (int group = shard.firstGroup; group < shard.lastGroup; group++) {
            int size = layout.pair(group + 1) - layout.pair(group);
            int end = layout.block(group) + layout.lanes(group);
            Arrays.fill(groupWeight, 0);
            for (int block = layout.block(group); block < end; block++) {
                int awake = shard.awake(block);
                if (2 * awake > size) {
                    workOnBlock(shard, block, size, size - awake, sums[group - shard.firstGroup]);
                } else if (awake > 0) {
                    gather(shard, block, awake, Chunk.SIZE * (group - shard.firstGroup));
                }
            }
            if (update) {
                for (int n = 0; n < size; n++) {
                    pairWeight[layout.pair(group) + n] += groupWeight[n];
                }
            }
        }
        for (int block = shard.firstSurplus; block < shard.lastBlock; block++) {
            gather(shard, block, shard.awake(block), SURPLUS);
        }
        workOnCopies(shard);
    }

    /** Works on a block where it stands; those that are asleep in it take part, to no effect. */
    private void workOnBlock(Shard shard, int block, int size, int asleep, double[][] sum) {
        window.show(synapses, block, size);
        window.asleepCount = 0;
        if (asleep > 0) {
            noteWhoSleeps(shard);
        }
        window.wasOffCount = 0;
        if (shard.isMixed(block)) {
            noteWhoIsOff(window);
        }
        work(window, sum, shard);
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

    private void workOnCopies(Shard shard) {
        if (copies.count > 0) {
            gatherSums();
            noteWhoIsOff(copies);
            work(copies, copies.sums, shard);
            copies.count = 0;
        }
    }

    /**
     * Copies the synapses of a block that are awake.
     *
     * @param pair pair of the block's first position, counted in the shard, or {@link #SURPLUS}
     */
    private void gather(Shard shard, int block, int awake, int pair) {
        if (copies.count + awake > Chunk.SIZE) {
            workOnCopies(shard);
        }
        shard.awake(block, places);
        final int[] place = places;
        final int first = copies.count;
        final double[] theta = synapses.theta[block];
        final double[] weight = synapses.weight[block];
        final double[] eligibility = synapses.eligibility[block];
        final double[] gradient = synapses.gradient[block];
        for (int n = 0; n < awake; n++) {
            int k = place[n];
            int to = first + n;
            copies.position[to] = Chunk.SIZE * block + k;
            copies.pair[to] = pair + k;
            copies.theta[to] = theta[k];
            copies.weight[to] = weight[k];
            copies.eligibility[to] = eligibility[k];
            copies.gradient[to] = gradient[k];
        }
        copies.count = first + awake;
        if (pair == SURPLUS) {
            for (int n = first; n < copies.count; n++) {
                copies.pair[n] = shard.surplusPair(copies.position[n]);
            }
        }
    }

    private void gatherSums() {
        final int[] pair = copies.pair;
        final int count = copies.count;
        for (int n = 0; n < count; n++) {
            final double[][] from = sums[Synapses.block(pair[n])];
            final int k = Synapses.place(pair[n]);
            for (int part = 0; part < from.length; part++) {
                copies.sums[part][n] = from[part][k];
            }
        }
    }

    private void scatter() {
        final int[] position = copies.position;
        final int count = copies.count;
        for (int n = 0; n < count; n++) {
            int block = Synapses.block(position[n]);
            int k = Synapses.place(position[n]);
            synapses.theta[block][k] = copies.theta[n];
            synapses.weight[block][k] = copies.weight[n];
            synapses.eligibility[block][k] = copies.eligibility[n];
            synapses.gradient[block][k] = copies.gradient[n];
        }
    }

    private void work(Chunk chunk, double[][] sum, Shard shard) {
        if (directRate > 0) {
            consolidateTheta(chunk, sum[2]);
        }
        consolidate(chunk, sum[0], sum[1]);
        if (update) {
            chunk.nonNegative = false;
            rule.update(chunk, number, learningRate, temperature);
            chunk.offCount = 0;
            rewiring.rewire(chunk);
            letSleep(chunk);
        }
        if (!chunk.whole) {
            scatter();
        }
        if (update) {
            conclude(chunk, shard);
        }
    }

    private static void letSleep(Chunk chunk) {
        for (int n = 0; n < chunk.asleepCount; n++) {
            int k = chunk.asleep[n];
            chunk.theta[k] = chunk.asleepTheta[n];
            chunk.weight[k] = 0;
            chunk.eligibility[k] = 0;
            chunk.gradient[k] = 0;
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

    /** Sums weights up by pair, counts who came and went, and lets those rest, or go, that are off. */
    private void conclude(Chunk chunk, Shard shard) {
        if (chunk.whole) {
            addWeights(chunk);
            shard.setMixed(chunk.block, chunk.offCount > 0);
        } else {
            scatterWeights(chunk, shard.firstPair);
        }
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
                turnOff(k, shard);
            }
        }
        shard.setActive(shard.active() + chunk.count - off);
    }

    private void turnOff(int position, Shard shard) {
        if (born[position] >= 0) {
            shard.turnover.loss((int) number - born[position] & Integer.MAX_VALUE);
            born[position] = -1;
        }
        if (rests != null) {
            rests.offer(shard, position, number);
        } else if (rewiring.deletes()) {
            shard.putAside(position);
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
