package sporeloop.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sporeloop.results.sweep.PointTable;
import sporeloop.scenarios.sweep.SweepBuilder;

class SweepCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Sporeloop.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String file(String block) throws IOException {
        String sweep =
                "sweep { base = reaching, duration = 10 s, set { run.report-interval = 5 s }";
        return Files.writeString(folder.resolve("my.conf"), sweep + "\n" + block + "\n}\n")
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sweep quik | There is no sweep quik. Did you mean quick?",
                "sweep quick --shard 3/2 | --shard 3/2, but must be I/N, like 2/4: 1 ≤ I ≤ N.",
                "sweep quick --budget 5 | --budget 5, but a duration needs its unit.",
                "sweep quick --parallel 0 | --parallel 0, but must be ≥ 1.",
                "report nowhere | There is no folder nowhere. Name the folder of a sweep.",
                "merge whole nowhere | nowhere is not the folder of a sweep",
            })
    void badInputIsOneSentenceAndExit2(String line, String sentence) {
        assertEquals(Exit.BAD_INPUT, run(line.split(" ")));
        assertTrue(err.toString().contains(sentence), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void moreThanAHundredThousandPointsAskForYes() throws IOException {
        String sweep =
                file(
                        "axes { plasticity.temperature { from = 0, to = 1, count = 1001 }\n"
                                + "plasticity.learning-rate { from = 1e-9, to = 1e-7, count = 101 } }");
        assertEquals(Exit.BAD_INPUT, run("sweep", sweep, "--out", path("out")));
        assertEquals("my has 101,101 trials. If you mean that, add --yes.", err.toString().strip());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aDryRunPrintsThePointsAndRunsNothing() throws IOException {
        assertEquals(Exit.DONE, run("sweep", "quick", "--dry-run", "--out", path("out")));
        assertTrue(out.toString().contains("4 points × 2 seeds = 8 trials"), out.toString());
        assertEquals(6, out.toString().lines().count(), out.toString());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aSlurmScriptGivesEachJobItsPart() {
        assertEquals(Exit.DONE, run("sweep", "quick", "--slurm", "4", "--parallel", "2"));
        assertTrue(out.toString().contains("#SBATCH --array=1-4\n"), out.toString());
        assertTrue(out.toString().contains("--shard \"$SLURM_ARRAY_TASK_ID/4\""), out.toString());
    }

    @Test
    void partsThatAreMergedHaveTheTableOfTheWholeAndCanBeReportedAndAsked() throws IOException {
        String sweep = file("axes { plasticity.temperature = [0.1, 0.2] }, seeds = [1]");
        for (int part = 1; part <= 2; part++) {
            int code =
                    run(
                            "sweep",
                            sweep,
                            "--out",
                            path("part" + part),
                            "--shard",
                            part + "/2",
                            "--json");
            assertEquals(Exit.DONE, code, err.toString());
            assertEquals(1, out.toString().lines().count(), out.toString());
            assertTrue(out.toString().startsWith("{\"trial\":\""), out.toString());
        }
        assertEquals(Exit.DONE, run("merge", path("whole"), path("part1"), path("part2")));
        assertEquals(Exit.DONE, run("sweep", sweep, "--out", path("whole"), "--resume", "--json"));
        assertEquals("", out.toString(), "nothing is run twice");
        assertEquals(2, PointTable.read(folder.resolve("whole")).points().size());
        assertEquals(
                Exit.DONE, run("report", path("whole"), "--by", "temperature"), err.toString());
        assertTrue(out.toString().startsWith("| plasticity.temperature | seeds |"), out.toString());
        List<String> names;
        try (Stream<Path> files = Files.list(folder.resolve("whole/report"))) {
            names = files.map(each -> each.getFileName().toString()).sorted().toList();
        }
        assertEquals(
                List.of(
                        "curves.png",
                        "curves.svg",
                        "points.csv",
                        "points.md",
                        "report.html",
                        "trials.parquet",
                        "windows.parquet"),
                names);
        assertEquals(
                Exit.DONE,
                run(
                        "report",
                        path("whole"),
                        "--sql",
                        "SELECT count(*) AS n, (SELECT count(*) FROM windows) AS w FROM trials"));
        assertEquals(List.of("n,w", "2,4"), out.toString().lines().toList());
        for (String forbidden :
                List.of(
                        "SELECT * FROM read_text('/etc/hostname')",
                        "SET enable_external_access = true",
                        "DROP TABLE trials",
                        "INSTALL httpfs",
                        "COPY trials TO '" + path("stolen.csv") + "'")) {
            assertEquals(
                    Exit.BAD_INPUT, run("report", path("whole"), "--sql", forbidden), forbidden);
            assertEquals(1, err.toString().lines().count(), err.toString());
        }
        assertFalse(Files.exists(folder.resolve("stolen.csv")));
    }

    @Test
    void aSweepIsTenLinesOfJavaWithAStreamOfResults() {
        List<Double> temperatures =
                SweepBuilder.of("reaching")
                        .duration("10 s")
                        .seeds(1)
                        .set("run.report-interval", "5 s")
                        .axis("plasticity.temperature", 0.1, 0.2)
                        .into(path("java"))
                        .stream()
                        .map(trial -> trial.point().get("plasticity.temperature"))
                        .map(Double::valueOf)
                        .sorted()
                        .toList();
        assertEquals(List.of(0.1, 0.2), temperatures);
    }
}
