package sporeloop.spore.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sporeloop.spore.Spikes;
import sporeloop.spore.connectivity.Connectivity;
import sporeloop.spore.neuron.Population;

/** A million plastic synapses, connected in several ways. */
class LargeNetworkTest {
    private static final int STEPS = 20;

    /**
     * Time is that of the building thread's own work, so that other work on the machine does not
     * count. Room is that of the whole network after it has run on two threads, with what they
     * write on.
     */
    @ParameterizedTest(name = "{0}, {1} × {2}, {3} a pair")
    @CsvSource({
        "all-to-all, 320, 320, 10",
        "all-to-all, 1000, 1000, 1",
        "probability 0.05, 2000, 1000, 10",
        "partners 100, 10000, 1000, 10"
    })
    void aMillionSynapsesAreBuiltWithinTwoSecondsAndTakeAtMostHundredBytesEach(
            String connectivity, int inputs, int outputs, int perPair) {
        long before = used();
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Network network =
                Network.builder(1, 3)
                        .source("input", inputs)
                        .population("motor", Population.of(outputs))
                        .project(
                                "input",
                                "motor",
                                p ->
                                        p.connectivity(named(connectivity))
                                                .synapsesPerPair(perPair)
                                                .plastic())
                        .readout("motor")
                        .build();
        long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        network.threads(2);
        run(network);
        double each = (used() - before) / (double) network.telemetry().synapses();
        network.close();
        assertEquals(1e6, (double) network.telemetry().synapses(), 5e4);
        assertTrue((end - begin) * 1e-9 < 2, "built in " + (end - begin) * 1e-9 + " s");
        assertTrue(each > 40 && each <= 100, each + " bytes a synapse");
    }

    private static Connectivity named(String text) {
        double number = Double.parseDouble("0" + text.replaceAll("[^0-9.]", ""));
        return text.startsWith("probability")
                ? new Connectivity.FixedProbability(number)
                : text.startsWith("partners")
                        ? new Connectivity.FixedFanIn((int) number)
                        : new Connectivity.AllToAll();
    }

    private static void run(Network network) {
        Spikes input = new Spikes(network.inputs());
        for (int i = 0; i < network.inputs(); i += 10) {
            input.add(i % STEPS, i);
        }
        for (int n = 0; n < 10; n++) {
            network.advance(STEPS, input, 1, new Spikes(16));
        }
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int n = 0; n < 4; n++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
