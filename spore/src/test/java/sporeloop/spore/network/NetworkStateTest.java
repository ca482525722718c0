package sporeloop.spore.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import sporeloop.spore.Spikes;
import sporeloop.spore.neuron.Population;
import sporeloop.spore.plasticity.Plasticity;
import sporeloop.spore.random.Threefry;

/** Stopping anywhere, cutting anyhow and sharing the work change no bit. */
class NetworkStateTest {
    @Property(tries = 20)
    void aNetworkRestoredAtAnyStepGoesOnWithTheSameBits(
            @ForAll @IntRange(min = 0, max = 1234) int stop) {
        Network straight = network(1, 40, 8);
        run(straight, 0, 1500, 20);
        Network first = network(1, 40, 8);
        run(first, 0, stop, 20);
        Network second = network(1, 40, 8);
        Saved.restore(second, Saved.bytes(first));
        run(second, stop, 1500, 20);
        assertArrayEquals(Saved.bytes(straight), Saved.bytes(second), "stopped at step " + stop);
    }

    @Test
    void theCutOfARunIntoCallsChangesNoBit() {
        byte[] whole = null;
        for (int call : new int[] {1, 7, 20, 333, 1500}) {
            Network network = network(1, 40, 8);
            run(network, 0, 1500, call);
            byte[] bytes = Saved.bytes(network);
            whole = whole == null ? bytes : whole;
            assertArrayEquals(whole, bytes, "calls of " + call + " steps");
        }
    }

    @Test
    void anotherSeedIsAnotherRun() {
        Network one = network(1, 40, 8);
        Network other = network(2, 40, 8);
        run(one, 0, 500, 20);
        run(other, 0, 500, 20);
        assertNotEquals(Arrays.hashCode(Saved.bytes(one)), Arrays.hashCode(Saved.bytes(other)));
    }

    @Test
    void aMillionSynapsesAreTheSameBytesOnOneAndTwoThreads() {
        Network alone = network(3, 320, 320);
        assertEquals(1_024_000, alone.telemetry().synapses());
        run(alone, 0, 400, 20);
        try (Network shared = network(3, 320, 320)) {
            shared.threads(2);
            run(shared, 0, 400, 20);
            assertArrayEquals(Saved.bytes(alone), Saved.bytes(shared));
        }
    }

    @Test
    void theSteadyStateAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Network network = network(1, 64, 8);
        Spikes input = new Spikes(4096);
        Spikes output = new Spikes(65536);
        input(input, 0, 20, 64);
        for (int n = 0; n < 2000; n++) {
            output.clear();
            network.advance(20, input, n & 1, output);
        }
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int n = 0; n < 200; n++) {
                output.clear();
                network.advance(20, input, n & 1, output);
            }
            long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            least = Math.min(least, after - before);
        }
        assertEquals(0, least, "bytes in 4 simulated seconds");
    }

    @Test
    void withLearningOffParametersStayAndSpikesGoOn() {
        Network network = network(1, 40, 8);
        double[] theta = network.telemetry().theta("input-motor");
        network.setLearning(false);
        run(network, 0, 1000, 20);
        assertArrayEquals(theta, network.telemetry().theta("input-motor"), 0);
        assertTrue(network.telemetry().spikeCount("motor") > 0);
    }

    @Test
    void aRewardThatIsNoNumberIsRefusedWithItsStep() {
        Network network = network(1, 4, 2);
        run(network, 0, 40, 20);
        Spikes none = new Spikes(1);
        for (double bad :
                new double[] {
                    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e31
                }) {
            IllegalArgumentException refused =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> network.advance(20, none, bad, none));
            assertEquals(
                    "reward = " + bad + " at step 40, but must be finite and in [-1e30, 1e30]",
                    refused.getMessage());
        }
    }

    @Test
    void aSavedNumberThatIsNoneIsRefused() {
        Network network = network(1, 4, 2);
        run(network, 0, 40, 20);
        byte[] bytes = Saved.bytes(network);
        ByteBuffer state = ByteBuffer.wrap(bytes);
        double theta = network.telemetry().theta("input-motor")[7];
        int at = 0;
        while (state.getDouble(at) != theta) {
            at++;
        }
        state.putDouble(at, Double.NaN);
        UncheckedIOException refused =
                assertThrows(
                        UncheckedIOException.class, () -> Saved.restore(network(1, 4, 2), bytes));
        assertTrue(String.valueOf(refused.getMessage()).contains("a saved number is NaN"));
    }

    /** A record of a resting synapse: its number, the slot in which it wakes, the update it rests from. */
    @Test
    void aSynapseThatRestsFromATimeThatCannotBeIsRefused() {
        Network network = network(1, 40, 8);
        run(network, 0, 5000, 20);
        byte[] saved = Saved.bytes(network);
        ByteBuffer state = ByteBuffer.wrap(saved);
        int refused = 0;
        for (int at = 0; at + 12 <= saved.length; at++) {
            int update = state.getInt(at + 8);
            boolean resting =
                    state.getInt(at) >= 0
                            && state.getInt(at) < 40 * 8 * 10
                            && state.getInt(at + 4) > update
                            && state.getInt(at + 4) <= 4095
                            && update > 0
                            && update <= 50;
            if (resting) {
                byte[] bytes = saved.clone();
                ByteBuffer.wrap(bytes).putInt(at + 8, -7_000_000);
                try {
                    Saved.restore(network(1, 40, 8), bytes);
                } catch (UncheckedIOException sentence) {
                    refused += String.valueOf(sentence).contains("has rested for") ? 1 : 0;
                }
            }
        }
        assertTrue(refused > 100, refused + " resting synapses were found");
    }

    private static Network network(long seed, int inputs, int outputs) {
        Plasticity plasticity =
                Plasticity.standard().but().learningRate(1e-6).priorMean(-0.2).build();
        return Network.builder(1, seed)
                .source("input", inputs)
                .population("motor", Population.of(outputs).withDeadTime(5).withRate(0, 2, 1))
                .project(
                        "input",
                        "motor",
                        p -> p.synapsesPerPair(10).plastic(plasticity).initial(-0.2, 0.5).delay(3))
                .readout("motor")
                .build();
    }

    private static void run(Network network, int from, int to, int call) {
        Spikes input = new Spikes(1000);
        Spikes output = new Spikes(1000);
        for (int step = from; step < to; ) {
            int end = Math.min(to, (step / call + 1) * call);
            double[] rewards = new double[end - step];
            for (int s = 0; s < rewards.length; s++) {
                rewards[s] = (step + s) / 50 % 3 - 0.5;
            }
            input.clear();
            input(input, step, end - step, network.inputs());
            output.clear();
            network.advance(end - step, input, rewards, output);
            step = end;
        }
    }

    private static void input(Spikes input, int step, int steps, int inputs) {
        for (int s = 0; s < steps; s++) {
            for (int i = 0; i < inputs; i++) {
                if ((Threefry.at(5, i, step + s) >>> 32) < 0x1p32 / 50) {
                    input.add(s, i);
                }
            }
        }
    }
}
