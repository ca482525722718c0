package sporeloop.environments;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A stream of random numbers that an environment owns: decided by a seed, saved with the state.
 *
 * <p>Source: XoShiRo256++ (Blackman and Vigna 2019) of Apache Commons RNG, its modified ziggurat for
 * normal and exponential variates. Not thread-safe.
 */
public final class RandomStream {
    private RestorableUniformRandomProvider source = RandomSource.XO_SHI_RO_256_PP.create(0L);
    private ZigguratSampler.NormalizedGaussian normal =
            ZigguratSampler.NormalizedGaussian.of(source);
    private ZigguratSampler.Exponential exponential = ZigguratSampler.Exponential.of(source);

    /** Starts the stream {@code index} of {@code seed}; streams of other indices are independent. */
    public void seed(long seed, long index) {
        // An odd multiplier apart, so that stream 1 of seed s is not stream 0 of seed s + 1.
        use(RandomSource.XO_SHI_RO_256_PP.create(seed ^ (index * 0x9E3779B97F4A7C15L)));
    }

    /** A number uniform in {@code [low, high)}. */
    public double uniform(double low, double high) {
        return low + (high - low) * source.nextDouble();
    }

    /** An integer uniform in {@code 0 … bound − 1}. */
    public int below(int bound) {
        return source.nextInt(bound);
    }

    /** A normal variate of mean 0 and variance 1. */
    public double normal() {
        return normal.sample();
    }

    /** An exponential variate of mean 1. */
    public double exponential() {
        return exponential.sample();
    }

    /** A gamma variate of mean {@code shape · scale}. */
    public double gamma(double shape, double scale) {
        return AhrensDieterMarsagliaTsangGammaSampler.of(source, shape, scale).sample();
    }

    /** Writes where the stream stands. */
    public void save(DataOutput out) throws IOException {
        byte[] state = ((RandomProviderDefaultState) source.saveState()).getState();
        out.writeInt(state.length);
        out.write(state);
    }

    /** Goes on where {@link #save} stood. */
    public void restore(DataInput in) throws IOException {
        byte[] state = new byte[stateLength(in.readInt())];
        in.readFully(state);
        RestorableUniformRandomProvider restored = RandomSource.XO_SHI_RO_256_PP.create(0L);
        restored.restoreState(new RandomProviderDefaultState(state));
        use(restored);
    }

    private int stateLength(int written) throws IOException {
        int length = ((RandomProviderDefaultState) source.saveState()).getState().length;
        if (written != length) {
            throw new IOException("a random stream of " + written + " bytes, not " + length);
        }
        return length;
    }

    private void use(RestorableUniformRandomProvider next) {
        source = next;
        normal = ZigguratSampler.NormalizedGaussian.of(source);
        exponential = ZigguratSampler.Exponential.of(source);
    }
}
