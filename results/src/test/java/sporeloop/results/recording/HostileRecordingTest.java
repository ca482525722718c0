package sporeloop.results.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import sporeloop.results.RefusedException;

/** No bytes make the reader fail otherwise than with a sentence. */
class HostileRecordingTest {
    private static final List<Stream> STREAMS =
            List.of(Stream.spikes("input", 9), Stream.samples("body", "m", List.of("x", "y")));
    private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static @Nullable Path file;
    private static byte[] example = {};

    @BeforeContainer
    static void makeExample() throws IOException {
        file = Files.createTempFile("hostile", ".rec");
        Files.delete(file);
        try (Taping writer = Taping.create(file, 1, 100, STREAMS)) {
            for (int step = 0; step < 500; step += 5) {
                writer.spike(0, step, step % 9);
                writer.sample(1, step, new double[] {step, 1});
                writer.advanceTo(step + 5);
            }
            writer.finish(500);
        }
        example = Files.readAllBytes(file);
    }

    @AfterContainer
    static void clean() throws IOException {
        Files.deleteIfExists(file);
    }

    @Property(tries = 1000)
    void flippedBytesAreRefusedOrLeftOutOfTheWholeFrames(
            @ForAll @IntRange(max = 100_000) int at,
            @ForAll @IntRange(min = 1, max = 255) int flip) {
        byte[] bytes = example.clone();
        bytes[at % bytes.length] ^= (byte) flip;
        assertTrue(framesRead(bytes) < 5 || at % bytes.length >= indexPlace(), "a flip at " + at);
    }

    @Property(tries = 1000)
    void anyFrameContentsWithARightChecksumAreReadOrRefused(@ForAll byte[] contents) {
        framesRead(withFrame(Zstd.compress(contents), contents.length));
    }

    @Property(tries = 200)
    void anyCompressedBytesWithARightChecksumAreReadOrRefused(
            @ForAll byte[] stored, @ForAll @IntRange(min = -1, max = Integer.MAX_VALUE) int raw) {
        framesRead(withFrame(stored, raw));
    }

    @Property(tries = 1000)
    void anyHeaderWithARightChecksumIsReadOrRefused(@ForAll byte[] body) {
        ByteBuffer bytes = ByteBuffer.allocate(Layout.PREFIX_BYTES + body.length + 4);
        bytes.put(Layout.MAGIC).putShort((short) 1).putInt(body.length).put(body);
        bytes.putInt(Layout.checksum(bytes.duplicate().flip()));
        framesRead(bytes.array());
    }

    @Property(tries = 1000)
    void anyIndexWithARightChecksumIsReadOrRefused(@ForAll long[] entries) {
        int place = indexPlace();
        int count = entries.length / 3;
        ByteBuffer bytes =
                ByteBuffer.allocate(place + Layout.INDEX_BYTES + Layout.ENTRY_BYTES * count);
        bytes.put(example, 0, place).putInt(Layout.INDEX).putInt(count);
        for (int k = 0; k < 3 * count; k++) {
            bytes.putLong(entries[k]);
        }
        bytes.putInt(Layout.checksum(bytes.duplicate().flip().position(place)));
        bytes.putLong(place).putInt(Layout.END);
        framesRead(bytes.array());
    }

    @Example
    void aStreamWhoseNameLeadsToAnotherFolderIsRefused() {
        for (String name : List.of("../x", "/tmp/x", "a/b", "..", "", "a\\b", "C:x", "a\nb")) {
            List<Stream> streams = List.of(Stream.spikes(name, 1));
            assertThrows(IllegalArgumentException.class, () -> new Layout(1, 1, streams), name);
        }
    }

    @Example
    void aBombIsRefusedBeforeMemoryIsTakenForIt() {
        byte[] packed = Zstd.compress(new byte[Layout.LARGEST_FRAME + 1]);
        for (int declared : new int[] {Layout.LARGEST_FRAME + 1, Layout.LARGEST_FRAME, 100}) {
            byte[] bytes = withFrame(packed, declared);
            framesRead(bytes); // loads what it needs
            long before = MEMORY.getCurrentThreadAllocatedBytes();
            assertEquals(0, framesRead(bytes));
            long taken = MEMORY.getCurrentThreadAllocatedBytes() - before;
            assertTrue(taken < 4 << 20, "declared " + declared + ": " + taken + " bytes");
        }
    }

    private static int indexPlace() {
        return (int) ByteBuffer.wrap(example).getLong(example.length - 12);
    }

    /** The example's header, and one frame of the given contents. */
    private static byte[] withFrame(byte[] stored, int raw) {
        int header = Layout.PREFIX_BYTES + ByteBuffer.wrap(example).getInt(10) + 4;
        ByteBuffer bytes = ByteBuffer.allocate(header + Layout.FRAME_BYTES + stored.length);
        bytes.put(example, 0, header).putInt(Layout.FRAME).putLong(0).putLong(100);
        bytes.putInt(raw).putInt(stored.length);
        int sum =
                Layout.checksum(bytes.duplicate().flip().position(header), ByteBuffer.wrap(stored));
        return bytes.putInt(sum).put(stored).array();
    }

    private static int framesRead(byte[] bytes) {
        int read = 0;
        try {
            Files.write(file, bytes);
            try (Recording recording = Recording.open(file)) {
                for (int k = 0; k < recording.frames(); k++, read++) {
                    recording.frame(k);
                }
            }
        } catch (RefusedException sentence) {
            assertTrue(sentence.getMessage().startsWith(file.toString()), sentence.getMessage());
        } catch (IOException failure) {
            throw new UncheckedIOException(Arrays.toString(bytes), failure);
        }
        return read;
    }
}
