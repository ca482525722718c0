package sporeloop.results.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import sporeloop.results.RefusedException;

/**
 * Writes a recording, frame by frame, into a file or into a pipe. Between two frames the file is as
 * it would be after a kill. Not thread-safe.
 */
public final class RecordingWriter implements Closeable {
    private final WritableByteChannel channel;
    private final Layout layout;
    private final List<long[]> index;
    private final FramePacker packer = new FramePacker();
    private long length;

    private RecordingWriter(
            WritableByteChannel channel, Layout layout, List<long[]> index, long length) {
        this.channel = channel;
        this.layout = layout;
        this.index = index;
        this.length = length;
    }

    /**
     * Starts a recording at step 0.
     *
     * @param file must not exist yet
     * @param stepMs length of a step [ms]
     * @param frameSteps length of a frame [steps]: what a kill can cost, and a whole part of the time
     *     between checkpoints
     * @param streams what will be recorded
     */
    public static RecordingWriter create(
            Path file, double stepMs, long frameSteps, List<Stream> streams) throws IOException {
        Layout layout = new Layout(stepMs, frameSteps, streams);
        return begun(
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                layout);
    }

    /** Starts a recording that is read while it goes on: into a pipe, say. The channel is closed with it. */
    public static RecordingWriter to(
            WritableByteChannel channel, double stepMs, long frameSteps, List<Stream> streams)
            throws IOException {
        return begun(channel, new Layout(stepMs, frameSteps, streams));
    }

    private static RecordingWriter begun(WritableByteChannel channel, Layout layout)
            throws IOException {
        RecordingWriter writer = new RecordingWriter(channel, layout, new ArrayList<>(), 0);
        writer.write(ByteBuffer.wrap(layout.header()));
        return writer;
    }

    /** Goes on with a recording as it was at {@code length} bytes, a frame's end; the rest is cut off. */
    public static RecordingWriter resume(Path file, long length) throws IOException {
        Layout layout;
        List<long[]> index = new ArrayList<>();
        try (Recording recording = Recording.open(file)) {
            layout = recording.layout();
            long end = recording.headerLength();
            for (int k = 0; k < recording.frames() && end < length; k++) {
                index.add(recording.entry(k));
                end = recording.endOf(k);
            }
            if (end != length) {
                throw new RefusedException(
                        file
                                + " has no frame that ends at byte "
                                + length
                                + ", where the checkpoint was made.");
            }
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.truncate(length).position(length);
        return new RecordingWriter(channel, layout, index, length);
    }

    /** What is recorded. */
    public List<Stream> streams() {
        return layout.streams();
    }

    /** End of the last frame [steps]: where recording goes on. */
    public long step() {
        return index.isEmpty() ? 0 : index.get(index.size() - 1)[1];
    }

    /** Appends a frame, which goes back to its reel afterwards. */
    public void append(FrameBuffer frame) throws IOException {
        if (frame.size() > Layout.LARGEST_FRAME) {
            throw new RefusedException(
                    "One interval's records take more than "
                            + (Layout.LARGEST_FRAME >> 20)
                            + " MB. Sample fewer values.");
        }
        index.add(new long[] {frame.from(), frame.to(), length});
        write(packer.pack(frame));
    }

    private void write(ByteBuffer bytes) throws IOException {
        length += bytes.remaining();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Bytes up to the last frame's end: what {@link #resume} wants back. */
    public long length() {
        return length;
    }

    /** Waits until every frame is on the disk. */
    public void sync() throws IOException {
        if (channel instanceof FileChannel file) {
            file.force(true);
        }
    }

    /** Writes the index: the recording is whole. */
    public void finish() throws IOException {
        ByteBuffer tail =
                ByteBuffer.allocate(Layout.INDEX_BYTES + Layout.ENTRY_BYTES * index.size());
        tail.putInt(Layout.INDEX).putInt(index.size());
        for (long[] entry : index) {
            tail.putLong(entry[0]).putLong(entry[1]).putLong(entry[2]);
        }
        tail.putInt(Layout.checksum(tail.duplicate().flip()));
        tail.putLong(length).putInt(Layout.END).flip();
        write(tail);
    }

    /** Closes the file; without {@link #finish} it is as if the program had been killed. */
    @Override
    public void close() throws IOException {
        packer.close();
        channel.close();
    }
}
