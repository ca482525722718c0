package sporeloop.viewer.story;

import java.util.Arrays;

/** The records of one stream in the order of time; old ones are forgotten when asked. */
public final class Log {
    private final int width;
    private long[] steps = new long[64];
    private double[] values;
    private int first;
    private int end;

    Log(int width) {
        this.width = width;
        values = new double[64 * width];
    }

    /** Values of a record. */
    public int width() {
        return width;
    }

    void add(long step) {
        if (end == steps.length) {
            makeRoom();
        }
        steps[end++] = step;
    }

    private void makeRoom() {
        int size = end - first;
        int capacity = size > steps.length / 2 ? 2 * steps.length : steps.length;
        long[] s = new long[capacity];
        double[] v = new double[capacity * width];
        System.arraycopy(steps, first, s, 0, size);
        System.arraycopy(values, first * width, v, 0, size * width);
        steps = s;
        values = v;
        first = 0;
        end = size;
    }

    /** Sets a value of the record added last. */
    void set(int channel, double value) {
        values[(end - 1) * width + channel] = value;
    }

    void clear() {
        first = 0;
        end = 0;
    }

    /** Forgets what is older than {@code step}, but for the last {@code keep} records before it. */
    void forgetBefore(long step, int keep) {
        first = Math.max(first, Math.min(end, after(step - 1) - keep));
    }

    /** Number of the first record. */
    public int first() {
        return first;
    }

    /** Number of the first record later than {@code step}. */
    public int after(long step) {
        int low = first;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps[middle] <= step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Number of the record after the last. */
    public int end() {
        return end;
    }

    /** Step of a record. */
    public long step(int record) {
        return steps[record];
    }

    /** A value of a record. */
    public double value(int record, int channel) {
        return values[record * width + channel];
    }

    /** Copies a record's values. */
    public double[] record(int record) {
        return Arrays.copyOfRange(values, record * width, (record + 1) * width);
    }
}
