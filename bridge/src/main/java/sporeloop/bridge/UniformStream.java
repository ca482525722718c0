package sporeloop.bridge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A stream of uniform random numbers whose whole state is one position, cheap to save.
 * <pre>
 *   s ← s + 0x9E3779B97F4A7C15,   x = mix(s)
 * </pre>
 * Source: SplitMix64 (Steele, Lea, Flood 2014), Stafford's variant 13 of the mixer. Not thread-safe.
 */
public final class UniformStream {
    private static final long STRIDE = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private long state;

    /** The stream of a seed. */
    public UniformStream(long seed) {
        state = mix(seed);
    }

    /** 64 random bits. */
    public long bits() {
        state += STRIDE;
        return mix(state);
    }

    /** A number uniform in {@code [0, 1)}. */
    public double uniform() {
        return (bits() >>> 11) * UNIT;
    }

    /** An integer uniform in {@code 0 … bound − 1}, for bounds far below 2³². */
    public int below(int bound) {
        return (int) (((bits() >>> 32) * bound) >>> 32);
    }

    /** Writes where the stream stands. */
    public void save(DataOutput out) throws IOException {
        out.writeLong(state);
    }

    /** Goes on where {@link #save} stood. */
    public void restore(DataInput in) throws IOException {
        state = in.readLong();
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
