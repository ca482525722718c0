package sporeloop.results.recording;

import java.util.Arrays;
import java.util.List;

/**
 * One frame in the making: the records of each stream in columns that grow to what a frame needs and
 * are then used again. Filled by a {@link Reel}, written by a {@link RecordingWriter}; whoever holds it
 * owns it.
 */
public final class FrameBuffer {
    /** The records of one stream. */
    static final class Column {
        final Stream stream;
        int count;
        int[] offset = new int[256];
        int[] neuron;
        double[] value;

        Column(Stream stream) {
            this.stream = stream;
            boolean spikes = stream.kind() == Stream.Kind.SPIKES;
            neuron = new int[spikes ? 256 : 0];
            value = new double[spikes ? 0 : stream.width()];
        }
    }

    final Column[] columns;
    private long from;
    private long to;
    private long latest;

    /** About how many bytes the frame takes before compression, at most. */
    private long size;

    FrameBuffer(List<Stream> streams) {
        columns = streams.stream().map(Column::new).toArray(Column[]::new);
    }

    void begin(long step) {
        from = step;
        latest = step - 1;
        size = 0;
        for (Column column : columns) {
            column.count = 0;
            size += 5;
        }
    }

    /** First step of the frame. */
    long from() {
        return from;
    }

    /** The step after its last. */
    long to() {
        return to;
    }

    long size() {
        return size;
    }

    void spike(int stream, long step, int neuron) {
        Column column = columns[stream];
        if (column.neuron.length == 0 || neuron < 0 || neuron >= column.stream.width()) {
            throw new IllegalArgumentException("no neuron " + neuron + " in " + column.stream);
        }
        if (column.count == column.neuron.length) {
            column.neuron = Arrays.copyOf(column.neuron, 2 * column.count);
        }
        column.neuron[column.count] = neuron;
        stamp(column, step);
        size += 10;
    }

    void sample(int stream, long step, double[] values) {
        Column column = columns[stream];
        int width = column.stream.width();
        if (column.value.length == 0 || values.length != width) {
            throw new IllegalArgumentException(values.length + " values for " + column.stream);
        }
        int at = column.count * width;
        if (at + width > column.value.length) {
            column.value = Arrays.copyOf(column.value, 2 * (at + width));
        }
        System.arraycopy(values, 0, column.value, at, width);
        stamp(column, step);
        size += 5 + 8L * width;
    }

    private void stamp(Column column, long step) {
        if (step < from || step - from > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("step " + step + " in a frame from step " + from);
        }
        if (column.count == column.offset.length) {
            column.offset = Arrays.copyOf(column.offset, 2 * column.count);
        }
        column.offset[column.count++] = (int) (step - from);
        latest = Math.max(latest, step);
    }

    void end(long step) {
        if (latest >= step) {
            throw new IllegalArgumentException(
                    "a record of step " + latest + " before the interval that ends at " + step);
        }
        to = step;
    }
}
