package sporeloop.viewer;

import static org.lwjgl.glfw.GLFW.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lwjgl.glfw.GLFWVidMode;
import sporeloop.viewer.film.Film;

/** The window: polls the hands, lets the show go on, draws, again and again until it is closed. */
final class Window {
    private static final double FRAME = 1 / 60.0; // [s]
    private static final double NOTICE = 3; // [s]

    /** At max the run gets the processor: this many times as long as a frame took to draw. */
    private static final double REST = 3;

    private final Stage stage;
    private final Show show;
    private final Hands hands;
    private final Path pictures;
    private final double[] mouse = new double[2];
    private @Nullable Take take;
    private @Nullable String notice;
    private double noticeLeft;
    private boolean full;
    private boolean touched = true;
    private final int[] before = new int[4];
    private long frames;
    private double drawing;

    /**
     * A window of a show.
     *
     * @param pictures folder for screenshots and films
     */
    Window(Stage stage, Show show, Path pictures) {
        this.stage = stage;
        this.show = show;
        this.pictures = pictures;
        hands = new Hands(show, stage.dashboard());
        listen(stage.surface().window());
    }

    private void listen(long window) {
        glfwSetWindowRefreshCallback(window, w -> touched = true);
        glfwSetFramebufferSizeCallback(window, (w, width, height) -> touched = true);
        glfwSetKeyCallback(
                window,
                (w, key, scan, action, modifiers) -> {
                    touched = true;
                    if (action != GLFW_RELEASE) {
                        try {
                            hands.key(key, modifiers);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                });
        glfwSetCharCallback(
                window,
                (w, code) -> {
                    touched = true;
                    hands.sign(code);
                });
        glfwSetMouseButtonCallback(
                window,
                (w, button, action, modifiers) -> {
                    touched = true;
                    if (button == GLFW_MOUSE_BUTTON_LEFT) {
                        hands.button(action == GLFW_PRESS, mouse[0], mouse[1]);
                    }
                });
        glfwSetCursorPosCallback(
                window,
                (w, x, y) -> {
                    touched = true;
                    int[] width = new int[1];
                    int[] height = new int[1];
                    glfwGetWindowSize(window, width, height);
                    mouse[0] = x * stage.surface().width() / Math.max(1, width[0]);
                    mouse[1] = y * stage.surface().height() / Math.max(1, height[0]);
                    hands.move(mouse[0], mouse[1]);
                });
    }

    /** Until the user closes it, or {@code most} frames have been drawn. */
    void run(long most) throws IOException {
        long window = stage.surface().window();
        long last = System.nanoTime();
        double due = last / 1e9;
        while (!glfwWindowShouldClose(window) && !hands.closing() && frames < most) {
            glfwPollEvents();
            long now = System.nanoTime();
            double passed = (now - last) / 1e9;
            last = now;
            boolean changed = show.tick(passed);
            changed |= notice(passed);
            fullScreen(window);
            double took = 0;
            if (changed || touched || take != null) {
                touched = false;
                draw();
                took = (System.nanoTime() - now) / 1e9;
                drawing += took;
                frames++;
            }
            due = Math.max(due + FRAME, now / 1e9); // a frame that is late is not made up for
            boolean rests = show.speed().isMax() && !show.paused();
            double pause = rests ? Math.max(FRAME, REST * took) : due - System.nanoTime() / 1e9;
            if (pause > 0) {
                glfwWaitEventsTimeout(Math.min(0.25, pause));
            }
        }
        if (take != null) {
            take.close();
        }
    }

    private void draw() throws IOException {
        stage.draw(show, take != null, notice, hands.help());
        if (hands.takeScreenshot()) {
            say("saved " + screenshot().getFileName());
        }
        record();
        stage.surface().show();
    }

    /** Whether there is another sentence than before. */
    private boolean notice(double passed) {
        String before = notice;
        noticeLeft -= passed;
        if (noticeLeft <= 0) {
            notice = null;
        }
        String done = hands.takeNotice();
        String said = show.takeNotice();
        if (said != null || done != null) {
            say(said != null ? said : Objects.requireNonNull(done));
        }
        return !Objects.equals(before, notice);
    }

    private void say(String sentence) {
        notice = sentence;
        noticeLeft = NOTICE;
    }

    private Path screenshot() throws IOException {
        Path file = name("png");
        int width = stage.surface().width();
        int height = stage.surface().height();
        try (Film picture = Film.create(file, width, height, 1)) {
            picture.add(stage.surface().read(null));
            picture.finish();
        }
        return file;
    }

    /** Begins, goes on with or ends a film of the window, as the key says. */
    private void record() throws IOException {
        int width = stage.surface().width();
        int height = stage.surface().height();
        Take running = take;
        if (hands.recording() && running == null) {
            take = new Take(name("gif"), width, height);
            say("recording: R ends it");
        } else if (running != null && (!hands.recording() || !running.fits(width, height))) {
            hands.stopRecording();
            take = null;
            running.close();
            say("saved " + running.file().getFileName());
        } else if (running != null && running.due()) {
            running.add(stage.surface().read(null));
        }
    }

    private Path name(String ending) {
        String scenario = show.story().about().get("scenario").replaceAll("[^\\w.-]", "-");
        String time =
                LocalDateTime.now(ZoneId.systemDefault())
                        .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT));
        return pictures.resolve(
                (scenario.isEmpty() ? "sporeloop" : scenario) + "-" + time + "." + ending);
    }

    private void fullScreen(long window) {
        if (hands.fullScreen() == full) {
            return;
        }
        full = !full;
        long monitor = glfwGetPrimaryMonitor();
        GLFWVidMode mode = monitor == 0 ? null : glfwGetVideoMode(monitor);
        if (full && mode != null) {
            int[] x = new int[1];
            int[] y = new int[1];
            glfwGetWindowPos(window, x, y);
            before[0] = x[0];
            before[1] = y[0];
            glfwGetWindowSize(window, x, y);
            before[2] = x[0];
            before[3] = y[0];
            glfwSetWindowMonitor(
                    window, monitor, 0, 0, mode.width(), mode.height(), mode.refreshRate());
        } else if (!full && before[2] > 0) {
            glfwSetWindowMonitor(
                    window, 0, before[0], before[1], before[2], before[3], GLFW_DONT_CARE);
        }
    }

    /** Frames that were drawn. */
    long frames() {
        return frames;
    }

    /** What a frame took on average, without the rest between two [s]. */
    double secondsPerFrame() {
        return drawing / Math.max(1, frames);
    }
}
