package sporeloop.results.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.RefusedException;

class RunDirectoryTest {
    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 23, 9, 5, 7);

    @TempDir Path folder;

    @Test
    void aRunIsNamedByScenarioSeedAndTime() throws IOException {
        Path runs = folder.resolve("meine Läufe");
        try (RunDirectory run = RunDirectory.create(runs, "reaching", 3, START)) {
            assertEquals(runs.resolve("reaching-3-20261123-090507"), run.path());
            assertTrue(Files.isDirectory(run.path()));
        }
    }

    @Test
    void twoRunsOfTheSameSecondGetTwoFolders() throws IOException {
        try (RunDirectory one = RunDirectory.create(folder, "reaching", 3, START);
                RunDirectory two = RunDirectory.create(folder, "reaching", 3, START)) {
            assertEquals(one.path() + "-2", two.path().toString());
        }
    }

    @Test
    void aScenarioNameNeverLeavesTheRunsFolder() throws IOException {
        for (String name :
                new String[] {"../../x", "/etc", "..", "a\\b:c\0", "", "é".repeat(300)}) {
            try (RunDirectory run = RunDirectory.create(folder, name, 1, START)) {
                assertEquals(folder.toRealPath(), run.path().toRealPath().getParent(), name);
            }
        }
    }

    @Test
    void aFolderWithSomethingInItIsRefusedUntouched() throws IOException {
        Files.writeString(folder.resolve("thesis.tex"), "years of work");
        String sentence = refusal(folder);
        assertTrue(sentence.startsWith(folder + " is not empty"), sentence);
        assertEquals(1, folder.toFile().listFiles().length, "nothing was written");
    }

    @Test
    void aFolderInUseIsRefusedAndFreeAfterwards() throws IOException {
        Path run = folder.resolve("a/b");
        try (RunDirectory held = RunDirectory.claim(run)) {
            assertTrue(refusal(run).contains("is in use"));
            assertThrows(RefusedException.class, () -> RunDirectory.reopen(held.path()));
        }
        RunDirectory.claim(run).close();
        RunDirectory.reopen(run).close();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedAndNothingIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (Path place :
                new Path[] {
                    file, file.resolve("x/y"), Path.of("/proc/x"), Path.of("/dev/null/x")
                }) {
            String sentence = refusal(place);
            assertTrue(sentence.startsWith("Cannot write to " + place + ": "), sentence);
            assertTrue(sentence.endsWith("Name another folder with --out."), sentence);
        }
        Path tooLong = folder.resolve("new/" + "x".repeat(300));
        assertTrue(refusal(tooLong).contains("too long"), refusal(tooLong));
        assertFalse(Files.exists(folder.resolve("new")), "half-made folders are taken back");
    }

    @Test
    void aMissingRunCannotBeReopened() {
        Path missing = folder.resolve("nowhere");
        assertThrows(RefusedException.class, () -> RunDirectory.reopen(missing));
        assertFalse(Files.exists(missing));
    }

    private static String refusal(Path place) {
        return assertThrows(RefusedException.class, () -> RunDirectory.claim(place).close())
                .getMessage();
    }
}
