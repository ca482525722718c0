package sporeloop.results.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.RefusedException;

class TrialRecordTest {
    private static final TrialRecord RECORD =
            new TrialRecord(
                    "0a1b2c",
                    "3d4e5f",
                    Map.of("plasticity.temperature", "0.1"),
                    3,
                    3600,
                    "targets_reached_per_min",
                    35.4,
                    1,
                    null);

    @TempDir Path folder;

    @Test
    void whatIsWrittenComesBack() throws Exception {
        assertEquals(RECORD, TrialRecord.parse(RECORD.json(), "it"));
        assertEquals(RECORD, TrialRecord.parse(RECORD.line(), "it"));
        assertEquals(1, RECORD.line().lines().count());
    }

    @Property(tries = 1000)
    void anyTextIsARecordOrRefused(@ForAll String text) {
        assertThrows(RefusedException.class, () -> TrialRecord.parse(text, "it"));
    }

    @Property(tries = 2000)
    void aCutOrFlippedRecordIsReadOrRefused(
            @ForAll @IntRange(max = 400) int place, @ForAll byte value, @ForAll boolean cut) {
        byte[] bytes = RECORD.json().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int at = place % bytes.length;
        byte[] damaged = cut ? Arrays.copyOf(bytes, at) : bytes;
        if (!cut) {
            damaged[at] = value;
        }
        try {
            TrialRecord.parse(new String(damaged, java.nio.charset.StandardCharsets.UTF_8), "it");
        } catch (RefusedException sentence) {
            assertTrue(sentence.getMessage().startsWith("it is not a trial's record"));
        }
    }

    @Test
    void aTrialWithoutItsRecordIsNoneAndAFolderWithoutItsNumberIsNoSweep() throws Exception {
        Files.createDirectories(folder.resolve("trials/0a1b2c"));
        assertEquals(List.of(), SweepDirectory.trials(folder));
        assertThrows(RefusedException.class, () -> PointTable.read(folder));
        assertFalse(Files.exists(folder.resolve("sweep.id")));
    }
}
