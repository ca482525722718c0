package sporeloop.spore.plasticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import sporeloop.spore.connectivity.Connectivity;
import sporeloop.spore.connectivity.PairDrawing;
import sporeloop.spore.connectivity.Pairs;

class LayoutTest {
    @Property(tries = 200)
    void everySynapseHasAPlaceOfItsOwnAndFewPlacesStayEmpty(
            @ForAll @IntRange(min = 1, max = 300) int pres,
            @ForAll @IntRange(min = 1, max = 70) int posts,
            @ForAll @IntRange(min = 1, max = 12) int perPair,
            @ForAll @DoubleRange(min = 0, max = 1) double probability,
            @ForAll long seed) {
        Pairs pairs = drawn(pres, posts, perPair, probability, seed);
        Layout layout = new Layout(pairs);
        int[] positions = layout.positions();
        BitSet taken = new BitSet();
        for (int k = 0; k < positions.length; k++) {
            assertEquals(positions[k], layout.position(k), "synapse " + k);
            assertTrue(positions[k] >= 0 && positions[k] < Layout.BLOCK * layout.blocks());
            assertTrue(!taken.get(positions[k]), "the place of synapse " + k + " is taken");
            taken.set(positions[k]);
        }
        int empty = Layout.BLOCK * layout.blocks() - positions.length;
        int ends = layout.shards() * (layout.group(layout.shards()) + 12);
        assertTrue(empty <= Layout.BLOCK * ends, empty + " places of " + positions.length);
    }

    @Property(tries = 100)
    void aLaneHoldsTheSynapsesOfNeighbouringPairsInTheirOrder(
            @ForAll @IntRange(min = 1, max = 100) int pres,
            @ForAll @IntRange(min = 1, max = 40) int posts,
            @ForAll @IntRange(min = 1, max = 5) int perPair) {
        Pairs pairs = drawn(pres, posts, perPair, 1, 0);
        Layout layout = new Layout(pairs);
        for (int g = 0; g < layout.group(layout.shards()); g++) {
            for (int p = layout.pair(g); p < layout.pair(g + 1); p++) {
                for (int c = 0; c < perPair; c++) {
                    int expected = Layout.BLOCK * (layout.block(g) + c) + p - layout.pair(g);
                    assertEquals(expected, layout.position(pairs.first[p] + c));
                }
            }
        }
    }

    private static Pairs drawn(int pres, int posts, int perPair, double probability, long seed) {
        return new PairDrawing(pres, posts, perPair, true, seed)
                .draw(new Connectivity.FixedProbability(probability));
    }
}
