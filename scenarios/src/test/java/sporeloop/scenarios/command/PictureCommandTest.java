package sporeloop.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureCommandTest {
    private static final int GOAL = 0xFF009E73;
    private static final int ON = 0xFFD55E00;
    private static final int OFF = 0xFF0072B2;
    private static final int INK = 0xFF1A1A1A;

    @TempDir Path folder;

    @Test
    void theGoalIsInTheMiddleOfTheArenaInItsTrueSize() throws Exception {
        BufferedImage image = drawn("reaching", "--size", "800x500");
        assertEquals(800, image.getWidth());
        assertEquals(500, image.getHeight());
        int left = image.getWidth();
        int right = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 60; y < 450; y++) {
                if (image.getRGB(x, y) == GOAL) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                }
            }
        }
        // The arena's 2 m and its walls fill the height of 404 px; the goal's diameter is 0.5 m.
        double metre = 404 / 2.04;
        assertEquals(0.5 * metre, right - left, 3);
    }

    @Test
    void aCameraShowsEventsOfBothPolarities() throws Exception {
        BufferedImage image = drawn("reaching-dvs");
        assertTrue(count(image, ON, 610) > 20, "ON");
        assertTrue(count(image, OFF, 610) > 20, "OFF");
    }

    @Test
    void onlyASceneToScaleHasABarInMetres() throws Exception {
        assertTrue(barPixels(drawn("reaching")) > 100);
        for (String showcase : List.of("pattern-matching", "lever-press", "center-out")) {
            assertEquals(0, barPixels(drawn(showcase)), showcase);
        }
    }

    @Test
    void theSamePictureHasTheSameBytes() throws Exception {
        drawn("lever-press", "--close-up", "0.5m");
        byte[] once = Files.readAllBytes(folder.resolve("lever-press.png"));
        drawn("lever-press", "--close-up", "0.5m");
        assertArrayEquals(once, Files.readAllBytes(folder.resolve("lever-press.png")));
    }

    @Test
    void whatCannotBeDrawnIsRefusedInOneSentence() {
        refused("must be like 900x600", "--size", "9x9");
        refused("must be a width like 3m", "--close-up", "3");
        refused("whole number of exchange intervals", "--at", "1.01s");
        refused("There is no agent nobody", "--agent", "nobody");
        refused("must end in .png", "--out", "picture.jpg");
        refused("Cannot write", "--out", folder.resolve("none/picture.png").toString());
    }

    private void refused(String words, String... arguments) {
        List<String> all = new ArrayList<>(List.of("picture", "reaching"));
        all.addAll(List.of(arguments));
        if (!all.contains("--out")) {
            all.addAll(List.of("--out", folder.resolve("refused.png").toString()));
        }
        StringWriter err = new StringWriter();
        assertEquals(Exit.BAD_INPUT, run(err, all), err.toString());
        assertTrue(err.toString().contains(words), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(Files.notExists(folder.resolve("refused.png")));
    }

    private BufferedImage drawn(String scenario, String... arguments) throws Exception {
        Path file = folder.resolve(scenario + ".png");
        List<String> all = new ArrayList<>(List.of("picture", scenario, "--out", file.toString()));
        all.addAll(List.of(arguments));
        StringWriter err = new StringWriter();
        assertEquals(Exit.DONE, run(err, all), err.toString());
        return ImageIO.read(file.toFile());
    }

    private static int run(StringWriter err, List<String> arguments) {
        return Sporeloop.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                arguments.toArray(String[]::new));
    }

    /** Pixels of the bar's colour at the foot of the page, left of the legend. */
    private static int barPixels(BufferedImage image) {
        int count = 0;
        for (int x = 0; x < 150; x++) {
            for (int y = image.getHeight() - 30; y < image.getHeight(); y++) {
                count += image.getRGB(x, y) == INK ? 1 : 0;
            }
        }
        return count;
    }

    private static int count(BufferedImage image, int colour, int fromColumn) {
        int count = 0;
        for (int x = fromColumn; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                count += image.getRGB(x, y) == colour ? 1 : 0;
            }
        }
        return count;
    }
}
