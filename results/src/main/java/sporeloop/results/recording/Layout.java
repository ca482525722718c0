package sporeloop.results.recording;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * The parts of a recording's file: see {@code docs/formats.md}.
 *
 * @param stepMs length of a step [ms]
 * @param frameSteps a frame ends at each multiple of this [steps]
 * @param streams in the order of their numbers
 */
record Layout(double stepMs, long frameSteps, List<Stream> streams) {
    static final byte[] MAGIC = {(byte) 0x89, 'S', 'P', 'R', '\r', '\n', 0x1a, '\n'};
    static final int FORMAT = 1;
    static final int FRAME = 0x4652414D;
    static final int INDEX = 0x494E4458;
    static final int END = 0x454E442E;

    /** Magic, format, length of the header. */
    static final int PREFIX_BYTES = 8 + 2 + 4;

    /** Tag, from, to, raw and stored length, checksum. */
    static final int FRAME_BYTES = 4 + 8 + 8 + 4 + 4 + 4;

    /** From, to, place in the file. */
    static final int ENTRY_BYTES = 8 + 8 + 8;

    /** Tag, number of frames, checksum, place of the index, tag of the end. */
    static final int INDEX_BYTES = 4 + 4 + 4 + 8 + 4;

    static final int LARGEST_HEADER = 16 << 20;

    /** No frame unpacks to more [bytes]. */
    static final int LARGEST_FRAME = 32 << 20;

    /** No recording has an index of more [bytes]: 300 days in frames of 10 s. */
    static final int LARGEST_INDEX = 64 << 20;

    /** A name is part of a file's name when the stream is exported: it leads to no other folder. */
    private static final String NAME = "[^./\\\\:\\p{Cntrl}][^/\\\\:\\p{Cntrl}]{0,199}";

    Layout {
        streams = List.copyOf(streams);
        if (!(stepMs > 0) || Double.isInfinite(stepMs) || frameSteps < 1 || frameSteps > 1 << 30) {
            throw new IllegalArgumentException(
                    "a step of " + stepMs + " ms, frames of " + frameSteps);
        }
        Set<String> names = new HashSet<>();
        for (Stream stream : streams) {
            if (!stream.name().matches(NAME)) {
                throw new IllegalArgumentException(
                        "'" + stream.name() + "' is no name for a stream in a file");
            }
            if (!names.add(stream.name())) {
                throw new IllegalArgumentException("two streams are named '" + stream.name() + "'");
            }
        }
    }

    byte[] header() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeDouble(stepMs);
        out.writeLong(frameSteps);
        out.writeShort(streams.size());
        for (Stream stream : streams) {
            out.writeByte(stream.kind().code);
            text(out, stream.name());
            text(out, stream.unit());
            out.writeInt(stream.width());
            out.writeInt(stream.channels().size());
            for (String channel : stream.channels()) {
                text(out, channel);
            }
        }
        ByteBuffer header = ByteBuffer.allocate(PREFIX_BYTES + body.size() + 4);
        header.put(MAGIC).putShort((short) FORMAT).putInt(body.size()).put(body.toByteArray());
        return header.putInt(checksum(header.duplicate().flip())).array();
    }

    /** Reads what stands between the prefix and the checksum; throws a RuntimeException if it is not sound. */
    static Layout parse(ByteBuffer body) {
        double stepMs = body.getDouble();
        long frameSteps = body.getLong();
        List<Stream> streams = new ArrayList<>();
        for (int left = Short.toUnsignedInt(body.getShort()); left > 0; left--) {
            Stream.Kind kind = Stream.Kind.of(body.get());
            String name = text(body);
            String unit = text(body);
            int width = body.getInt();
            List<String> channels = new ArrayList<>();
            for (int c = body.getInt(); c > 0; c--) {
                channels.add(text(body));
            }
            streams.add(new Stream(name, kind, unit, width, channels));
        }
        if (body.hasRemaining()) {
            throw new IllegalArgumentException("the header is longer than its contents");
        }
        return new Layout(stepMs, frameSteps, streams);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > 0xFFFF) {
            throw new IllegalArgumentException("a name of " + utf8.length + " bytes");
        }
        out.writeShort(utf8.length);
        out.write(utf8);
    }

    private static String text(ByteBuffer in) {
        byte[] utf8 = new byte[Math.min(Short.toUnsignedInt(in.getShort()), in.remaining())];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    static int checksum(ByteBuffer... parts) {
        CRC32C sum = new CRC32C();
        for (ByteBuffer part : parts) {
            sum.update(part);
        }
        return (int) sum.getValue();
    }
}
