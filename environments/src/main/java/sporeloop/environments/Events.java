package sporeloop.environments;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The events of an event camera in one interval: parallel arrays of time, pixel and polarity, in the
 * order of time. A reused buffer that grows when it must and never shrinks.
 */
public final class Events {
    private double[] times = new double[0];
    private int[] pixels = new int[0];
    private boolean[] on = new boolean[0];
    private int size;

    /** Number of events. */
    public int size() {
        return size;
    }

    /** Time of event {@code k} since the interval's start [s]. */
    public double time(int k) {
        return times[k];
    }

    /** Pixel of event {@code k}: {@code row * width + column}, row 0 on top. */
    public int pixel(int k) {
        return pixels[k];
    }

    /** Whether event {@code k} is ON (brighter) rather than OFF (darker). */
    public boolean on(int k) {
        return on[k];
    }

    /** Adds an event. */
    public void add(double time, int pixel, boolean brighter) {
        if (size == times.length) {
            int capacity = Math.max(64, 2 * size);
            times = Arrays.copyOf(times, capacity);
            pixels = Arrays.copyOf(pixels, capacity);
            on = Arrays.copyOf(on, capacity);
        }
        times[size] = time;
        pixels[size] = pixel;
        on[size++] = brighter;
    }

    /** Removes all events and keeps the room. */
    public void clear() {
        size = 0;
    }

    /** Writes the events. */
    public void save(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int k = 0; k < size; k++) {
            out.writeDouble(times[k]);
            out.writeInt(pixels[k]);
            out.writeBoolean(on[k]);
        }
    }

    /** Replaces the events by those that {@link #save} wrote. */
    public void restore(DataInput in) throws IOException {
        clear();
        int count = in.readInt();
        for (int k = 0; k < count; k++) {
            add(in.readDouble(), in.readInt(), in.readBoolean());
        }
    }
}
