package sporeloop.results.recording;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sporeloop.results.RefusedException;
import sporeloop.results.file.Compression;

/**
 * Reads a recording from front to back while it comes about: from a pipe, say. Memory is bounded by
 * the largest frame. Another recording may follow in the same stream; {@link #next} then begins it.
 */
public final class FrameReader implements Closeable {
    private static final String PIPE = "The recording that is being read";

    private final DataInputStream in;
    private Layout layout;
    private long step;
    private boolean fresh = true;

    /** Reads the header; blocks until it is there. */
    public FrameReader(InputStream in) throws IOException {
        Compression.load();
        this.in = new DataInputStream(in);
        layout = header(this.in.readInt());
    }

    private Layout header(int first) throws IOException {
        ByteBuffer prefix = ByteBuffer.allocate(Layout.PREFIX_BYTES).putInt(first);
        in.readFully(prefix.array(), 4, Layout.PREFIX_BYTES - 4);
        byte[] magic = Arrays.copyOf(prefix.array(), Layout.MAGIC.length);
        int length = prefix.getInt(Layout.PREFIX_BYTES - 4);
        if (!Arrays.equals(magic, Layout.MAGIC)
                || prefix.getShort(Layout.MAGIC.length) > Layout.FORMAT
                || length < 0
                || length > Layout.LARGEST_HEADER) {
            throw new RefusedException(PIPE + " is none of this version of Sporeloop.");
        }
        byte[] body = in.readNBytes(length);
        int sum = in.readInt();
        if (Layout.checksum(prefix.rewind(), ByteBuffer.wrap(body)) != sum) {
            throw damaged();
        }
        try {
            step = 0;
            return Layout.parse(ByteBuffer.wrap(body));
        } catch (RuntimeException notOurs) {
            throw damaged();
        }
    }

    /** Length of a step [ms]. */
    public double stepMs() {
        return layout.stepMs();
    }

    /** What is recorded; a stream's place here is its number in the frames. */
    public List<Stream> streams() {
        return layout.streams();
    }

    /** Whether the last frame was the first of its recording. */
    public boolean isFirst() {
        return fresh;
    }

    /** The next frame; null at the end of the stream. Blocks until it is there. */
    public @Nullable Frame next() throws IOException {
        try {
            fresh = step == 0;
            for (int tag = in.readInt(); ; tag = in.readInt()) {
                if (tag == Layout.FRAME) {
                    return frame();
                } else if (tag == Layout.INDEX) {
                    in.skipNBytes((long) Layout.ENTRY_BYTES * in.readInt() + 4 + 8 + 4);
                } else {
                    layout = header(tag);
                    fresh = true;
                }
            }
        } catch (EOFException over) {
            return null;
        }
    }

    private Frame frame() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(Layout.FRAME_BYTES).putInt(Layout.FRAME);
        in.readFully(head.array(), 4, Layout.FRAME_BYTES - 4);
        long from = head.getLong();
        long to = head.getLong();
        int length = head.getInt();
        int storedLength = head.getInt();
        if (from < step
                || to <= from
                || length < 0
                || length > Layout.LARGEST_FRAME
                || storedLength < 0
                || storedLength > 2 * Layout.LARGEST_FRAME) {
            throw damaged();
        }
        byte[] stored = in.readNBytes(storedLength);
        if (stored.length < storedLength) {
            throw new EOFException();
        }
        int sum =
                Layout.checksum(
                        head.duplicate().rewind().limit(Layout.FRAME_BYTES - 4),
                        ByteBuffer.wrap(stored));
        if (sum != head.getInt()) {
            throw damaged();
        }
        step = to;
        try {
            byte[] raw = Compression.unpack(stored, stored.length, length);
            return new Frame(from, to, ByteBuffer.wrap(raw), layout.streams());
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | BufferUnderflowException notOurs) {
            throw damaged();
        }
    }

    private static RefusedException damaged() {
        return new RefusedException(PIPE + " is damaged.");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
