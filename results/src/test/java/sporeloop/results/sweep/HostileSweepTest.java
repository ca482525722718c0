package sporeloop.results.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.RefusedException;

/** A folder of someone else's trials leads nowhere but into the folder they are merged into. */
class HostileSweepTest {
    @TempDir Path folder;

    private Path part;
    private Path whole;

    @BeforeEach
    void aPartOfOneTrial() throws IOException {
        part = folder.resolve("part");
        whole = folder.resolve("whole");
        write("abc");
        Files.writeString(part.resolve("sweep.id"), "s1\n");
        Files.writeString(part.resolve("sweep.conf"), "sweep {}\n");
    }

    private void write(String trial) throws IOException {
        Path home = Files.createDirectories(part.resolve("trials/abc"));
        TrialRecord record =
                new TrialRecord(trial, "s1", Map.of("x", "1"), 1, 10, "score", 2.0, 1, null);
        Files.writeString(home.resolve("trial.json"), record.json());
    }

    private int merge() throws IOException {
        try (SweepDirectory directory = SweepDirectory.open(whole, true, "")) {
            return directory.adopt(part);
        }
    }

    private String refusal() {
        return assertThrows(RefusedException.class, this::merge).getMessage();
    }

    @Test
    void aSoundPartIsTakenOver() throws IOException {
        assertEquals(1, merge());
        assertTrue(Files.exists(whole.resolve("trials/abc/trial.json")));
    }

    @Test
    void aTrialWhoseRecordNamesAnotherFolderIsRefusedAndWritesNothingThere() throws IOException {
        for (String name : new String[] {"../../out", "/tmp/out", "..", "", "a/b", "other"}) {
            write(name);
            assertTrue(refusal().startsWith(part.toString()), name);
        }
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aLinkInATrialIsRefusedSoThatNoFileOfTheReadersIsCopied() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "mine");
        Files.createSymbolicLink(part.resolve("trials/abc/progress.csv"), secret);
        assertTrue(refusal().contains("is a link"), refusal());
        assertFalse(Files.exists(whole.resolve("trials/abc")));
    }

    @Test
    void aSummaryThatIsNoObjectOrNoUnicodeOrTooLongIsRefused() throws IOException {
        SweepTrial trial = SweepTrial.of(part).get(0);
        Path summary = trial.folder().resolve("summary.json");
        for (byte[] bytes :
                new byte[][] {
                    "null".getBytes(UTF_8),
                    "[]".getBytes(UTF_8),
                    {0, 0, (byte) 0xff, 1},
                    new byte[2 << 20]
                }) {
            Files.write(summary, bytes);
            String sentence = assertThrows(RefusedException.class, trial::figures).getMessage();
            assertTrue(sentence.startsWith(summary.toString()), sentence);
        }
    }

    @Test
    void aSweepsIdThatIsNoTextOrTooLongIsRefused() throws IOException {
        for (byte[] bytes : new byte[][] {{(byte) 0xff}, new byte[2 << 20]}) {
            Files.write(part.resolve("sweep.id"), bytes);
            assertTrue(refusal().startsWith(part.toString()), refusal());
        }
    }
}
