package sporeloop.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.glfw.GLFW.glfwPollEvents;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import sporeloop.environments.Scene;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.training.Performance;
import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Surface;
import sporeloop.viewer.panels.SceneCheck;
import sporeloop.viewer.panels.View;
import sporeloop.viewer.story.SceneReader;

/**
 * Opens a window on the display that there is, and shows in it the first seconds of each of some
 * scenarios, and the recording that {@link PanelCheck} knows; a process for WindowTest.
 */
final class ScenesProbe {
    private static final double SECONDS = 3;

    private ScenesProbe() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Set<Scene.Role> seen = EnumSet.noneOf(Scene.Role.class);
        try (Stage stage = new Stage(Surface.window("probe", 1280, 720))) {
            try (Played told =
                    new Played(Told.recording(folder.resolve("told.spr")), new Speed(1))) {
                new PanelCheck(stage, at(stage, told, 125)).all();
            }
            for (int a = 1; a < arguments.length; a++) {
                Path file = folder.resolve(arguments[a] + ".spr");
                record(arguments[a], file);
                try (Played jumped = new Played(file, new Speed(1));
                        Played played = new Played(file, new Speed(1))) {
                    seen.addAll(look(stage, jumped, played));
                    System.out.println("seen " + arguments[a]);
                }
            }
        } catch (Throwable failure) {
            failure.printStackTrace(System.out);
            System.exit(1);
        }
        System.out.println("roles " + seen);
        System.exit(0);
    }

    private static void record(String scenario, Path file) throws Exception {
        Scenario shipped = ScenarioFile.load(scenario).scenario();
        try (OutputStream out = Files.newOutputStream(file)) {
            Performance.untrained(shipped, true).film(0, SECONDS, out, done -> {});
        }
    }

    private static int[] at(Stage stage, Played show, double seconds) throws Exception {
        glfwPollEvents();
        show.seek((double) show.story().steps(seconds));
        show.pause(true);
        show.tick(0);
        stage.draw(show, false, null, false);
        int[] pixels = stage.surface().read(null);
        stage.surface().show();
        return pixels;
    }

    private static Set<Scene.Role> look(Stage stage, Played jumped, Played played)
            throws Exception {
        for (int tick = 0; tick < 25; tick++) {
            played.tick(0.1);
        }
        double there = played.story().seconds(played.at());
        int[] playing = at(stage, played, there);
        int[] pixels = at(stage, jumped, there);
        assertArrayEquals(playing, pixels, "scrubbing shows what playing shows");
        int width = stage.surface().width();
        Map<String, Box> places = stage.dashboard().places();
        assertTrue(places.size() >= 7, "panels: " + places.keySet());
        places.forEach((name, box) -> assertTrue(ink(pixels, width, box) > 30, name + " is empty"));
        Scene scene = new Scene();
        assertTrue(SceneReader.read(jumped.story(), jumped.at(), scene));
        View view = stage.dashboard().view();
        Set<Scene.Role> roles =
                new SceneCheck(scene, view, pixels, width).roles(stage.dashboard().theme());
        assertTrue(roles.size() > 1, "only " + roles + " could be looked at");
        assertEquals(view, stage.dashboard().view());
        return roles;
    }

    /** Pixels that are not like the one at the upper left of a box. */
    private static int ink(int[] pixels, int width, Box box) {
        int ground = pixels[((int) box.y() + 2) * width + (int) box.x() + 2];
        int count = 0;
        for (int y = (int) box.y() + 2; y < box.bottom() - 2; y++) {
            for (int x = (int) box.x() + 2; x < box.right() - 2; x++) {
                count += PanelCheck.near(pixels[y * width + x], ground) ? 0 : 1;
            }
        }
        return count;
    }
}
