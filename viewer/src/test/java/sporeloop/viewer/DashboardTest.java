package sporeloop.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Surface;
import sporeloop.viewer.canvas.UnavailableException;
import sporeloop.viewer.panels.View;

/** Draws a recording of known contents in memory, by software, and reads the pixels back. */
class DashboardTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int BLUE = 0x5CB8EE;
    private static final int GREEN = 0x2BA981;
    private static final int ORANGE = 0xF2A33A;

    @TempDir static Path folder;
    private static Path file = Path.of("");
    private static Stage stage;

    @BeforeAll
    static void record() throws IOException {
        file = Told.recording(folder.resolve("told.spr"));
        stage = stage(WIDTH, HEIGHT);
    }

    @AfterAll
    static void close() {
        if (stage != null) {
            stage.close();
        }
    }

    private static Stage stage(int width, int height) {
        try {
            return new Stage(Surface.memory(width, height));
        } catch (UnavailableException missing) {
            assumeTrue(false, missing.getMessage());
            throw missing;
        }
    }

    private static int[] at(Played show, double seconds) throws IOException {
        show.seek(seconds * 1000);
        show.pause(true);
        show.tick(0);
        stage.draw(show, false, null, false);
        return stage.surface().read(null);
    }

    private static Box place(String panel) {
        return Objects.requireNonNull(stage.dashboard().places().get(panel), panel);
    }

    /** Pixels of a colour, within a few shades, in a box. */
    private static int count(int[] pixels, int width, Box box, int colour) {
        int count = 0;
        for (int y = (int) box.y(); y < (int) box.bottom(); y++) {
            for (int x = (int) box.x(); x < (int) box.right(); x++) {
                count += near(pixels[y * width + x], colour) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean near(int a, int b) {
        return Math.abs((a >> 16 & 0xFF) - (b >> 16 & 0xFF)) < 8
                && Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF)) < 8
                && Math.abs((a & 0xFF) - (b & 0xFF)) < 8;
    }

    @Test
    void theBodyIsDrawnWhereItIsAtThatMoment() throws IOException {
        try (Played show = new Played(file, new Speed(1))) {
            for (double seconds : new double[] {20, 65, 110}) {
                int[] pixels = at(show, seconds);
                View view = Objects.requireNonNull(stage.dashboard().view());
                Box scene = place("ScenePanel");
                double x = -0.65 + Told.SPEED * (seconds - 0.02);
                int px = (int) (view.box().centreX() + (x - view.x()) * view.perMetre());
                int py = (int) (view.box().centreY() - (-0.5 - view.y()) * view.perMetre());
                assertTrue(near(pixels[py * WIDTH + px], BLUE), "the ball at " + seconds + " s");
                assertTrue(count(pixels, WIDTH, scene, GREEN) > 500, "the goal");
                assertEquals(x, view.mx(px), 0.02, "metres of the ball's pixel");
            }
        }
    }

    @Test
    void eachPanelShowsWhatTheRecordingHolds() throws IOException {
        try (Played show = new Played(file, new Speed(1))) {
            int[] pixels = at(show, 125);
            Box raster = place("RasterPanel");
            int motorRow = 4;
            assertTrue(count(pixels, WIDTH, raster, BLUE) > 100, "spikes of sensory neuron 0");
            Box lower = raster.inset(60, raster.height() * 0.6, 10, 20);
            int third = 0;
            int others = 0;
            for (int y = (int) lower.y(); y < lower.bottom(); y++) {
                for (int x = (int) lower.x(); x < lower.right(); x++) {
                    boolean inked = (pixels[y * WIDTH + x] >> 8 & 0xFF) > 0x60;
                    int row = (int) ((y - lower.y()) * motorRow / lower.height());
                    third += inked && row == 2 ? 1 : 0;
                    others += inked && row != 2 ? 1 : 0;
                }
            }
            assertTrue(third > 100 && others < third / 2, third + " in row 2, " + others + " else");
            Box events = place("EventsPanel");
            Box topLeft =
                    new Box(events.x(), events.y(), events.width() / 2, events.height() * 0.3);
            assertTrue(count(pixels, WIDTH, topLeft, ORANGE) > 50, "ON events at the top left");
            Box theta = place("ThetaPanel");
            Box right = theta.inset(theta.width() / 2 + 8, 20, 0, 18);
            Box left = theta.inset(30, 20, theta.width() / 2 + 8, 18);
            assertTrue(count(pixels, WIDTH, right, BLUE) > 20, "connected synapses");
            assertEquals(0, count(pixels, WIDTH, left, BLUE), "no blue left of θ = 0");
            Box reward = place("RewardPanel");
            assertTrue(count(pixels, WIDTH, reward, 0x35C79A) > 100, "the reward's line");
            assertTrue(count(pixels, WIDTH, reward, ORANGE) > 100, "the baseline's line");
            assertTrue(count(pixels, WIDTH, place("CurvePanel"), BLUE) > 30, "two rows");
            assertTrue(count(pixels, WIDTH, place("MotorPanel"), ORANGE) > 30, "the command");
            Box fields = place("FieldsPanel");
            assertTrue(
                    count(pixels, WIDTH, fields, 0xFDE725) > 100,
                    "source neurons 4 to 7 are bright");
            int dark = count(pixels, WIDTH, fields, 0x440154);
            int bright = count(pixels, WIDTH, fields, 0xFDE725);
            assertEquals(3, dark / (double) bright, 0.5, "four of 16 source neurons are connected");
            assertTrue(
                    count(pixels, WIDTH, place("ConnectionsPanel"), BLUE) > 10,
                    "a quarter is connected");
        }
    }

    @Test
    void scrubbingShowsWhatPlayingShows() throws IOException {
        try (Played played = new Played(file, new Speed(1));
                Played jumped = new Played(file, new Speed(1))) {
            played.seek(0);
            for (int tick = 0; tick < 1000; tick++) {
                played.tick(0.1);
            }
            double there = played.at() / 1000;
            int[] playing = at(played, there);
            at(jumped, 129);
            assertArrayEquals(playing, at(jumped, there), "at " + there + " s");
        }
    }

    @ParameterizedTest
    @CsvSource({"800, 600", "2560, 1440", "1000, 1400"})
    void everyPanelHasItsPlaceInEverySize(int width, int height) throws IOException {
        stage.close();
        try (Stage other = stage(width, height);
                Played show = new Played(file, new Speed(1))) {
            show.seek(70_000);
            show.tick(0);
            other.draw(show, false, null, false);
            var places = other.dashboard().places();
            assertEquals(9, places.size(), "panels: " + places.keySet());
            for (var place : places.entrySet()) {
                Box box = place.getValue();
                assertTrue(box.width() > 90 && box.height() > 40, place + " is too small");
                assertTrue(box.right() <= width && box.bottom() <= height, place + " is outside");
                for (var second : places.entrySet()) {
                    boolean apart =
                            place.getKey().equals(second.getKey())
                                    || !overlap(box, second.getValue());
                    assertTrue(apart, place + " lies over " + second);
                }
            }
        } finally {
            stage = stage(WIDTH, HEIGHT);
        }
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
    }
}
