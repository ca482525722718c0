package sporeloop.scenarios.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sporeloop.scenarios.sweep.SweepBuilder;
import sporeloop.scenarios.sweep.SweepListener;

class Kaiser2019Test {
    @TempDir Path folder;

    private Bench bench(boolean quick) {
        return bench(quick, Set.copyOf(new Kaiser2019().parts()));
    }

    private Bench bench(boolean quick, Set<String> parts) {
        return new Bench(
                folder.resolve("work"),
                folder.resolve("out"),
                quick,
                parts,
                sweep -> sweep.duration("1 min").seeds(1, 2).set("run.report-interval", "10 s"),
                2,
                SweepListener.SILENT,
                line -> {});
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachSweepOfTheStudyIsWhole(boolean quick) {
        Bench bench = bench(quick);
        Map<String, SweepBuilder> sweeps =
                Map.of(
                        "reaching", TaskRuns.sweep(bench, "reaching", "5 h"),
                        "reaching-dvs", TaskRuns.sweep(bench, "reaching-dvs", "5 h"),
                        "lane-following", TaskRuns.sweep(bench, "lane-following", "10 h"),
                        "lane-ahead", TaskRuns.sweep(bench, "lane-ahead", "10 h"),
                        "exploration", Exploration.sweep(bench),
                        "retention", Retention.sweep(bench),
                        "ablations", Ablations.sweep(bench),
                        "compensation", Compensation.sweep(bench));
        assertEquals(Set.copyOf(new Kaiser2019().parts()), sweeps.keySet());
        sweeps.forEach(
                (part, sweep) ->
                        assertEquals(
                                quick ? 2 : part.equals("exploration") ? 5 : 10,
                                sweep.plan().seeds().size(),
                                part));
    }

    @Test
    @Tag("long")
    void theWholeStudyLeavesAPageWhoseFiguresAreAllThere() throws IOException {
        new Kaiser2019().run(bench(true));
        assertEquals(22, figuresThatAreThere());
    }

    @Test
    void aPartOfTheStudySaysWhichPartsItLacks() throws IOException {
        new Kaiser2019().run(bench(true, Set.of("reaching")));
        assertEquals(4, figuresThatAreThere());
        String page = Files.readString(folder.resolve("out").resolve("README.md"));
        assertTrue(page.contains("--only reaching`"), page);
        assertTrue(page.contains("Not run for this page: reaching-dvs, lane-following"), page);
    }

    private long figuresThatAreThere() throws IOException {
        Path out = folder.resolve("out");
        String page = Files.readString(out.resolve("README.md"));
        Pattern figure = Pattern.compile("]\\((\\S+\\.svg)\\)");
        for (MatchResult each : figure.matcher(page).results().toList()) {
            Path svg = out.resolve(each.group(1));
            assertTrue(Files.exists(svg), svg + " is on the page");
            assertTrue(Files.exists(out.resolve(each.group(1).replace(".svg", ".png"))));
        }
        assertFalse(page.contains("NaN") || page.contains("%n"), page);
        assertTrue(page.contains("**Quick:**"), "a page of a quick study says so");
        return figure.matcher(page).results().count();
    }

    @Test
    void aCourseSaysHowItWasAtItsWorstAndWhenItCameBack() {
        double[] seconds = new double[60];
        double[] values = new double[60];
        for (int k = 0; k < 60; k++) {
            seconds[k] = 60 * (k + 1);
            values[k] = k < 30 ? 10 : Math.min(9, k - 30); // falls to 0, climbs by 1 a minute
        }
        Course course = new Course(seconds, values);
        assertEquals(10, course.mean(1200, 1800));
        assertEquals(1, course.least(1800, 3600, 180));
        // The stretch of minutes 38 to 40 has 7, 8 and 9, the one before 6, 7 and 8.
        assertEquals(600, course.until(8, 1800, 180));
        assertTrue(Double.isNaN(course.until(9.5, 1800, 180)));
        assertTrue(Double.isNaN(course.mean(3600, 7200)));
    }
}
