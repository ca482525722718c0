package sporeloop.spore.connectivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sporeloop.spore.random.Seeds;
import sporeloop.spore.random.Threefry;

class PairDrawingTest {
    private static final long SEED = 17;

    @Test
    void allToAllConnectsEachToEachWithTheWantedNumberOfSynapses() {
        Pairs pairs = draw(3, 4, 5, true, new Connectivity.AllToAll());
        assertEquals(12, pairs.count());
        assertEquals(60, pairs.synapses());
        for (int p = 0; p < 12; p++) {
            assertEquals(p % 4, pairs.post[p], "partner of pair " + p);
            assertEquals(5 * p, pairs.first[p], "first synapse of pair " + p);
        }
        assertTrue(pairs.full(2));
    }

    @Test
    void withoutSelfConnectionsNoNeuronIsItsOwnPartner() {
        for (Connectivity connectivity :
                new Connectivity[] {
                    new Connectivity.AllToAll(),
                    new Connectivity.FixedProbability(1),
                    new Connectivity.FixedFanIn(6)
                }) {
            Pairs pairs = draw(7, 7, 2, false, connectivity);
            assertEquals(42, pairs.count(), connectivity.toString());
            for (int k = 0; k < pairs.synapses(); k++) {
                assertTrue(pairs.presOfSynapses()[k] != pairs.postsOfSynapses()[k]);
            }
        }
    }

    @Test
    void aFixedProbabilityDrawsEachSynapseByItsOwnNumbersAlone() {
        int posts = 2500;
        Pairs pairs = draw(2, posts, 3, true, new Connectivity.FixedProbability(0.4));
        for (int i = 0, p = 0; i < 2; i++) {
            for (int j = 0; j < posts; j++) {
                int synapses = 0;
                for (int n = 0; n < 3; n++) {
                    long word = Threefry.at(Seeds.derive(SEED, "connection", n), i, j) >>> 32;
                    synapses += word < 0.4 * 0x1p32 ? 1 : 0;
                }
                if (synapses > 0) {
                    assertEquals(j, pairs.post[p], "partner of pair " + p);
                    assertEquals(synapses, pairs.first[p + 1] - pairs.first[p], "synapses of " + p);
                    p++;
                }
            }
        }
    }

    /** Binomial counts; false-alarm rate 6e-7 for each of the three. */
    @Test
    void synapsesOfAPairAreDrawnIndependentlyWithTheirProbability() {
        int places = 1000 * 300;
        Pairs pairs = draw(1000, 300, 2, true, new Connectivity.FixedProbability(0.3));
        int[] pairsWith = new int[3];
        for (int p = 0; p < pairs.count(); p++) {
            pairsWith[pairs.first[p + 1] - pairs.first[p]]++;
        }
        assertCount(places, 2 * 0.3 * 0.7, pairsWith[1], "pairs of one synapse");
        assertCount(places, 0.3 * 0.3, pairsWith[2], "pairs of two synapses");
        assertCount(2 * places, 0.3, pairs.synapses(), "synapses");
    }

    private static void assertCount(int draws, double probability, int count, String what) {
        double error = Math.sqrt(draws * probability * (1 - probability));
        assertEquals(draws * probability, count, 5 * error, what);
    }

    @Test
    void probabilitiesOfZeroAndOneAreExact() {
        assertEquals(0, draw(50, 50, 2, true, new Connectivity.FixedProbability(0)).count());
        Pairs all = draw(50, 50, 2, true, new Connectivity.FixedProbability(1));
        assertTrue(all.same(draw(50, 50, 2, true, new Connectivity.AllToAll())));
    }

    /** Each presynaptic neuron is chosen Binomial(posts, 1/3) times; false-alarm rate 1e-5 in all. */
    @Test
    void aFixedFanInGivesEachNeuronSoManyDifferentPartnersAllEquallyLikely() {
        int pres = 30;
        int posts = 3000;
        Pairs pairs = draw(pres, posts, 4, true, new Connectivity.FixedFanIn(10));
        int[] fanIn = new int[posts];
        double error = Math.sqrt(posts / 3.0 * 2 / 3);
        for (int i = 0; i < pres; i++) {
            for (int p = pairs.row[i]; p < pairs.row[i + 1]; p++) {
                fanIn[pairs.post[p]]++;
                assertTrue(p == pairs.row[i] || pairs.post[p] > pairs.post[p - 1], "twice " + p);
            }
            assertEquals(posts / 3.0, pairs.row[i + 1] - pairs.row[i], 5.2 * error, "row " + i);
        }
        for (int j = 0; j < posts; j++) {
            assertEquals(10, fanIn[j], "partners of neuron " + j);
        }
        assertEquals(4 * 10 * posts, pairs.synapses());
    }

    @Test
    void oneToOneConnectsEachNeuronToItsNamesake() {
        Pairs pairs = draw(4, 4, 1, true, new Connectivity.OneToOne());
        assertArrayEquals(new int[] {0, 1, 2, 3}, pairs.postsOfSynapses());
        assertArrayEquals(new int[] {0, 1, 2, 3}, pairs.presOfSynapses());
    }

    @Test
    void whatCannotBeConnectedIsRefusedWithTheNumbers() {
        assertRefused(
                "one-to-one needs populations of one size, but they have 3 and 4 neurons",
                3,
                4,
                new Connectivity.OneToOne());
        assertRefused(
                "partners = 4, but there are only 3 presynaptic neurons to choose from",
                3,
                4,
                new Connectivity.FixedFanIn(4));
        assertRefused(
                "a projection of 1600000000 synapses, but the most is 1073741824",
                40_000,
                40_000,
                new Connectivity.AllToAll());
    }

    private static void assertRefused(String sentence, int pres, int posts, Connectivity how) {
        assertEquals(
                sentence,
                assertThrows(IllegalArgumentException.class, () -> draw(pres, posts, 1, true, how))
                        .getMessage());
    }

    private static Pairs draw(
            int pres, int posts, int perPair, boolean loops, Connectivity connectivity) {
        return new PairDrawing(pres, posts, perPair, loops, SEED).draw(connectivity);
    }
}
