package sporeloop.spore.plasticity;

import java.util.Arrays;
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

/** Time of the sums that the pairs of one presynaptic neuron share, over 100 steps. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PairProductsBenchmark {
    private static final int STEPS = 100;

    /** Postsynaptic neurons. */
    @Param({"8", "64", "512"})
    public int posts;

    /** Presynaptic spikes in the stretch. */
    @Param({"1", "6"})
    public int spikes;

    private final PresynapticTraces.Events events = new PresynapticTraces.Events();
    private PairProducts products;
    private double[][] bap;
    private double[] reward;
    private double[] row;

    /** A stretch with learning signals and rewards in every step. */
    @Setup
    public void begin() {
        Plasticity plasticity = Plasticity.standard();
        PresynapticTraces traces = new PresynapticTraces(1, plasticity, 1, STEPS);
        products =
                new PairProducts(
                        posts, false, STEPS, plasticity, traces, Math.exp(-1e-3), Math.exp(-2e-5));
        bap = new double[STEPS][posts];
        reward = new double[STEPS];
        for (int m = 0; m < STEPS; m++) {
            Arrays.fill(bap[m], m % 10 == 0 ? 0.9 : -0.01);
            reward[m] = m % 7;
        }
        row = new double[posts];
        for (int n = 0; n < spikes; n++) {
            traces.spike(10 * n, 0);
        }
        traces.sort();
        traces.advance(0, STEPS, events);
        products.prepare(bap, reward, STEPS);
    }

    /** What a whole stretch costs once, for all presynaptic neurons. */
    @Benchmark
    public double prepare() {
        products.prepare(bap, reward, STEPS);
        return products.carriedToGradient();
    }

    /** Both rows of one presynaptic neuron. */
    @Benchmark
    public double[] row() {
        products.row(events, 0, row, 0);
        products.row(events, 1, row, 0);
        return row;
    }
}
