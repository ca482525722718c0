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

    @Test
    void theBodyIsDrawnWhereItIsAtThatMoment() throws IOException {
        try (Played show = new Played(file, new Speed(1))) {
            for (double seconds : new double[] {20, 65, 110}) {
                int[] pixels = at(show, seconds);
                View view = Objects.requireNonNull(stage.dashboard().view());
                PanelCheck check = new PanelCheck(stage, pixels);
                double x = -0.65 + Told.SPEED * (seconds - 0.02);
                int px = (int) (view.box().centreX() + (x - view.x()) * view.perMetre());
                int py = (int) (view.box().centreY() - (-0.5 - view.y()) * view.perMetre());
                assertTrue(
                        PanelCheck.near(pixels[py * WIDTH + px], PanelCheck.BLUE),
                        "the ball at " + seconds + " s");
                assertTrue(
                        check.count(check.place("ScenePanel"), PanelCheck.GREEN) > 500, "the goal");
                assertEquals(x, view.mx(px), 0.02, "metres of the ball's pixel");
            }
        }
    }

    @Test
    void eachPanelShowsWhatTheRecordingHolds() throws IOException {
        try (Played show = new Played(file, new Speed(1))) {
            new PanelCheck(stage, at(show, 125)).all();
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
