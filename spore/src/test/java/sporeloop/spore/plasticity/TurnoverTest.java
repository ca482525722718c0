package sporeloop.spore.plasticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sporeloop.spore.connectivity.Connectivity;
import sporeloop.spore.connectivity.PairDrawing;
import sporeloop.spore.connectivity.Pairs;

class TurnoverTest {
    private static final int UPDATES = 300;

    /** An update a step, and noise that takes θ across 0 again and again. */
    private static PlasticityBuilder lively() {
        return new PlasticityBuilder()
                .weightUpdateInterval(1)
                .learningRate(1e-3)
                .temperature(1)
                .priorPrecision(1);
    }

    private static PlasticSynapses synapses(Plasticity plasticity, int perPair) {
        Pairs pairs = new PairDrawing(30, 20, perPair, true, 5).draw(new Connectivity.AllToAll());
        double[] theta = new double[pairs.synapses()];
        for (int k = 0; k < theta.length; k++) {
            theta[k] = 0.002 * (k % 100) - 0.1;
        }
        return PlasticSynapses.of(pairs, theta, plasticity, 1, 7);
    }

    /** Counts by looking at all weights after each update. */
    private static void compareWithWhatIsSeen(PlasticSynapses synapses) {
        long born = 0;
        long lost = 0;
        long[] lifetimes = new long[Turnover.CLASSES];
        int[] since = new int[synapses.count()];
        double[] before = synapses.weights();
        for (int update = 1; update <= UPDATES; update++) {
            synapses.remember(new double[synapses.pairs().posts], 0);
            synapses.finishStep();
            double[] now = synapses.weights();
            int active = 0;
            for (int k = 0; k < now.length; k++) {
                active += now[k] != 0 ? 1 : 0;
                if (before[k] == 0 && now[k] != 0) {
                    born++;
                    since[k] = update;
                } else if (before[k] != 0 && now[k] == 0) {
                    lost++;
                    lifetimes[31 - Integer.numberOfLeadingZeros(update - since[k])]++;
                }
            }
            assertEquals(active, synapses.active(), "active after update " + update);
            before = now;
        }
        assertTrue(lost > 100, "too quiet a test: " + lost + " lost");
        assertEquals(born, synapses.turnover().born(), "born");
        assertEquals(lost, synapses.turnover().lost(), "lost");
        for (int b = 0; b < lifetimes.length; b++) {
            assertEquals(lifetimes[b], synapses.turnover().lifetimes(b), "lifetimes 2^" + b);
        }
    }

    @Test
    void connectionsThatComeAndGoAreCountedWithTheirLifetimes() {
        compareWithWhatIsSeen(synapses(lively().build(), 3));
    }

    @Test
    void countsAreTheSameWhereRetractedSynapsesDoNotRest() {
        compareWithWhatIsSeen(synapses(lively().skipRetracted(false).build(), 1));
    }

    @Test
    void deletedConnectionsAreLostOnceAndNeverBornAgain() {
        PlasticSynapses synapses = synapses(lively().deleteRetracted(true).build(), 2);
        compareWithWhatIsSeen(synapses);
        Turnover all = synapses.turnover();
        // Those that begin off may come to life at the first update, or go.
        assertTrue(all.born() < synapses.count() / 10, all.born() + " born");
        assertEquals(synapses.count(), synapses.active() + all.lost() + neverAlive(synapses, all));
    }

    private static long neverAlive(PlasticSynapses synapses, Turnover all) {
        int off = 0;
        for (int k = 0; k < synapses.count(); k++) {
            off += 0.002 * (k % 100) - 0.1 < 0 ? 1 : 0;
        }
        return off - all.born();
    }
}
