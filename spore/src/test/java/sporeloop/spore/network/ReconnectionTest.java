package sporeloop.spore.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sporeloop.spore.Spikes;
import sporeloop.spore.connectivity.Pairs;
import sporeloop.spore.neuron.Population;
import sporeloop.spore.plasticity.PlasticSynapses;
import sporeloop.spore.plasticity.Plasticity;

class ReconnectionTest {
    private static final int[][] ALL = {{0, 1, 2}, {0, 1, 2}, {0, 1, 2}, {0, 1, 2}};

    private static Network network() {
        return Network.builder(1, 9)
                .source("input", 4)
                .population("motor", Population.of(3).withRate(0, 60, 1))
                .project(
                        "input",
                        "motor",
                        p ->
                                p.synapsesPerPair(2)
                                        .initial(0.1, 0.5)
                                        .plastic(
                                                Plasticity.standard()
                                                        .but()
                                                        .learningRate(1e-6)
                                                        .skipRetracted(false)
                                                        .build()))
                .readout("motor")
                .build();
    }

    private static Spikes run(Network network, int steps) {
        Spikes input = new Spikes(100);
        for (int step = 0; step < steps; step += 3) {
            input.add(step, step % 4);
        }
        Spikes output = new Spikes(100);
        network.advance(steps, input, 1, output);
        return output;
    }

    @Test
    void reconnectingTheSamePairsChangesNoBit() {
        Network one = network();
        Network other = network();
        for (int n = 0; n < 5; n++) {
            Spikes expected = run(one, 170);
            Spikes found = run(other, 170);
            assertEquals(expected.size(), found.size());
            one.settle();
            other.reconnect("input-motor", Pairs.of(ALL, 3, 2), 0);
        }
        assertArrayEquals(
                one.telemetry().theta("input-motor"), other.telemetry().theta("input-motor"));
        PlasticSynapses ours = one.telemetry().synapses("input-motor");
        PlasticSynapses theirs = other.telemetry().synapses("input-motor");
        assertArrayEquals(ours.eligibilities(), theirs.eligibilities());
        assertArrayEquals(ours.gradients(), theirs.gradients());
    }

    @Test
    void pairsThatStayKeepTheirStateAndNewOnesBeginWithTheGivenParameter() {
        Network network = network();
        run(network, 250);
        network.settle();
        PlasticSynapses before = network.telemetry().synapses("input-motor");
        double[] theta = before.theta();
        double[] gradient = before.gradients();
        int[][] some = {{0, 2}, {1}, {}, {0, 1, 2}};
        network.reconnect("input-motor", Pairs.of(some, 3, 3), 0.7);
        PlasticSynapses after = network.telemetry().synapses("input-motor");
        int k = 0;
        for (int i = 0; i < some.length; i++) {
            for (int j : some[i]) {
                int old = (3 * i + j) * 2;
                assertEquals(theta[old], after.theta(k), 0, "θ of pair " + i + ", " + j);
                assertEquals(gradient[old], after.gradient(k), 0, "g of pair " + i + ", " + j);
                assertEquals(theta[old + 1], after.theta(k + 1), 0);
                assertEquals(0.7, after.theta(k + 2), 0, "the third one is new");
                k += 3;
            }
        }
        assertEquals(k, after.count());
        run(network, 250);
        assertTrue(Arrays.stream(after.weights()).allMatch(w -> w >= 0));
    }

    @Test
    void pairsThatDoNotFitAreRefused() {
        Network network = network();
        assertThrows(
                IllegalArgumentException.class,
                () -> network.reconnect("input-motor", Pairs.of(new int[][] {{0}}, 3, 1), 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> network.reconnect("elsewhere", Pairs.of(ALL, 3, 1), 0));
        assertThrows(IllegalArgumentException.class, () -> Pairs.of(new int[][] {{2, 1}}, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> Pairs.of(new int[][] {{3}}, 3, 1));
    }

    /** Of 24 synapses some are lost in mid-update-interval; a network restored after it goes on alike. */
    @Test
    void aLesionTakesSynapsesForGoodAndASavedNetworkRemembersIt() throws Exception {
        Network one = network();
        run(one, 250);
        double[] theta = one.telemetry().theta("input-motor");
        one.lesion("input-motor", 0.5, 3);
        int left = one.telemetry().theta("input-motor").length;
        assertTrue(left > 4 && left < 20, left + " of 24");
        for (double each : one.telemetry().theta("input-motor")) {
            assertTrue(Arrays.stream(theta).anyMatch(before -> before == each), "θ stays");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        one.save(new DataOutputStream(bytes));
        Network other = network();
        other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        run(one, 330);
        run(other, 330);
        assertArrayEquals(
                one.telemetry().theta("input-motor"), other.telemetry().theta("input-motor"));
        one.lesion("input-motor", 1, 3);
        run(one, 250);
        assertEquals(0, one.telemetry().plasticSynapses());
    }

    /** Of 200,000 synapses, within 5 standard deviations. */
    @Test
    void eachSynapseIsLostWithTheGivenProbability() {
        int[][] partners = new int[200][100];
        for (int[] row : partners) {
            Arrays.setAll(row, j -> j);
        }
        Pairs all = Pairs.of(partners, 100, 10);
        Pairs left = all.thinned(0.3, 5);
        assertEquals(140_000, left.synapses(), 5 * Math.sqrt(200_000 * 0.3 * 0.7));
        assertTrue(all.same(all.thinned(0, 5)));
        assertEquals(0, all.thinned(1, 5).count());
    }
}
