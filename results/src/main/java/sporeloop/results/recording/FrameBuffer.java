package sporeloop.results.recording;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * One frame in the making: the records of each stream in columns that grow to what a frame needs and
 * are then used again.
 */
final class FrameBuffer implements AutoCloseable {
    private static final int LEVEL = 1;

    private static final class Column {
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

    private final Column[] columns;
    private final ZstdCompressCtx compressor = new ZstdCompressCtx().setLevel(LEVEL);
    private byte[] raw = new byte[1 << 12];
    private int length;
    private byte[] stored = new byte[1 << 12];
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

    long from() {
        return from;
    }

    long size() {
        return size;
    }

    boolean isEmpty() {
        for (Column column : columns) {
            if (column.count > 0) {
                return false;
            }
        }
        return true;
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

    /** Packs the frame; the buffer stays valid until the next call. */
    ByteBuffer pack() {
        length = 0;
        for (Column column : columns) {
            pack(column);
        }
        int bound = Layout.FRAME_BYTES + (int) Zstd.compressBound(length);
        stored = stored.length < bound ? new byte[bound + bound / 4] : stored;
        int packed =
                compressor.compressByteArray(
                        stored,
                        Layout.FRAME_BYTES,
                        stored.length - Layout.FRAME_BYTES,
                        raw,
                        0,
                        length);
        ByteBuffer frame = ByteBuffer.wrap(stored, 0, Layout.FRAME_BYTES + packed);
        frame.putInt(Layout.FRAME).putLong(from).putLong(to).putInt(length).putInt(packed);
        int sum =
                Layout.checksum(
                        ByteBuffer.wrap(stored, 0, Layout.FRAME_BYTES - 4),
                        ByteBuffer.wrap(stored, Layout.FRAME_BYTES, packed));
        return frame.putInt(sum).rewind();
    }

    private void pack(Column column) {
        int count = column.count;
        number(count);
        for (int k = 0, last = 0; k < count; last = column.offset[k++]) {
            int difference = column.offset[k] - last;
            number((difference << 1) ^ (difference >> 31));
        }
        if (column.stream.kind() == Stream.Kind.SPIKES) {
            for (int k = 0; k < count; k++) {
                number(column.neuron[k]);
            }
            return;
        }
        boolean single = column.stream.kind() == Stream.Kind.SINGLE_SAMPLES;
        int width = column.stream.width();
        int bytes = single ? 4 : 8;
        reserve(bytes * count * width);
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            for (int channel = 0; channel < width; channel++) {
                for (int k = channel; k < count * width; k += width) {
                    double value = column.value[k];
                    long bits =
                            single
                                    ? Float.floatToRawIntBits((float) value)
                                    : Double.doubleToRawLongBits(value);
                    raw[length++] = (byte) (bits >>> shift);
                }
            }
        }
    }

    /** Seven bits a byte, the lowest first. */
    private void number(int value) {
        reserve(5);
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            raw[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        raw[length++] = (byte) rest;
    }

    private void reserve(int bytes) {
        if (raw.length - length < bytes) {
            raw = Arrays.copyOf(raw, Math.max(2 * raw.length, length + bytes));
        }
    }

    @Override
    public void close() {
        compressor.close();
    }
}
