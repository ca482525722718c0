package sporeloop.viewer;

import static org.lwjgl.glfw.GLFW.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Surface;

/** Opens a window on the display that there is, moves its hands, reads pixels; a process for WindowTest. */
final class WindowProbe {
    private WindowProbe() {}

    public static void main(String[] arguments) throws Exception {
        try (Stage stage = new Stage(Surface.window("probe", 1280, 720));
                Played show = new Played(Path.of(arguments[0]), new Speed(1))) {
            Hands hands = new Hands(show, stage.dashboard());
            hands.key(GLFW_KEY_SPACE, 0);
            check(show.paused(), "space pauses");
            int[] plain = draw(stage, show, hands);
            check(Arrays.equals(plain, draw(stage, show, hands)), "a pause shows the same again");
            hands.sign('?');
            int[] help = draw(stage, show, hands);
            check(differing(plain, help) > 50_000, "? shows the keys");
            hands.key(GLFW_KEY_F1, 0);
            check(Arrays.equals(plain, draw(stage, show, hands)), "F1 hides them");
            hands.key(GLFW_KEY_T, 0);
            check(differing(plain, draw(stage, show, hands)) > 500_000, "T changes the theme");
            hands.key(GLFW_KEY_T, 0);
            hands.key(GLFW_KEY_1, 0);
            draw(stage, show, hands);
            check(!stage.dashboard().places().containsKey("RasterPanel"), "1 hides the spikes");
            hands.key(GLFW_KEY_1, 0);
            hands.key(GLFW_KEY_B, 0);
            draw(stage, show, hands);
            check(stage.dashboard().places().size() == 1, "B shows the body alone");
            hands.key(GLFW_KEY_B, 0);
            draw(stage, show, hands);
            Box line = stage.dashboard().timeLine();
            hands.button(true, line.centreX(), line.centreY());
            hands.button(false, line.centreX(), line.centreY());
            check(Math.abs(show.at() - show.length() / 2.0) < 200, "the mouse scrubs");
            double before = show.at();
            hands.key(GLFW_KEY_RIGHT, 0);
            check(show.at() == before + 5000, "right goes on by 5 s");
            hands.key(GLFW_KEY_PERIOD, 0);
            check(show.at() == before + 5020, "a dot goes on by an interval");
            hands.sign('+');
            check(show.speed().factor() == 2, "+ doubles the speed");
            hands.key(GLFW_KEY_S, 0);
            show.pause(false);
            new Window(stage, show, Path.of(arguments[1])).run(3);
            check(!hands.closing(), "nobody closed it");
            try (var files = Files.list(Path.of(arguments[1]))) {
                check(files.noneMatch(f -> f.toString().endsWith(".partial")), "nothing half done");
            }
            hands.key(GLFW_KEY_Q, 0);
            check(hands.closing(), "Q closes");
        }
        System.out.println("all seen");
        System.exit(0);
    }

    private static int[] draw(Stage stage, Show show, Hands hands) throws Exception {
        glfwPollEvents();
        show.tick(0);
        stage.draw(show, false, null, hands.help());
        int[] pixels = stage.surface().read(null);
        stage.surface().show();
        return pixels;
    }

    private static int differing(int[] a, int[] b) {
        int count = 0;
        for (int p = 0; p < a.length; p++) {
            count += a[p] != b[p] ? 1 : 0;
        }
        return count;
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            System.out.println("not so: " + what);
            System.exit(1);
        }
    }
}
