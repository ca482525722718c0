package sporeloop.results.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.RefusedException;

/** What another process's run leaves when that process is killed (as by kill −9 where there is one). */
class KilledRunTest {
    @TempDir Path folder;

    /** The other process: a run that writes rows for ever and says each that is complete. */
    static final class Run {
        private Run() {}

        public static void main(String[] words) throws IOException {
            try (RunDirectory run = RunDirectory.claim(Path.of(words[0]));
                    ProgressCsv table = ProgressCsv.create(run.progress(), List.of("n", "x"))) {
                for (int n = 0; ; n++) {
                    table.append(n, n / 3.0);
                    System.out.println(n);
                }
            }
        }
    }

    @Test
    void aKilledRunKeepsEveryCompletedRowAndFreesItsFolder() throws Exception {
        Path out = folder.resolve("a run");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Run.class.getName(),
                                out.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        int last = -1;
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            while (last < 2000) {
                last = Integer.parseInt(said.readLine());
            }
            assertThrows(RefusedException.class, () -> RunDirectory.reopen(out), "it is in use");
            process.destroyForcibly().waitFor();
        }
        ProgressTable table = ProgressTable.read(out.resolve("progress.csv"));
        assertTrue(table.rows().size() > last, "every row that was said is there");
        for (int n = 0; n < table.rows().size(); n++) {
            assertArrayEquals(new double[] {n, n / 3.0}, table.rows().get(n), "row " + n);
        }
        RunDirectory.reopen(out).close();
    }
}
