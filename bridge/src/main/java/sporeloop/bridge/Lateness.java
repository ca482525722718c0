package sporeloop.bridge;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How late intervals began, counted from when they were due. Bin b &gt; 0 holds those that were late by
 * 2^(b−1) … 2^b ms, bin 0 those late by less than 1 ms. Written by one thread, read by any.
 */
public final class Lateness {
    private static final int BINS = 16;
    private static final double NANOS_PER_MS = 1e6;

    private final AtomicLongArray counts = new AtomicLongArray(BINS);

    /** Notes an interval that began {@code nanos} after it was due. */
    public void note(long nanos) {
        long ms = Math.max(0, (long) (nanos / NANOS_PER_MS));
        int bin = Math.min(BINS - 1, 64 - Long.numberOfLeadingZeros(ms));
        counts.lazySet(bin, counts.get(bin) + 1);
    }

    /** Number of bins. */
    public int bins() {
        return BINS;
    }

    /** Intervals in bin {@code b}. */
    public long count(int b) {
        return counts.get(b);
    }

    /** Upper edge of bin {@code b} [ms]; infinite for the last. */
    public double below(int b) {
        return b == BINS - 1 ? Double.POSITIVE_INFINITY : 1 << b;
    }

    /** Intervals that were 1 ms late or more. */
    public long missed() {
        long sum = 0;
        for (int b = 1; b < BINS; b++) {
            sum += counts.get(b);
        }
        return sum;
    }
}
