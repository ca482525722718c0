package sporeloop.results.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.RefusedException;

class RecordingTest {
    private static final int STEPS = 20;
    private static final int FRAME = 1000;
    private static final List<Stream> STREAMS =
            List.of(
                    Stream.spikes("input", 256),
                    Stream.samples("body", "m", List.of("x", "y")),
                    Stream.array("theta", "1", 50));

    @TempDir Path folder;

    @Test
    void whatIsRecordedReadsBackInOrder() throws IOException {
        Path file = folder.resolve("r.rec");
        record(file, 0, 330);
        try (Recording recording = Recording.open(file)) {
            assertTrue(recording.isWhole());
            assertEquals(STREAMS, recording.streams());
            assertEquals(1, recording.stream("body"));
            assertEquals(7, recording.frames(), "330 intervals of 20 steps in frames of 1000");
            check(recording, 330);
        }
    }

    @Test
    void aRecordingCutAnywhereReadsUpToItsLastWholeFrame() throws IOException {
        Path file = folder.resolve("r.rec");
        record(file, 0, 150);
        byte[] bytes = Files.readAllBytes(file);
        long[] ends = new long[3];
        long header;
        try (Recording recording = Recording.open(file)) {
            header = recording.headerLength();
            for (int f = 0; f < 3; f++) {
                ends[f] = recording.endOf(f);
            }
        }
        SplittableRandom random = new SplittableRandom(5);
        for (int n = 0; n < 300; n++) {
            int cut = random.nextInt(bytes.length);
            Files.write(file, java.util.Arrays.copyOf(bytes, cut));
            if (cut < header) {
                assertThrows(RefusedException.class, () -> Recording.open(file).close());
                continue;
            }
            int frames = 0;
            while (frames < 3 && ends[frames] <= cut) {
                frames++;
            }
            try (Recording recording = Recording.open(file)) {
                assertFalse(recording.isWhole());
                assertEquals(frames, recording.frames(), "cut at " + cut);
                check(recording, frames * FRAME / STEPS);
            }
        }
    }

    @Test
    void aRecordingGoesOnFromAnyFrameToTheSameBytes() throws IOException {
        Path straight = folder.resolve("straight.rec");
        Path pieces = folder.resolve("pieces.rec");
        record(straight, 0, 330);
        for (int interval : new int[] {50, 150, 300}) {
            Files.deleteIfExists(pieces);
            long length;
            try (Taping writer = Taping.create(pieces, 1, FRAME, STREAMS)) {
                intervals(writer, 0, interval);
                length = writer.writer.length();
                intervals(writer, interval, interval + 57);
                assertTrue(writer.writer.length() > length);
            }
            try (Taping writer = Taping.resume(pieces, length, FRAME)) {
                intervals(writer, interval, 330);
                writer.finish(330 * STEPS);
            }
            assertArrayEquals(
                    Files.readAllBytes(straight), Files.readAllBytes(pieces), "cut at " + interval);
        }
        assertThrows(RefusedException.class, () -> RecordingWriter.resume(pieces, 333));
    }

    @Test
    void anIntervalAllocatesNothingOnceTheBuffersHaveGrown() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        double[] body = {1, 2};
        double[] theta = new double[50];
        try (Taping writer = Taping.create(folder.resolve("r.rec"), 1, 1_000_000, STREAMS)) {
            long before = 0;
            for (int interval = 0; interval < 150_000; interval++) {
                long step = 20L * interval % 1_000_000 + interval / 50_000 * 1_000_000L;
                if (interval == 130_000) {
                    before = threads.getThreadAllocatedBytes(thread);
                }
                writer.spike(0, step, interval & 255);
                writer.sample(1, step, body);
                if (interval % 500 == 0) {
                    writer.sample(2, step, theta);
                }
                writer.advanceTo(step + 20);
                if (interval == 149_000) {
                    assertEquals(0, threads.getThreadAllocatedBytes(thread) - before);
                }
            }
        }
    }

    @Test
    void streamsAreExportedAsTablesAndArrays() throws IOException {
        Path file = folder.resolve("r.rec");
        try (Taping writer = Taping.create(file, 0.5, 100, STREAMS)) {
            writer.spike(0, 3, 17);
            writer.sample(1, 0, new double[] {0.5, Double.NaN});
            double[] theta = new double[50];
            theta[1] = 0.1;
            writer.sample(2, 100, theta);
            writer.finish(140);
        }
        try (Recording recording = Recording.open(file)) {
            Export export = new Export(recording);
            Path out = folder.resolve("out");
            export.csv(0, out);
            assertEquals("time_s,neuron\n0.0015,17\n", Files.readString(out));
            export.csv(1, out);
            assertEquals("time_s,x,y\n0,0.5,\n", Files.readString(out));
            export.csv(2, out);
            assertTrue(Files.readString(out).contains("\n0.05,0,0.1,0,"), Files.readString(out));
            export.npy(0, out);
            byte[] npy = Files.readAllBytes(out);
            assertEquals(128 + 2 * 8, npy.length);
            String header = new String(npy, 10, 117, java.nio.charset.StandardCharsets.US_ASCII);
            assertEquals(
                    "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2,), }", header.trim());
        }
    }

    @Test
    void aRecordOutsideItsStreamOrTimeIsAnError() throws IOException {
        try (Taping writer = Taping.create(folder.resolve("r.rec"), 1, FRAME, STREAMS)) {
            assertThrows(IllegalArgumentException.class, () -> writer.spike(0, 0, 256));
            assertThrows(IllegalArgumentException.class, () -> writer.spike(1, 0, 0));
            assertThrows(IllegalArgumentException.class, () -> writer.sample(1, 0, new double[3]));
            assertThrows(IllegalArgumentException.class, () -> writer.spike(0, -1, 0));
            writer.spike(0, 2000, 0);
            assertThrows(IllegalArgumentException.class, () -> writer.advanceTo(1500));
        }
    }

    static void record(Path file, int from, int to) throws IOException {
        try (Taping writer = Taping.create(file, 1, FRAME, STREAMS)) {
            intervals(writer, from, to);
            writer.finish((long) to * STEPS);
        }
    }

    /** Records intervals whose contents follow from their number alone. */
    private static void intervals(Taping writer, int from, int to) throws IOException {
        for (int interval = from; interval < to; interval++) {
            SplittableRandom random = new SplittableRandom(interval);
            long start = (long) interval * STEPS;
            for (int k = random.nextInt(12); k > 0; k--) {
                writer.spike(0, start + random.nextInt(STEPS), random.nextInt(256));
            }
            writer.sample(1, start, new double[] {random.nextDouble(), -interval});
            if (interval % 5 == 0) {
                writer.sample(2, start, random.doubles(50).toArray());
            }
            writer.advanceTo(start + STEPS);
        }
    }

    private static void check(Recording recording, int intervals) throws IOException {
        int frame = 0;
        int[] next = new int[3];
        Frame now = intervals == 0 ? null : recording.frame(0);
        for (int interval = 0; interval < intervals; interval++) {
            if ((long) interval * STEPS >= now.to()) {
                now = recording.frame(++frame);
                next = new int[3];
            }
            SplittableRandom random = new SplittableRandom(interval);
            long start = (long) interval * STEPS;
            for (int k = random.nextInt(12); k > 0; k--, next[0]++) {
                assertEquals(
                        start + random.nextInt(STEPS),
                        now.step(0, next[0]),
                        "interval " + interval);
                assertEquals(random.nextInt(256), now.neuron(0, next[0]));
            }
            assertEquals(random.nextDouble(), now.value(1, next[1], 0));
            assertEquals(-interval, now.value(1, next[1]++, 1));
            if (interval % 5 == 0) {
                double[] theta = random.doubles(50).toArray();
                for (int channel = 0; channel < 50; channel++) {
                    assertEquals((float) theta[channel], (float) now.value(2, next[2], channel));
                }
                next[2]++;
            }
        }
    }
}
