package sporeloop.spore.network;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sporeloop.spore.Spikes;
import sporeloop.spore.neuron.Population;
import sporeloop.spore.random.Threefry;
import sporeloop.spore.reference.ReferenceNetwork;

/** Time of 100 ms of a network, an update interval, beside the per-step reference in the same run. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class NetworkBenchmark {
    private static final int STEPS = 100;

    /** Inputs × outputs, 10 synapses a pair. */
    @Param({"64x8", "256x8", "256x64", "256x256", "512x512"})
    public String size;

    /** Mean θ at the start: all active, or most retracted. */
    @Param({"2", "-0.5"})
    public double theta;

    private final Spikes input = new Spikes(16);
    private final Spikes output = new Spikes(16);
    private Network network;
    private ReferenceNetwork reference;

    /** The networks, and inputs at 10 Hz. */
    @Setup
    public void begin() {
        int inputs = Integer.parseInt(size.split("x", -1)[0]);
        int outputs = Integer.parseInt(size.split("x", -1)[1]);
        NetworkBuilder builder =
                Network.builder(1, 1)
                        .source("input", inputs)
                        .population(
                                "motor",
                                Population.of(outputs)
                                        .withDeadTime(5)
                                        .withReset(false)
                                        .withRate(0, 1, 1)
                                        .withInput(-3)
                                        .withHomeostasis(5, 0.1, 1000))
                        .project(
                                "input",
                                "motor",
                                p -> p.synapsesPerPair(10).plastic().initial(theta, 0.5))
                        .readout("motor");
        network = builder.build();
        reference = new ReferenceNetwork(builder);
        for (int s = 0; s < STEPS; s++) {
            for (int i = 0; i < inputs; i++) {
                if (Threefry.at(1, i, s) >>> 32 < 0.01 * 0x1p32) {
                    input.add(s, i);
                }
            }
        }
    }

    /** The engine. */
    @Benchmark
    public Spikes engine() {
        output.clear();
        network.advance(STEPS, input, 1, output);
        return output;
    }

    /** The reference. */
    @Benchmark
    public Spikes reference() {
        output.clear();
        reference.advance(STEPS, input, 1, output);
        return output;
    }
}
