package sporeloop.results.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.RefusedException;

class FrameReaderTest {
    private static final int INTERVALS = 330;

    @TempDir Path folder;

    private byte[] recording() throws IOException {
        Path file = folder.resolve("r.rec");
        RecordingTest.record(file, 0, INTERVALS);
        return Files.readAllBytes(file);
    }

    @Test
    void aPipeTellsWhatTheFileTells() throws IOException {
        byte[] bytes = recording();
        try (Recording file = Recording.open(folder.resolve("r.rec"));
                FrameReader pipe = new FrameReader(new ByteArrayInputStream(bytes))) {
            assertEquals(file.streams(), pipe.streams());
            assertEquals(file.stepMs(), pipe.stepMs());
            for (int f = 0; f < file.frames(); f++) {
                same(file.frame(f), Objects.requireNonNull(pipe.next()));
                assertEquals(f == 0, pipe.isFirst(), "frame " + f);
            }
            assertNull(pipe.next());
        }
    }

    private static void same(Frame expected, Frame read) {
        assertEquals(expected.from(), read.from());
        assertEquals(expected.to(), read.to());
        for (int s = 0; s < 3; s++) {
            assertEquals(expected.count(s), read.count(s), "records of stream " + s);
            for (int k = 0; k < expected.count(s); k++) {
                assertEquals(expected.step(s, k), read.step(s, k));
            }
        }
        for (int k = 0; k < expected.count(1); k++) {
            assertEquals(expected.value(1, k, 0), read.value(1, k, 0));
        }
    }

    @Test
    void anotherRecordingMayFollowInTheSamePipe() throws IOException {
        byte[] bytes = recording();
        try (FrameReader pipe =
                new FrameReader(
                        new SequenceInputStream(
                                new ByteArrayInputStream(bytes),
                                new ByteArrayInputStream(bytes)))) {
            int first = 0;
            int frames = 0;
            while (pipe.next() != null) {
                frames++;
                first += pipe.isFirst() ? 1 : 0;
            }
            assertEquals(14, frames, "twice seven");
            assertEquals(2, first);
        }
    }

    @Test
    void aPipeThatBreaksOffEndsAtItsLastWholeFrame() throws IOException {
        byte[] bytes = recording();
        long[] ends = new long[7];
        try (Recording file = Recording.open(folder.resolve("r.rec"))) {
            for (int f = 0; f < 7; f++) {
                ends[f] = file.endOf(f);
            }
        }
        SplittableRandom random = new SplittableRandom(8);
        for (int n = 0; n < 200; n++) {
            int cut = random.nextInt((int) ends[0], bytes.length);
            int whole = (int) Arrays.stream(ends).filter(end -> end <= cut).count();
            try (FrameReader pipe =
                    new FrameReader(new ByteArrayInputStream(Arrays.copyOf(bytes, cut)))) {
                for (int f = 0; f < whole; f++) {
                    assertTrue(pipe.next() != null, "frame " + f + " of a pipe cut at " + cut);
                }
                assertNull(pipe.next(), "cut at " + cut);
            }
        }
    }

    @Test
    void aByteThatIsFalseIsRefusedInASentence() throws IOException {
        byte[] bytes = recording();
        long end;
        try (Recording file = Recording.open(folder.resolve("r.rec"))) {
            end = file.endOf(6);
        }
        SplittableRandom random = new SplittableRandom(9);
        int refused = 0;
        for (int n = 0; n < 200; n++) {
            byte[] spoilt = bytes.clone();
            spoilt[random.nextInt((int) end)] ^= (byte) (1 + random.nextInt(255));
            int frames = 0;
            try (FrameReader pipe = new FrameReader(new ByteArrayInputStream(spoilt))) {
                while (pipe.next() != null) {
                    frames++;
                }
            } catch (RefusedException sentence) {
                assertFalse(String.valueOf(sentence.getMessage()).isBlank());
                refused++;
                continue;
            } catch (java.io.EOFException shorter) {
                refused++;
                continue;
            }
            assertTrue(frames < 7, "a false byte was taken for a good one");
        }
        assertTrue(refused > 150, refused + " of 200 refused");
    }

    @Test
    void whatIsNoRecordingIsRefused() {
        assertThrows(
                RefusedException.class,
                () -> new FrameReader(new ByteArrayInputStream(new byte[1000])).close());
    }
}
