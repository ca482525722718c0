package sporeloop.spore.plasticity;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sporeloop.spore.numerics.BlockExponential;
import sporeloop.spore.numerics.Exponential;
import sporeloop.spore.random.NormalVariate;
import sporeloop.spore.random.Threefry;

/** Time a number takes in blocks of 256, beside the same made one at a time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BlockBenchmark {
    private static final int SIZE = 256;

    private final int[] x0 = new int[SIZE];
    private final int[] x1 = new int[SIZE];
    private final double[] numbers = new double[SIZE];
    private final double[] results = new double[SIZE];
    private final BlockExponential exponential = new BlockExponential(-3, 2);

    /** Numbers in [−3, 2]. */
    @Setup
    public void begin() {
        for (int n = 0; n < SIZE; n++) {
            numbers[n] = -3 + 5.0 * n / SIZE;
        }
    }

    /** Random words: two for each counter. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public int[] threefryBlock() {
        Threefry.block(7, x0, x1, SIZE);
        return x0;
    }

    /** The same, one counter at a time. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public long threefryAt() {
        long sum = 0;
        for (int n = 0; n < SIZE; n++) {
            sum += Threefry.at(7, n, x1[n]);
        }
        return sum;
    }

    /** Normal variates of given words. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public double[] normalBlock() {
        NormalVariate.block(x0, results, 0, SIZE, 0.1);
        return results;
    }

    /** The engine's exponential. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public double[] exponentialBlock() {
        exponential.apply(numbers, results, SIZE, 0, 1);
        return results;
    }

    /** Our exponential with the same bits everywhere, one at a time. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public double[] exponentialOf() {
        for (int n = 0; n < SIZE; n++) {
            results[n] = Exponential.of(numbers[n]);
        }
        return results;
    }

    /** The platform's exponential. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public double[] exponentialOfThePlatform() {
        for (int n = 0; n < SIZE; n++) {
            results[n] = Math.exp(numbers[n]);
        }
        return results;
    }
}
