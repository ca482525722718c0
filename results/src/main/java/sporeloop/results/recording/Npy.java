package sporeloop.results.recording;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.StringJoiner;

/**
 * Writes an array as a file that NumPy loads: format 1.0, doubles, little-endian, row-major. Rows are
 * appended one by one; how many there are is filled in at the end.
 */
public final class Npy implements Closeable {
    private static final int HEADER_BYTES = 128;

    private final FileChannel channel;
    private final OutputStream out;
    private final int[] row;
    private final ByteBuffer number = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    private long values;

    /**
     * Starts a file, in place of one that is there.
     *
     * @param rowShape shape of a row; none for a one-dimensional array
     */
    public Npy(Path file, int... rowShape) throws IOException {
        row = rowShape.clone();
        channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        out.write(new byte[HEADER_BYTES]);
    }

    /** Appends the next value in row-major order. */
    public void append(double value) throws IOException {
        out.write(number.putDouble(0, value).array());
        values++;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            out.flush();
            ByteBuffer header = ByteBuffer.wrap(header());
            while (header.hasRemaining()) {
                channel.write(header, header.position());
            }
        }
    }

    private byte[] header() {
        long perRow = 1;
        StringJoiner shape = new StringJoiner(", ", "(", ",)");
        for (int length : row) {
            perRow *= length;
        }
        shape.add(Long.toString(values / perRow));
        for (int length : row) {
            shape.add(Integer.toString(length));
        }
        String text = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }";
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        header.put((byte) 1).put((byte) 0).putShort((short) (HEADER_BYTES - 10));
        header.put(text.getBytes(StandardCharsets.US_ASCII));
        while (header.position() < HEADER_BYTES - 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').array();
    }
}
