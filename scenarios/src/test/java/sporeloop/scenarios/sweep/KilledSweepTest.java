package sporeloop.scenarios.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.sweep.PointTable;
import sporeloop.results.sweep.TrialRecord;
import sporeloop.scenarios.file.Providers;

/** Sweeps in processes of their own that are killed (−9) at random moments and resumed. */
class KilledSweepTest {
    private static final String SWEEP =
            """
            sweep {
              base = reaching
              duration = 3 min
              seeds = [1, 2]
              set { run.checkpoint-every = 1 min }
              axes { plasticity.temperature = [0.1, 0.2] }
            }
            """;
    private static final long LONGEST_MS = 300_000;

    @TempDir Path folder;

    @Test
    void aSweepThatIsKilledAndResumedHasTheTableOfAnUndisturbedOne() throws Exception {
        survive(2, 1);
    }

    @Test
    @Tag("long")
    void twoHundredKillsLoseAndDoubleNoTrial() throws Exception {
        survive(200, 2);
    }

    private void survive(int kills, long seed) throws Exception {
        Path file = Files.writeString(folder.resolve("my.conf"), SWEEP);
        Path quiet = folder.resolve("undisturbed");
        SweepPlan plan = SweepFile.load(file.toString(), Providers.ours());
        new Sweep(plan, SweepOptions.into(quiet), Providers.ours()).run(SweepListener.SILENT);
        String expected = PointTable.read(quiet).table().csv();
        SplittableRandom random = new SplittableRandom(seed);
        int killed = 0;
        for (int sweep = 0; killed < kills; sweep++) {
            Path out = folder.resolve("killed-" + sweep);
            List<String> finished = new ArrayList<>();
            boolean done = false;
            while (!done) {
                // Once all kills are done, the sweep may come to its end.
                long patience = killed < kills ? random.nextLong(500, 6000) : LONGEST_MS;
                done = ran(file, out, patience, finished);
                killed += done ? 0 : 1;
            }
            assertEquals(expected, PointTable.read(out).table().csv());
            assertEquals(
                    finished.stream().distinct().count(),
                    finished.size(),
                    "run twice: " + finished);
            assertTrue(finished.size() <= 4, finished.toString());
        }
    }

    /** Runs a sweep in a process of its own; kills it if it takes longer. Says whether it was done. */
    private boolean ran(Path file, Path out, long patience, List<String> finished)
            throws IOException, InterruptedException {
        Path lines = folder.resolve("lines.jsonl");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "sporeloop.scenarios.command.Sporeloop",
                                "sweep",
                                file.toString(),
                                "--out",
                                out.toString(),
                                "--resume",
                                "--quiet",
                                "--json")
                        .redirectOutput(lines.toFile())
                        .redirectError(new File(folder.toFile(), "errors"))
                        .start();
        boolean done = process.waitFor(patience, TimeUnit.MILLISECONDS);
        if (!done) {
            process.destroyForcibly().waitFor();
        } else {
            assertEquals(0, process.exitValue(), Files.readString(folder.resolve("errors")));
        }
        for (String line : Files.readAllLines(lines)) {
            if (line.endsWith("}")) {
                finished.add(TrialRecord.parse(line, "a line").trial());
            }
        }
        return done;
    }
}
