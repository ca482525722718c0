package sporeloop.results.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sporeloop.results.run.ProgressTable;

class LearningCurveTest {
    private static final String METRIC = "targets_reached_per_min";
    private static final List<String> COLUMNS = List.of("sim_time_s", "mean_reward", METRIC);

    /** Where the pictures go, for eyes. */
    private static final Path LOOK = Path.of("target", "figures");

    @BeforeAll
    static void makeRoom() throws IOException {
        Files.createDirectories(LOOK);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 60, 300, 10_080})
    void anyNumberOfWindowsMakesASmallSoundFigure(int rows) throws Exception {
        Figure figure = curve(1.2, 38.8).draw(learning(rows));
        Path file = LOOK.resolve("learning-curve-" + rows + ".svg");
        figure.write(file);
        String svg = Files.readString(file);
        assertTrue(svg.length() < 100_000, svg.length() + " bytes");
        assertTrue(svg.contains("oracle 38.8</text>") && svg.contains("untrained 1.20</text>"));
        checkSound(svg);
        BufferedImage picture =
                ImageIO.read(LOOK.resolve("learning-curve-" + rows + ".png").toFile());
        assertEquals(1560, picture.getWidth());
        assertEquals(1000, picture.getHeight());
    }

    @Test
    void windowsWithoutAnEventAreGaps() throws Exception {
        ProgressTable table = learning(60);
        for (int r : new int[] {0, 1, 3, 20, 21, 22, 59}) {
            table.rows().get(r)[2] = Double.NaN;
        }
        Figure figure = curve(Double.NaN, 38.8).draw(table);
        figure.write(LOOK.resolve("learning-curve-gaps.svg"));
        assertFalse(figure.svg().contains("untrained"), "a level that is not known is not drawn");
        assertEquals(1, occurrences(figure.svg(), "<circle"), "the window between two gaps");
        checkSound(figure.svg());
    }

    @Test
    void interventionsAreBands() throws Exception {
        LearningCurve curve =
                new LearningCurve(
                        "reaching",
                        "seed 1",
                        METRIC,
                        "1/min",
                        1.2,
                        38.8,
                        List.of(
                                new LearningCurve.Band(1800, 2400, "motor map turned by 90°"),
                                new LearningCurve.Band(2900, Double.POSITIVE_INFINITY, "lesion")));
        Figure figure = curve.draw(learning(60));
        figure.write(LOOK.resolve("learning-curve-bands.svg"));
        checkSound(figure.svg());
    }

    @Property(tries = 200)
    void noTitleAndNoValueBreaksTheFigure(
            @ForAll String title, @ForAll double untrained, @ForAll double oracle)
            throws Exception {
        LearningCurve curve =
                new LearningCurve(title, title, METRIC, title, untrained, oracle, List.of());
        checkSound(curve.draw(learning(3)).svg());
    }

    @Test
    void theSameTableGivesTheSameBytes() throws IOException {
        assertEquals(curve(1, 2).draw(learning(60)).svg(), curve(1, 2).draw(learning(60)).svg());
    }

    static void checkSound(String svg) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(
                        new ByteArrayInputStream(
                                svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), "only finite coordinates");
    }

    private static int occurrences(String text, String part) {
        Matcher matcher = Pattern.compile(Pattern.quote(part)).matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static LearningCurve curve(double untrained, double oracle) {
        return new LearningCurve(
                "reaching",
                "seed 1 · 1 h simulated at 540 × real time",
                METRIC,
                "1/min",
                untrained,
                oracle,
                List.of());
    }

    /** A run that learns with a time constant of ten minutes, with noise. */
    private static ProgressTable learning(int rows) {
        Random random = new Random(1);
        List<double[]> table = new ArrayList<>();
        for (int r = 1; r <= rows; r++) {
            double skill = 1 - Math.exp(-r / 10.0);
            table.add(
                    new double[] {
                        60.0 * r,
                        0.7 * skill - 0.02 + 0.03 * random.nextGaussian(),
                        Math.max(0, Math.rint(1.2 + 33 * skill + 2 * random.nextGaussian()))
                    });
        }
        return new ProgressTable(COLUMNS, table);
    }
}
