package sporeloop.results.recording;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * One frame of a recording, unpacked: for each stream its records in the order of their writing.
 */
public final class Frame {
    private final long from;
    private final long to;
    private final int[][] offset;
    private final int[][] neuron;
    private final double[][] value;
    private final int[] width;

    /** Unpacks; throws a RuntimeException if the bytes are not a frame of these streams. */
    Frame(long from, long to, ByteBuffer raw, List<Stream> streams) {
        this.from = from;
        this.to = to;
        offset = new int[streams.size()][];
        neuron = new int[streams.size()][];
        value = new double[streams.size()][];
        width = streams.stream().mapToInt(Stream::width).toArray();
        for (int s = 0; s < width.length; s++) {
            unpack(s, streams.get(s).kind(), raw);
        }
        check(!raw.hasRemaining(), "bytes are left over");
    }

    private void unpack(int s, Stream.Kind kind, ByteBuffer raw) {
        int count = number(raw);
        int bytes =
                switch (kind) {
                    case SPIKES -> 1;
                    case SAMPLES -> 8;
                    case SINGLE_SAMPLES -> 4;
                };
        long least = kind == Stream.Kind.SPIKES ? 1 : (long) bytes * width[s];
        check(count >= 0 && count <= raw.remaining() / (1 + least), "more records than bytes");
        offset[s] = new int[count];
        int last = 0;
        for (int k = 0; k < count; k++) {
            int zigzag = number(raw);
            last += (zigzag >>> 1) ^ -(zigzag & 1);
            check(last >= 0 && last < to - from, "a record outside its frame's time");
            offset[s][k] = last;
        }
        neuron[s] = new int[kind == Stream.Kind.SPIKES ? count : 0];
        for (int k = 0; k < neuron[s].length; k++) {
            int n = number(raw);
            check(n >= 0 && n < width[s], "a neuron outside its population");
            neuron[s][k] = n;
        }
        value[s] = kind == Stream.Kind.SPIKES ? new double[0] : values(raw, count, width[s], bytes);
    }

    private static double[] values(ByteBuffer raw, int count, int width, int bytes) {
        int plane = count * width;
        int start = raw.position();
        raw.position(start + plane * bytes);
        double[] values = new double[plane];
        for (int channel = 0; channel < width; channel++) {
            for (int k = 0; k < count; k++) {
                int at = start + channel * count + k;
                long bits = 0;
                for (int b = 0; b < bytes; b++) {
                    bits = (bits << 8) | (raw.get(at + b * plane) & 0xFF);
                }
                values[k * width + channel] =
                        bytes == 4
                                ? Float.intBitsToFloat((int) bits)
                                : Double.longBitsToDouble(bits);
            }
        }
        return values;
    }

    private static int number(ByteBuffer raw) {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte next = raw.get();
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than five bytes");
    }

    private static void check(boolean sound, String otherwise) {
        if (!sound) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** First step of the frame. */
    public long from() {
        return from;
    }

    /** The step after its last. */
    public long to() {
        return to;
    }

    /** Records of a stream. */
    public int count(int stream) {
        return offset[stream].length;
    }

    /** Step of the k-th record of a stream. */
    public long step(int stream, int k) {
        return from + offset[stream][k];
    }

    /** Neuron of the k-th spike of a stream. */
    public int neuron(int stream, int k) {
        return neuron[stream][k];
    }

    /** A value of the k-th sample of a stream. */
    public double value(int stream, int k, int channel) {
        return value[stream][k * width[stream] + channel];
    }
}
