package sporeloop.environments.camera;

import java.util.Arrays;
import sporeloop.environments.Events;

/**
 * The events of one stretch of time, as the pixels are gone through, and their order in time: by
 * nanosecond, then pixel. Sorted into time slots first, then by insertion within each, which for
 * evenly spread events takes a time proportional to their number.
 */
final class Firings {
    private static final int TIME_AT = 25; // bit; below it 24 of the pixel and one of the polarity
    private static final int PIXEL_MASK = (1 << 24) - 1;
    private static final double NANO = 1e9;

    private long[] fired = new long[256]; // time since the stretch's start [ns], pixel, polarity
    private long[] sorted = new long[256];
    private int[] slot = new int[65];
    private int size;

    /** Adds an event {@code sinceStart} seconds after the stretch's start. */
    void add(double sinceStart, int pixel, boolean on) {
        if (size == fired.length) {
            fired = Arrays.copyOf(fired, 2 * size);
            sorted = new long[2 * size];
        }
        long time = (long) (sinceStart * NANO);
        fired[size++] = (time << TIME_AT) | ((long) pixel << 1) | (on ? 1 : 0);
    }

    /** Adds all to {@code into} in the order of time, {@code from} seconds later, and forgets them. */
    void deliver(double from, double length, Events into) {
        int enough = 32 - Integer.numberOfLeadingZeros(size / 2); // bits of a slot's number
        int bits = 64 - Long.numberOfLeadingZeros((long) (length * NANO) + 1);
        int shift = TIME_AT + Math.max(0, bits - enough);
        int slots = 1 << enough;
        if (slot.length < slots + 1) {
            slot = new int[slots + 1];
        }
        Arrays.fill(slot, 0, slots + 1, 0);
        for (int k = 0; k < size; k++) {
            slot[(int) (fired[k] >>> shift) + 1]++;
        }
        for (int s = 0; s < slots; s++) {
            slot[s + 1] += slot[s];
        }
        for (int k = 0; k < size; k++) {
            sorted[slot[(int) (fired[k] >>> shift)]++] = fired[k];
        }
        for (int k = 1; k < size; k++) {
            long next = sorted[k];
            int at = k;
            while (at > 0 && sorted[at - 1] > next) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = next;
        }
        for (int k = 0; k < size; k++) {
            double time = from + (sorted[k] >>> TIME_AT) / NANO;
            into.add(time, (int) (sorted[k] >>> 1) & PIXEL_MASK, (sorted[k] & 1) == 1);
        }
        size = 0;
    }
}
