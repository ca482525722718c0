package sporeloop.spore.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import sporeloop.spore.Spikes;
import sporeloop.spore.connectivity.Connectivity;
import sporeloop.spore.neuron.Population;
import sporeloop.spore.plasticity.Plasticity;
import sporeloop.spore.random.Threefry;

/** What holds for every plasticity rule with every rewiring policy. */
class FamilyTest {
    private static final int NEURONS = 12;

    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.of("spore", "hamiltonian", "fixed-point");
    }

    @Provide
    Arbitrary<String> rewirings() {
        return Arbitraries.of("spontaneous", "none", "reallocation", "fixed-fan-in");
    }

    @Property(tries = 30)
    void stoppedAnywhereAndSharedAnyhowARunGivesTheSameBits(
            @ForAll("rules") String rule,
            @ForAll("rewirings") String rewiring,
            @ForAll @IntRange(min = 0, max = 900) int stop,
            @ForAll @IntRange(min = 1, max = 3) int threads) {
        Network straight = network(rule, rewiring, 3);
        run(straight, 0, 1000);
        Network first = network(rule, rewiring, 3);
        run(first, 0, stop);
        try (Network second = network(rule, rewiring, 3)) {
            second.threads(threads);
            Saved.restore(second, Saved.bytes(first));
            run(second, stop, 1000);
            assertArrayEquals(Saved.bytes(straight), Saved.bytes(second));
        }
    }

    @Property(tries = 20)
    void movedConnectionsKeepTheirNumberTheirBoundsAndTheirTarget(
            @ForAll("rules") String rule,
            @ForAll boolean withinFanIn,
            @ForAll @IntRange(min = 1, max = 3) int most,
            @ForAll @IntRange(min = 1, max = 1000) int seed) {
        Network network = network(rule, withinFanIn ? "fixed-fan-in" : "reallocation", seed, most);
        long synapses = network.telemetry().plasticSynapses();
        long retracted = synapses - network.telemetry().activeSynapses();
        int[] fanIn = fanIn(network);
        long moved = 0;
        for (int step = 0; step < 1500; step += 50) {
            run(network, step, step + 50);
            assertEquals(synapses, network.telemetry().plasticSynapses());
            assertEquals(synapses, network.telemetry().activeSynapses(), "none stays retracted");
            int[] pres = network.telemetry().pres("motor-motor");
            int[] posts = network.telemetry().posts("motor-motor");
            int[] of = new int[NEURONS * NEURONS];
            for (int k = 0; k < pres.length; k++) {
                assertFalse(pres[k] == posts[k], "a neuron is connected to itself");
                assertTrue(++of[pres[k] * NEURONS + posts[k]] <= most, "synapses of a pair");
            }
            if (withinFanIn) {
                assertArrayEquals(fanIn, fanIn(network));
            }
            moved = network.telemetry().connectionsBorn();
        }
        assertTrue(moved > 20, moved + " connections were born");
        assertEquals(moved, retracted + network.telemetry().connectionsLost());
    }

    private static int[] fanIn(Network network) {
        int[] fanIn = new int[NEURONS];
        for (int post : network.telemetry().posts("motor-motor")) {
            fanIn[post]++;
        }
        return fanIn;
    }

    private static Network network(String rule, String rewiring, int most) {
        return network(rule, rewiring, 1, most);
    }

    /** Updates each 10 ms and moves each 50 ms. */
    private static Network network(String rule, String rewiring, long seed, int most) {
        Plasticity plasticity =
                Plasticity.standard()
                        .but()
                        .rule(rule)
                        .rewiring(rewiring)
                        .rewiringInterval(5)
                        .weightUpdateInterval(10)
                        .friction(1e-2)
                        .learningRate(1e-4)
                        .temperature(0.5)
                        .priorMean(0.1)
                        .birthParam(0.05)
                        .build();
        return Network.builder(1, seed)
                .source("input", 4)
                .population("motor", Population.of(NEURONS).withDeadTime(2).withRate(0, 20, 1))
                .project("input", "motor", p -> p.fixed(0.5, 0))
                .project(
                        "motor",
                        "motor",
                        p ->
                                p.synapsesPerPair(most)
                                        .connectivity(new Connectivity.FixedProbability(0.3))
                                        .plastic(plasticity)
                                        .initial(0.4, 0.3))
                .readout("motor")
                .build();
    }

    private static void run(Network network, int from, int to) {
        Spikes input = new Spikes(1000);
        Spikes output = new Spikes(10_000);
        double[] reward = new double[1];
        for (int step = from; step < to; step++) {
            input.clear();
            for (int i = 0; i < network.inputs(); i++) {
                if ((Threefry.at(5, i, step) >>> 32) < 0x1p32 / 20) {
                    input.add(0, i);
                }
            }
            output.clear();
            reward[0] = step / 50 % 3 - 0.5;
            network.advance(1, input, reward, output);
        }
    }
}
