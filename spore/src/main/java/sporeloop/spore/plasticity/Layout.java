package sporeloop.spore.plasticity;

import java.util.Arrays;
import sporeloop.spore.connectivity.Pairs;

/**
 * Where a projection's synapses stand in its arrays, in blocks of 256 positions: lane by lane, so
 * that the synapses of 256 neighbouring pairs lie side by side and meet what their pairs share
 * without looking it up.
 *
 * <pre>
 *   c &lt; least[g]:  position(p, c) = 256·(block[g] + c) + p − pair[g]                            (1)
 *   else:          position(p, c) = 256·blockOfSurplus[s] + rank of (p, c) among the surplus  (2)
 * </pre>
 *
 * for the c-th synapse of pair p in group g of shard s. A shard is some whole rows (presynaptic
 * neurons), a group up to 256 neighbouring pairs of a shard, a lane the c-th synapses of a group,
 * which all its pairs have; the surplus, what pairs have beyond the least of their group, follows
 * packed. All of
 * it depends on the pairs alone, so that a synapse's noise, which is drawn by position, does too.
 *
 * <p>Immutable.
 */
public final class Layout {
    /** Positions of a block, and most pairs of a group. */
    static final int BLOCK = 256;

    private static final int LEAST_PAIRS = 4 * BLOCK;
    private static final int SYNAPSES = 8192;

    private final Pairs pairs;

    /** First row, group and block of each shard, and its first block of surplus, [shards + 1]. */
    private final int[] shardRow;

    private final int[] shardGroup;
    private final int[] shardBlock;
    private final int[] shardSurplus;

    /** First pair of each group, [groups + 1]; its first block, and its lanes, [groups]. */
    private final int[] groupPair;

    private final int[] groupBlock;
    private final int[] groupLanes;

    /** Synapses of its shard that stand in lanes of groups before it, [groups]. */
    private final int[] groupBefore;

    /** The layout of {@code pairs}. */
    public Layout(Pairs pairs) {
        this.pairs = pairs;
        shardRow = shards(pairs);
        shardGroup = new int[shardRow.length];
        shardBlock = new int[shardRow.length];
        shardSurplus = new int[shardRow.length];
        int most = 1 + shardRow.length + pairs.count() / BLOCK;
        int[] firstPair = new int[most + 1];
        groupBlock = new int[most];
        groupLanes = new int[most];
        groupBefore = new int[most];
        int g = 0;
        for (int s = 0; s < shards(); s++) {
            int end = pairs.row[shardRow[s + 1]];
            int block = shardBlock[s];
            int inLanes = 0;
            for (int p = pairs.row[shardRow[s]]; p < end; p += BLOCK) {
                firstPair[g] = p;
                firstPair[g + 1] = Math.min(end, p + BLOCK);
                groupBlock[g] = block;
                groupLanes[g] = least(p, firstPair[g + 1]);
                groupBefore[g] = inLanes;
                block += groupLanes[g];
                inLanes += groupLanes[g] * (firstPair[g + 1] - p);
                g++;
            }
            int surplus = pairs.first[end] - pairs.first[pairs.row[shardRow[s]]] - inLanes;
            shardGroup[s + 1] = g;
            shardSurplus[s] = block;
            shardBlock[s + 1] = block + (surplus + BLOCK - 1) / BLOCK;
        }
        groupPair = Arrays.copyOf(firstPair, g + 1);
    }

    /** As many whole rows as fit into a number of pairs, one at least. */
    private static int[] shards(Pairs pairs) {
        int mean = Math.max(1, pairs.synapses() / Math.max(1, pairs.count()));
        int most = Math.max(LEAST_PAIRS, SYNAPSES / mean / BLOCK * BLOCK);
        int[] starts = new int[pairs.pres + 1];
        int shard = 0;
        for (int i = 1; i < pairs.pres; i++) {
            if (pairs.row[i + 1] - pairs.row[starts[shard]] > most) {
                starts[++shard] = i;
            }
        }
        starts[shard + 1] = pairs.pres;
        return Arrays.copyOf(starts, shard + 2);
    }

    private int least(int from, int to) {
        int least = Integer.MAX_VALUE;
        for (int p = from; p < to; p++) {
            least = Math.min(least, pairs.first[p + 1] - pairs.first[p]);
        }
        return least;
    }

    /** Number of shards. */
    int shards() {
        return shardRow.length - 1;
    }

    /** First row of a shard; of the number of shards, the end. */
    int row(int shard) {
        return shardRow[shard];
    }

    /** First group of a shard; of the number of shards, the end. */
    int group(int shard) {
        return shardGroup[shard];
    }

    /** First block of a shard; of the number of shards, the end. */
    int firstBlock(int shard) {
        return shardBlock[shard];
    }

    /** First block of a shard's surplus, which ends with the shard. */
    int surplus(int shard) {
        return shardSurplus[shard];
    }

    /** First pair of a group; of the number of groups, the end. */
    int pair(int group) {
        return groupPair[group];
    }

    /** First block of a group. */
    int block(int group) {
        return groupBlock[group];
    }

    /** Lanes of a group, a block each. */
    int lanes(int group) {
        return groupLanes[group];
    }

    /** Number of blocks. */
    int blocks() {
        return shardBlock[shards()];
    }

    /** Pair of each of a shard's surplus synapses, counted in the shard, in the order of their positions. */
    int[] pairsOfSurplus(int shard) {
        int first = groupPair[shardGroup[shard]];
        int end = groupPair[shardGroup[shard + 1]];
        int[] of = new int[pairs.first[end] - pairs.first[first]];
        int count = 0;
        for (int g = shardGroup[shard]; g < shardGroup[shard + 1]; g++) {
            for (int p = groupPair[g]; p < groupPair[g + 1]; p++) {
                for (int k = pairs.first[p] + groupLanes[g]; k < pairs.first[p + 1]; k++) {
                    of[count++] = p - first;
                }
            }
        }
        return Arrays.copyOf(of, count);
    }

    /**
     * Position of a synapse.
     *
     * @param synapse its number among the pairs' synapses
     */
    public int position(int synapse) {
        int p = Arrays.binarySearch(pairs.first, synapse);
        p = p < 0 ? -p - 2 : p;
        int g = Arrays.binarySearch(groupPair, p);
        g = g < 0 ? -g - 2 : g;
        int s = Arrays.binarySearch(shardGroup, g);
        s = s < 0 ? -s - 2 : s;
        while (shardGroup[s + 1] == g) { // a shard without a pair
            s++;
        }
        return position(s, g, p, synapse);
    }

    private int position(int shard, int group, int pair, int synapse) {
        int copy = synapse - pairs.first[pair];
        int place = pair - groupPair[group];
        if (copy < groupLanes[group]) {
            return BLOCK * (groupBlock[group] + copy) + place; // (1)
        }
        int before = synapse - pairs.first[groupPair[shardGroup[shard]]];
        int inLanes = groupBefore[group] + groupLanes[group] * (place + 1);
        return BLOCK * shardSurplus[shard] + before - inLanes; // (2)
    }

    /** Position of each synapse, [synapses]. */
    int[] positions() {
        int[] of = new int[pairs.synapses()];
        for (int s = 0; s < shards(); s++) {
            for (int g = shardGroup[s]; g < shardGroup[s + 1]; g++) {
                for (int p = groupPair[g]; p < groupPair[g + 1]; p++) {
                    for (int k = pairs.first[p]; k < pairs.first[p + 1]; k++) {
                        of[k] = position(s, g, p, k);
                    }
                }
            }
        }
        return of;
    }
}
