package sporeloop.results.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sporeloop.results.run.ProgressTable;
import sporeloop.results.statistics.Bootstrap;
import sporeloop.results.statistics.Interval;

class SweepFiguresTest {
    private static final String METRIC = "targets_reached_per_min";
    private static final Path LOOK = Path.of("target", "figures");

    @BeforeAll
    static void makeRoom() throws IOException {
        Files.createDirectories(LOOK);
    }

    @Test
    void curvesOverSeedsHaveABandEach() throws Exception {
        List<SeedCurves.Series> conditions = new ArrayList<>();
        for (double temperature : new double[] {0.05, 0.1, 0.4}) {
            List<ProgressTable> runs = new ArrayList<>();
            for (int seed = 1; seed <= 5; seed++) {
                runs.add(run(seed, 34 - 40 * temperature, 60 - seed));
            }
            conditions.add(
                    SeedCurves.Series.of("T = " + temperature, runs, METRIC, Bootstrap.STANDARD));
        }
        Figure figure =
                new SeedCurves(
                                "reaching: temperature",
                                "interquartile mean of 5 seeds, 95 % bootstrap interval",
                                METRIC,
                                "1/min",
                                List.of(new SeedCurves.Level("oracle", 38.8)))
                        .draw(conditions);
        figure.write(LOOK.resolve("seed-curves.svg"));
        LearningCurveTest.checkSound(figure.svg());
        assertEquals(3, figure.svg().split("fill-opacity", -1).length - 1, "a band a condition");
        assertTrue(figure.svg().contains(">T = 0.4</text>"));
    }

    @Test
    void theHeatMapWritesEachNumberInItsField() throws Exception {
        double[][] value = new double[5][5];
        for (int r = 0; r < 5; r++) {
            for (int c = 0; c < 5; c++) {
                value[r][c] = 35 * Math.exp(-0.2 * ((r - 3) * (r - 3) + (c - 2) * (c - 2)));
            }
        }
        value[4][4] = Double.NaN;
        Figure figure =
                new HeatMap(
                                "reaching: learning rate × temperature",
                                "targets reached in the last 10 min [1/min], interquartile mean of 5 seeds",
                                "temperature [1]",
                                List.of("0.025", "0.05", "0.1", "0.2", "0.4"),
                                "learning rate [1/ms]",
                                List.of("1e-8", "2e-8", "5e-8", "1e-7", "2e-7"))
                        .draw(value);
        figure.write(LOOK.resolve("heat-map.svg"));
        LearningCurveTest.checkSound(figure.svg());
        assertTrue(figure.svg().contains(">35.0</text>") && figure.svg().contains(">–</text>"));
    }

    @Test
    void intervalBarsShowEachConditionAlsoOneWithoutAValue() throws Exception {
        Figure figure =
                new IntervalBars("reaching: ablations", "5 seeds, 95 % intervals", METRIC, "1/min")
                        .draw(
                                List.of(
                                        new IntervalBars.Bar(
                                                "full rule", new Interval(33.4, 32.1, 34.6)),
                                        new IntervalBars.Bar(
                                                "no noise", new Interval(30.2, 27.9, 32.0)),
                                        new IntervalBars.Bar(
                                                "reward shuffled", new Interval(1.3, 0.9, 1.8)),
                                        new IntervalBars.Bar(
                                                "failed",
                                                new Interval(Double.NaN, Double.NaN, Double.NaN))));
        figure.write(LOOK.resolve("interval-bars.svg"));
        LearningCurveTest.checkSound(figure.svg());
        assertTrue(figure.svg().contains("no value"));
    }

    @Test
    void aLongNameOfABarIsNotCutOff() {
        String name = "rotated-motor-map, rewiring off and much more";
        String svg =
                new IntervalBars("t", "s", METRIC, "")
                        .draw(List.of(new IntervalBars.Bar(name, new Interval(2, 1, 3))))
                        .svg();
        Matcher text = Pattern.compile("<text x=\"([0-9.]+)\"[^>]*>" + name).matcher(svg);
        assertTrue(text.find(), svg);
        double width =
                new Font(Font.SANS_SERIF, Font.PLAIN, 13)
                        .getStringBounds(name, new FontRenderContext(null, true, true))
                        .getWidth();
        double end = Double.parseDouble(text.group(1));
        assertTrue(end >= width, "it ends at " + end + " and is " + width + " wide");
    }

    @Test
    void emptyFiguresAreStillFigures() throws Exception {
        SeedCurves curves = new SeedCurves("t", "s", METRIC, "", List.of());
        LearningCurveTest.checkSound(curves.draw(List.of()).svg());
        LearningCurveTest.checkSound(new IntervalBars("t", "s", METRIC, "").draw(List.of()).svg());
        LearningCurveTest.checkSound(
                new HeatMap("t", "s", "x", List.of(), "y", List.of()).draw(new double[0][]).svg());
    }

    private static ProgressTable run(int seed, double level, int rows) {
        Random random = new Random(seed);
        List<double[]> table = new ArrayList<>();
        for (int r = 1; r <= rows; r++) {
            double skill = level * (1 - Math.exp(-r / (5.0 + seed)));
            table.add(new double[] {60.0 * r, Math.max(0, skill + 1.5 * random.nextGaussian())});
        }
        return new ProgressTable(List.of("sim_time_s", METRIC), table);
    }
}
