package sporeloop.results.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import sporeloop.results.RefusedException;
import sporeloop.results.file.Compression;

/**
 * Reads a recording frame by frame. A file without its index, as a kill leaves it, is read up to its
 * last whole frame; a damaged frame is refused when it is read, and the others stay readable. Memory
 * is bounded by the largest frame, whatever the file says.
 */
public final class Recording implements Closeable {
    private final String name;
    private final FileChannel channel;
    private final Layout layout;
    private final long headerLength;
    private final List<long[]> index = new ArrayList<>();
    private final boolean whole;

    private Recording(String name, FileChannel channel) throws IOException {
        this.name = name;
        this.channel = channel;
        ByteBuffer prefix = bytes(0, Layout.PREFIX_BYTES);
        byte[] magic = new byte[Layout.MAGIC.length];
        if (prefix.remaining() >= magic.length) {
            prefix.get(magic);
        }
        if (!Arrays.equals(magic, Layout.MAGIC)) {
            throw new RefusedException(name + " is not a recording.");
        }
        if (prefix.remaining() < Layout.PREFIX_BYTES - magic.length) {
            throw new RefusedException(name + " was cut off in its header.");
        }
        if (prefix.getShort() > Layout.FORMAT) {
            throw new RefusedException(
                    name + " was written by a newer version of Sporeloop. Read it with that one.");
        }
        int length = prefix.getInt();
        if (length < 0 || length > Layout.LARGEST_HEADER) {
            throw damaged("header");
        }
        ByteBuffer header = bytes(0, Layout.PREFIX_BYTES + length + 4);
        int end = Layout.PREFIX_BYTES + length;
        if (header.remaining() < end + 4
                || Layout.checksum(header.duplicate().limit(end)) != header.getInt(end)) {
            throw damaged("header");
        }
        try {
            layout = Layout.parse(header.limit(end).position(Layout.PREFIX_BYTES));
        } catch (RuntimeException notOurs) {
            throw damaged("header");
        }
        headerLength = end + 4L;
        whole = readIndex();
        if (!whole) {
            index.clear();
            scan();
        }
    }

    /** Opens a recording and finds its frames. */
    public static Recording open(Path file) throws IOException {
        Compression.load();
        FileChannel channel;
        try {
            channel = FileChannel.open(file);
        } catch (IOException failure) {
            throw new RefusedException(
                    "Cannot read " + file + ": " + RefusedException.why(failure) + ".", failure);
        }
        try {
            return new Recording(file.toString(), channel);
        } catch (RefusedException sentence) {
            channel.close();
            throw sentence;
        } catch (IOException failure) {
            channel.close();
            throw new RefusedException(
                    "Cannot read " + file + ": " + RefusedException.why(failure) + ".", failure);
        }
    }

    private boolean readIndex() throws IOException {
        long size = channel.size();
        ByteBuffer tail = bytes(size - 12, 12);
        if (size < headerLength + Layout.INDEX_BYTES || tail.getInt(8) != Layout.END) {
            return false;
        }
        long start = tail.getLong(0);
        long length = size - 12 - start;
        if (start < headerLength || length < 12 || length > Layout.LARGEST_INDEX) {
            return false;
        }
        ByteBuffer entries = bytes(start, (int) length);
        int end = entries.limit() - 4;
        if (Layout.checksum(entries.duplicate().limit(end)) != entries.getInt(end)
                || entries.getInt() != Layout.INDEX
                || entries.getInt() != (end - 8) / Layout.ENTRY_BYTES
                || (end - 8) % Layout.ENTRY_BYTES != 0) {
            return false;
        }
        long step = 0;
        long place = headerLength;
        while (entries.position() < end) {
            long[] entry = {entries.getLong(), entries.getLong(), entries.getLong()};
            if (entry[0] < step || entry[1] <= entry[0] || entry[2] < place || entry[2] >= start) {
                return false;
            }
            step = entry[1];
            place = entry[2] + Layout.FRAME_BYTES;
            index.add(entry);
        }
        return true;
    }

    /** Finds the frames one after another, up to the first that is not whole. */
    private void scan() throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(1 << 16);
        long step = 0;
        long place = headerLength;
        while (index.size() < Layout.LARGEST_INDEX / Layout.ENTRY_BYTES) {
            ByteBuffer head = bytes(place, Layout.FRAME_BYTES);
            if (head.remaining() < Layout.FRAME_BYTES || head.getInt() != Layout.FRAME) {
                return;
            }
            long from = head.getLong();
            long to = head.getLong();
            int stored = head.getInt(24);
            if (from < step || to <= from || stored < 0 || stored > channel.size() - place) {
                return;
            }
            CRC32C sum = new CRC32C();
            sum.update(head.duplicate().rewind().limit(Layout.FRAME_BYTES - 4));
            long at = place + Layout.FRAME_BYTES;
            for (long left = stored; left > 0; left -= chunk.limit()) {
                chunk.clear().limit((int) Math.min(chunk.capacity(), left));
                fill(chunk, at + stored - left);
                if (!chunk.hasRemaining()) {
                    return;
                }
                sum.update(chunk.duplicate());
            }
            if ((int) sum.getValue() != head.getInt(Layout.FRAME_BYTES - 4)) {
                return;
            }
            index.add(new long[] {from, to, place});
            step = to;
            place = at + stored;
        }
    }

    /** Up to {@code length} bytes from a place on; fewer at the file's end. */
    private ByteBuffer bytes(long place, int length) throws IOException {
        long there = Math.max(0, Math.min(length, channel.size() - place));
        ByteBuffer bytes = ByteBuffer.allocate(place < 0 ? 0 : (int) there);
        fill(bytes, place);
        return bytes;
    }

    private void fill(ByteBuffer bytes, long place) throws IOException {
        while (bytes.hasRemaining() && channel.read(bytes, place + bytes.position()) >= 0) {}
        bytes.flip();
    }

    /** Length of a step [ms]. */
    public double stepMs() {
        return layout.stepMs();
    }

    /** What was recorded; a stream's place here is its number in the frames. */
    public List<Stream> streams() {
        return layout.streams();
    }

    /** Number of the stream of that name. */
    public int stream(String wanted) throws RefusedException {
        List<String> names = streams().stream().map(Stream::name).toList();
        if (!names.contains(wanted)) {
            throw new RefusedException(
                    name + " has no stream '" + wanted + "', but has " + names + ".");
        }
        return names.indexOf(wanted);
    }

    /** Whether the recording was finished: if not, its end is missing. */
    public boolean isWhole() {
        return whole;
    }

    /** Number of frames. */
    public int frames() {
        return index.size();
    }

    /** End of the last frame [steps]. */
    public long steps() {
        return index.isEmpty() ? 0 : index.get(index.size() - 1)[1];
    }

    /** Number of the frame in which {@code step} lies; of the last one before it, if it lies in none. */
    public int frameAt(long step) {
        int low = 0;
        int high = index.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (index.get(middle)[0] <= step) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Reads and unpacks the k-th frame. */
    public Frame frame(int k) throws IOException {
        long[] entry = index.get(k);
        ByteBuffer head = bytes(entry[2], Layout.FRAME_BYTES);
        if (head.remaining() < Layout.FRAME_BYTES
                || head.getInt() != Layout.FRAME
                || head.getLong() != entry[0]
                || head.getLong() != entry[1]) {
            throw damaged(span(entry));
        }
        int length = head.getInt();
        int storedLength = head.getInt();
        if (length < 0
                || length > Layout.LARGEST_FRAME
                || storedLength < 0
                || storedLength > 2 * Layout.LARGEST_FRAME) {
            throw damaged(span(entry));
        }
        byte[] stored =
                new byte[Math.min(storedLength, (int) Math.min(channel.size(), Integer.MAX_VALUE))];
        ByteBuffer there = ByteBuffer.wrap(stored);
        fill(there, entry[2] + Layout.FRAME_BYTES);
        int sum =
                Layout.checksum(
                        head.duplicate().rewind().limit(Layout.FRAME_BYTES - 4), there.duplicate());
        if (there.remaining() < storedLength || sum != head.getInt()) {
            throw damaged(span(entry));
        }
        try {
            byte[] raw = Compression.unpack(stored, storedLength, length);
            return new Frame(entry[0], entry[1], ByteBuffer.wrap(raw), layout.streams());
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | BufferUnderflowException notOurs) {
            throw damaged(span(entry));
        }
    }

    private String span(long[] entry) {
        double second = layout.stepMs() / 1000;
        return "frame from " + entry[0] * second + " s to " + entry[1] * second + " s";
    }

    private RefusedException damaged(String part) {
        return new RefusedException(name + " is damaged: its " + part + " cannot be read.");
    }

    Layout layout() {
        return layout;
    }

    long headerLength() {
        return headerLength;
    }

    long[] entry(int k) {
        return index.get(k);
    }

    long endOf(int k) throws IOException {
        long place = index.get(k)[2];
        ByteBuffer head = bytes(place, Layout.FRAME_BYTES);
        return head.remaining() < Layout.FRAME_BYTES
                ? -1
                : place + Layout.FRAME_BYTES + head.getInt(24);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
