package sporeloop.spore.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import sporeloop.spore.Spikes;
import sporeloop.spore.neuron.Population;

/** The library as a stranger would first use it: the main method is what the README shows. */
class TenLinesTest {
    static final class TenLines {
        private TenLines() {}

        public static void main(String[] arguments) {
            try (Network network =
                    Network.builder(1.0, 42)
                            .source("input", 64)
                            .population("motor", Population.of(8).withRate(0, 1, 0.5))
                            .project("input", "motor", p -> p.synapsesPerPair(10).plastic())
                            .readout("motor")
                            .build()) {
                Spikes input = new Spikes(100);
                Spikes output = new Spikes(100);
                for (int interval = 0; interval < 50; interval++) {
                    input.clear();
                    input.add(0, interval);
                    network.advance(20, input, output.size() > 0 ? 1 : 0, output);
                }
                System.out.println(network.step() + " ms, " + output.size() + " spikes");
            }
        }
    }

    @Test
    void tenLinesBuildRunAndReadANetwork() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            TenLines.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        String line = printed.toString(StandardCharsets.UTF_8).strip();
        assertTrue(line.matches("1000 ms, \\d+ spikes"), line);
        int spikes = Integer.parseInt(line.replaceAll("1000 ms, (\\d+) spikes", "$1"));
        assertEquals(8.0, spikes, 6 * Math.sqrt(8.0), "8 neurons at about 1 Hz for a second");
    }
}
