package sporeloop.results.recording;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import sporeloop.results.RefusedException;

/**
 * Writes a recording: one frame is filled while the one before is compressed and written on a thread
 * of its own. A frame ends where simulated time passes a multiple of the frame's length, so the bytes
 * depend on what was recorded alone. Once the buffers have grown, an interval allocates nothing.
 *
 * <p>Not thread-safe. A failure to write is thrown by a later call, at the latest by {@link #close}.
 */
public final class RecordingWriter implements Closeable {
    /** A frame is ended early, at the next interval, when it has grown to this [bytes]. */
    private static final long FULL = 8 << 20;

    private final FileChannel channel;
    private final Layout layout;
    private final List<long[]> index;
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "recording");
                        thread.setDaemon(true);
                        return thread;
                    });
    private FrameBuffer filling;
    private FrameBuffer writing;
    private @Nullable Future<?> pending;

    private RecordingWriter(FileChannel channel, Layout layout, List<long[]> index, long step) {
        this.channel = channel;
        this.layout = layout;
        this.index = index;
        filling = new FrameBuffer(layout.streams());
        writing = new FrameBuffer(layout.streams());
        filling.begin(step);
    }

    /**
     * Starts a recording at step 0.
     *
     * @param file must not exist yet
     * @param stepMs length of a step [ms]
     * @param frameSteps length of a frame [steps]: what a kill can cost, and a whole part of the time
     *     between checkpoints
     * @param streams what will be recorded; a stream's place here is its number below
     */
    public static RecordingWriter create(
            Path file, double stepMs, long frameSteps, List<Stream> streams) throws IOException {
        Layout layout = new Layout(stepMs, frameSteps, streams);
        ByteBuffer header = ByteBuffer.wrap(layout.header());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        write(channel, header);
        return new RecordingWriter(channel, layout, new ArrayList<>(), 0);
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
        long step = index.isEmpty() ? 0 : index.get(index.size() - 1)[1];
        return new RecordingWriter(channel, layout, index, step);
    }

    /** Records a spike of a neuron. */
    public void spike(int stream, long step, int neuron) {
        filling.spike(stream, step, neuron);
    }

    /** Records a sample, copying its values. */
    public void sample(int stream, long step, double[] values) {
        filling.sample(stream, step, values);
    }

    /** Says that all before {@code step} has been recorded: once an interval. */
    public void advanceTo(long step) throws IOException {
        long frame = layout.frameSteps();
        if (step / frame > filling.from() / frame || filling.size() >= FULL) {
            endFrame(step);
        }
    }

    private void endFrame(long step) throws IOException {
        if (filling.size() > Layout.LARGEST_FRAME) {
            throw new RefusedException(
                    "One interval's records take more than "
                            + (Layout.LARGEST_FRAME >> 20)
                            + " MB. Sample fewer values.");
        }
        await();
        FrameBuffer full = filling;
        full.end(step);
        filling = writing;
        writing = full;
        filling.begin(step);
        pending =
                background.submit(
                        () -> {
                            index.add(new long[] {full.from(), step, channel.position()});
                            write(channel, full.pack());
                            return null;
                        });
    }

    private void await() throws IOException {
        Future<?> written = pending;
        if (written == null) {
            return;
        }
        try {
            written.get();
            pending = null;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException)
                    new InterruptedIOException("interrupted while a frame was written")
                            .initCause(stop);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Bytes up to the last frame's end: what {@link #resume} wants back. All records must be in frames. */
    public long length() throws IOException {
        if (!filling.isEmpty()) {
            throw new IllegalStateException(
                    "a frame is begun: checkpoints fall on the ends of frames");
        }
        await();
        return channel.position();
    }

    /** Waits until every ended frame is on the disk. */
    public void sync() throws IOException {
        await();
        channel.force(true);
    }

    /**
     * Ends the last frame where the recording ends, and writes the index.
     *
     * @param step end of what was recorded
     */
    public void finish(long step) throws IOException {
        if (step > filling.from()) {
            endFrame(step);
        }
        await();
        ByteBuffer tail =
                ByteBuffer.allocate(Layout.INDEX_BYTES + Layout.ENTRY_BYTES * index.size());
        tail.putInt(Layout.INDEX).putInt(index.size());
        for (long[] entry : index) {
            tail.putLong(entry[0]).putLong(entry[1]).putLong(entry[2]);
        }
        tail.putInt(Layout.checksum(tail.duplicate().flip()));
        tail.putLong(channel.position()).putInt(Layout.END).flip();
        write(channel, tail);
    }

    /** Closes the file; without {@link #finish} it is as if the program had been killed. */
    @Override
    public void close() throws IOException {
        try {
            await();
        } finally {
            background.shutdown();
            filling.close();
            writing.close();
            channel.close();
        }
    }
}
