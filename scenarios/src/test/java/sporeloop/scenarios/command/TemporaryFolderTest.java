package sporeloop.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries unpack their machine code into the temporary folder, which may not take it. */
class TemporaryFolderTest {
    @TempDir Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended run(Path temporary, String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-Xshare:auto",
                                "-Djava.awt.headless=true",
                                "-Dfile.encoding=UTF-8",
                                "-Djava.io.tmpdir=" + temporary,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Sporeloop.class.getName()));
        command.addAll(List.of(words));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            assertTrue(process.waitFor(5, TimeUnit.MINUTES));
            return new Ended(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aRunWhoseLibraryCannotBeUnpackedIsRefusedWithTheFolderAndTheMendBeforeItBegins()
            throws Exception {
        Path gone = folder.resolve("gone");
        Path run = folder.resolve("run");
        Ended ended = run(gone, "train", "reaching", "--out", run.toString());
        assertEquals(Exit.BAD_INPUT, ended.code, ended.err);
        assertEquals(1, ended.err.lines().count(), ended.err);
        assertTrue(ended.err.contains("temporary folder " + gone + ": "), ended.err);
        assertTrue(ended.err.contains("-Djava.io.tmpdir=DIR"), ended.err);
        assertFalse(Files.exists(run));
    }

    @Test
    void doctorFindsATemporaryFolderThatTakesNoLibrary() throws Exception {
        Path gone = folder.resolve("gone");
        Ended ended = run(gone, "doctor", "--out", folder.toString());
        assertEquals(Exit.FAILED, ended.code, ended.err);
        assertTrue(
                ended.out
                        .lines()
                        .anyMatch(
                                line ->
                                        line.startsWith("WRONG  temporary")
                                                && line.contains(gone.toString())),
                ended.out);
    }
}
