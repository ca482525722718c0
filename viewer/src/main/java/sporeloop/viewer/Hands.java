package sporeloop.viewer;

import static org.lwjgl.glfw.GLFW.*;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.panels.Dashboard;
import sporeloop.viewer.panels.Grip;
import sporeloop.viewer.panels.View;

/** What keys and mouse do. */
final class Hands {
    private static final double JUMP = 5; // [s]
    private static final double LESION = 0.2; // share of the motor neurons
    private static final int QUARTER = 90; // [deg]

    private static final String REFUSED = "this can't be done to what is shown here";

    private final Show show;
    private final Dashboard dashboard;
    private boolean help;
    private boolean closing;
    private boolean screenshot;
    private boolean recording;
    private boolean fullScreen;
    private boolean scrubbing;
    private @Nullable Grip grip;
    private @Nullable String notice;

    Hands(Show show, Dashboard dashboard) {
        this.show = show;
        this.dashboard = dashboard;
    }

    /** A key went down or repeats; letters are those on the keys. */
    void key(int key, int modifiers) throws IOException {
        switch (key) {
            case GLFW_KEY_ESCAPE, GLFW_KEY_Q -> {
                closing = !help || key == GLFW_KEY_Q;
                help = false;
            }
            case GLFW_KEY_SPACE -> show.pause(!show.paused());
            case GLFW_KEY_PERIOD -> show.step();
            case GLFW_KEY_LEFT -> show.seek(show.at() - JUMP * show.story().steps(1));
            case GLFW_KEY_RIGHT -> show.seek(show.at() + JUMP * show.story().steps(1));
            case GLFW_KEY_HOME -> show.seek(0);
            case GLFW_KEY_END -> show.seek(Double.MAX_VALUE);
            case GLFW_KEY_B -> dashboard.toggleBrain();
            case GLFW_KEY_V -> dashboard.toggleFollowing();
            case GLFW_KEY_T -> dashboard.theme(dashboard.theme().other());
            case GLFW_KEY_F, GLFW_KEY_F11 -> fullScreen = !fullScreen;
            case GLFW_KEY_S -> screenshot = true;
            case GLFW_KEY_R -> recording = !recording;
            case GLFW_KEY_F1 -> help = !help;
            case GLFW_KEY_N -> tell("seed", "a new run begins with the next seed");
            case GLFW_KEY_L -> lesion();
            case GLFW_KEY_M -> rotate();
            default -> {
                if (key >= GLFW_KEY_1 && key <= GLFW_KEY_9) {
                    dashboard.toggle(key - GLFW_KEY_0);
                }
            }
        }
    }

    /** A sign was typed: those that lie elsewhere on other keyboards. */
    void sign(int code) {
        switch (code) {
            case '?' -> help = !help;
            case '+', '=' -> show.speed(show.speed().faster());
            case '-', '\u2212' -> show.speed(show.speed().slower());
            default -> {}
        }
    }

    private void lesion() {
        if (show.story().about().takes("lesion")) {
            tell(
                    "lesion " + LESION,
                    Math.round(100 * LESION) + " % of the motor neurons are silenced");
        } else {
            notice = REFUSED;
        }
    }

    private void rotate() {
        if (show.story().about().takes("rotate")) {
            tell("rotate " + QUARTER, "the motor map is rotated by " + QUARTER + "°");
        } else {
            notice = REFUSED;
        }
    }

    private void tell(String line, String sentence) {
        notice = show.ask(line) ? sentence : "only a run that is going on can be changed";
    }

    /** The left button went down or up. */
    void button(boolean down, double x, double y) {
        Grip held = grip;
        if (down) {
            scrubbing = dashboard.timeLine().contains(x, y);
            grip = show.length() > 0 ? null : dashboard.grip(show.story(), x, y);
        } else if (held != null) {
            letGo(held, x, y);
        }
        scrubbing &= down;
        move(x, y);
    }

    private void letGo(Grip held, double x, double y) {
        View view = dashboard.view();
        grip = null;
        if (view != null) {
            tell(held.line(view.mx(x), view.my(y)), held.words(view.mx(x), view.my(y)));
        }
    }

    /** The mouse is here. */
    void move(double x, double y) {
        Box line = dashboard.timeLine();
        if (scrubbing && line.width() > 0) {
            show.seek((x - line.x()) / line.width() * show.length());
        }
        dashboard.hold(grip, x, y);
    }

    boolean help() {
        return help;
    }

    boolean closing() {
        return closing;
    }

    boolean fullScreen() {
        return fullScreen;
    }

    boolean recording() {
        return recording;
    }

    void stopRecording() {
        recording = false;
    }

    /** Whether a screenshot is wanted; once. */
    boolean takeScreenshot() {
        boolean wanted = screenshot;
        screenshot = false;
        return wanted;
    }

    /** What has just been done, in a sentence; once. */
    @Nullable String takeNotice() {
        String said = notice;
        notice = null;
        return said;
    }
}
