package sporeloop.results.recording;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Turns frames into the bytes of a recording, in buffers that are used again. */
final class FramePacker implements AutoCloseable {
    private static final int LEVEL = 1;

    private final ZstdCompressCtx compressor = new ZstdCompressCtx().setLevel(LEVEL);
    private byte[] raw = new byte[1 << 12];
    private int length;
    private byte[] stored = new byte[1 << 12];

    /** Packs a frame; the bytes stay valid until the next call. */
    ByteBuffer pack(FrameBuffer frame) {
        length = 0;
        for (FrameBuffer.Column column : frame.columns) {
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
        ByteBuffer bytes = ByteBuffer.wrap(stored, 0, Layout.FRAME_BYTES + packed);
        bytes.putInt(Layout.FRAME).putLong(frame.from()).putLong(frame.to());
        bytes.putInt(length).putInt(packed);
        int sum =
                Layout.checksum(
                        ByteBuffer.wrap(stored, 0, Layout.FRAME_BYTES - 4),
                        ByteBuffer.wrap(stored, Layout.FRAME_BYTES, packed));
        return bytes.putInt(sum).rewind();
    }

    private void pack(FrameBuffer.Column column) {
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
