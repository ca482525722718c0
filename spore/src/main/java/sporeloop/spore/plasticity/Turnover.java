package sporeloop.spore.plasticity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How many connections were born and lost, and how long the lost ones had lived: counts by powers of
 * two, of weight updates. Lifetimes of connections that were there at the beginning count from then.
 *
 * <p>Not thread-safe.
 */
public final class Turnover {
    /** Classes of lifetimes: class b counts those of 2ᵇ ≤ updates &lt; 2ᵇ⁺¹. */
    public static final int CLASSES = 40;

    private long born;
    private long lost;
    private final long[] lifetimes = new long[CLASSES];

    Turnover() {}

    void birth() {
        born++;
    }

    void loss(long updates) {
        lost++;
        lifetimes[63 - Long.numberOfLeadingZeros(Math.max(1, updates))]++;
    }

    void add(Turnover other) {
        born += other.born;
        lost += other.lost;
        for (int b = 0; b < CLASSES; b++) {
            lifetimes[b] += other.lifetimes[b];
        }
    }

    /** Connections that came to life since the beginning, those of the beginning not counted. */
    public long born() {
        return born;
    }

    /** Connections that retracted since the beginning. */
    public long lost() {
        return lost;
    }

    /** Lost connections that had lived for 2ᵇ to 2ᵇ⁺¹ − 1 weight updates. */
    public long lifetimes(int b) {
        return lifetimes[b];
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(born);
        out.writeLong(lost);
        for (long count : lifetimes) {
            out.writeLong(count);
        }
    }

    void restore(DataInput in) throws IOException {
        born = in.readLong();
        lost = in.readLong();
        for (int b = 0; b < CLASSES; b++) {
            lifetimes[b] = in.readLong();
        }
    }
}
