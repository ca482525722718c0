package sporeloop.spore.plasticity;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sporeloop.spore.connectivity.Connectivity;
import sporeloop.spore.connectivity.PairDrawing;
import sporeloop.spore.random.NormalVariate;

/** Time a synapse takes in a weight update, all of it: products, consolidation, rule, rewiring. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SynapticSamplingBenchmark {
    private static final int SYNAPSES = 20_480;
    private static final double[] SIGNALS = {-0.01, 0.02, -0.03, 0.9, -0.01, -0.02, -0.01, 0};

    /** Mean θ: all active, or most retracted. */
    @Param({"2", "-0.5"})
    public double theta;

    /** Whether retracted synapses rest. */
    @Param({"true", "false"})
    public boolean rests;

    private PlasticSynapses synapses;

    /** Synapses of 256 presynaptic and 8 postsynaptic neurons, 10 a pair, an update every step. */
    @Setup
    public void begin() {
        double[] initial = NormalVariate.sequence(1, SYNAPSES, theta, 0.5);
        Plasticity plasticity =
                Plasticity.standard().but().weightUpdateInterval(1).skipRetracted(rests).build();
        synapses =
                PlasticSynapses.of(
                        new PairDrawing(256, 8, 10, true, 0).draw(new Connectivity.AllToAll()),
                        initial,
                        plasticity,
                        1,
                        1);
    }

    /** One weight update of all synapses. */
    @Benchmark
    @OperationsPerInvocation(SYNAPSES)
    public boolean update() {
        synapses.remember(SIGNALS, 1);
        return synapses.finishStep();
    }
}
