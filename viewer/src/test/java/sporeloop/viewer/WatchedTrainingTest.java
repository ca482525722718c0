package sporeloop.viewer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.run.RunDirectory;
import sporeloop.scenarios.command.Sporeloop;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.training.Progress;
import sporeloop.scenarios.training.Trainer;

/** {@code sporeloop watch} as a user starts it: a run, its window on a screen, hands before it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WatchedTrainingTest {
    private static final int BODY = 0x5CB8EE;
    private static final int GOAL = 0x2BA981;

    @TempDir Path folder;
    @RegisterExtension final Screen screen = new Screen();
    private final StringBuilder said = new StringBuilder();

    private ProcessBuilder watch(String duration, String... more) throws IOException {
        return watchBy(System.getProperty("java.class.path"), duration, more);
    }

    private ProcessBuilder watchBy(String viewer, String duration, String... more)
            throws IOException {
        Files.writeString(
                folder.resolve("task.conf"),
                "include \"reaching\"\nrun.duration = " + duration + "\n");
        String[] arguments = new String[more.length + 2];
        arguments[0] = "watch";
        arguments[1] = "task.conf";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return screen.javaWithViewer(viewer, Sporeloop.class, arguments).directory(folder.toFile());
    }

    /** Reads on until a line says this. */
    private void hear(BufferedReader lines, String what) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains(what)) {
                return;
            }
        }
        throw new IOException("nobody said " + what + ", but:\n" + said);
    }

    private int end(Process run, BufferedReader lines) throws Exception {
        lines.lines().forEach(line -> said.append(line).append('\n'));
        return run.waitFor();
    }

    private Path run() throws IOException {
        try (var runs = Files.list(folder.resolve("runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }

    private void assertSameAs(Path scenario, Path run) throws IOException {
        Path again = folder.resolve("again");
        try (RunDirectory directory = RunDirectory.claim(again)) {
            new Trainer(ScenarioFile.load(scenario.toString()).scenario())
                    .run(directory, Progress.SILENT);
        }
        for (String file : List.of("progress.csv", "agent.bin")) {
            assertArrayEquals(
                    Files.readAllBytes(again.resolve(file)),
                    Files.readAllBytes(run.resolve(file)),
                    file);
        }
    }

    @Test
    void whatHandsDoInTheWindowBefallsTheRunAndCanBeRepeatedToTheByte() throws Exception {
        Process watch = screen.start(watch("1 min", "--size", "800x600"));
        BufferedReader lines = Screen.lines(watch);
        hear(lines, "1 min simulated");
        try (RobotHand hand = new RobotHand(screen)) {
            hand.find(BODY);
            hand.key(KeyEvent.VK_SPACE);
            hand.key(KeyEvent.VK_B); // nothing is blue now but the body
            hand.find(BODY);
            hand.drag(hand.find(BODY), 60, -30);
            hand.key(KeyEvent.VK_M);
            hand.key(KeyEvent.VK_L);
            hand.drag(hand.find(GOAL), -50, 40);
            hand.key(KeyEvent.VK_PERIOD);
            for (int faster = 0; faster < 8; faster++) {
                hand.key(KeyEvent.VK_EQUALS);
            }
            hand.key(KeyEvent.VK_SPACE);
            hear(lines, "learning-curve.svg");
            hand.key(KeyEvent.VK_Q);
        }
        assertEquals(0, end(watch, lines), said.toString());
        String kept = Files.readString(run().resolve("interventions.conf"));
        Pattern all =
                Pattern.compile(
                        "push \\{ x = 0\\.[1-9].*rotate-motor-map.*lesion \\{ share = 0.2,"
                                + " layer = motor.*move-goal",
                        Pattern.DOTALL);
        assertTrue(all.matcher(kept).find(), kept);
        Path repeat = run().resolve("repeat.conf");
        Files.writeString(repeat, "include \"scenario.conf\"\ninclude \"interventions.conf\"\n");
        assertSameAs(repeat, run());
    }

    @Test
    void aDisplayThatGoesAwayCostsTheRunNothing() throws Exception {
        Process watch = screen.start(watch("1 min"));
        BufferedReader lines = Screen.lines(watch);
        hear(lines, "1 min simulated");
        screen.unplug();
        assertEquals(0, end(watch, lines), said.toString());
        assertTrue(said.toString().contains("The window is gone. The run goes on"), said::toString);
        assertSameAs(folder.resolve("task.conf"), run());
    }

    @Test
    void aWindowThatIsClosedCostsTheRunNothing() throws Exception {
        Process watch = screen.start(watch("1 min"));
        BufferedReader lines = Screen.lines(watch);
        hear(lines, "1 min simulated");
        try (RobotHand hand = new RobotHand(screen)) {
            hand.find(BODY);
            hand.key(KeyEvent.VK_ESCAPE);
        }
        assertEquals(0, end(watch, lines), said.toString());
        assertTrue(said.toString().contains("The window is gone. The run goes on"), said::toString);
        assertTrue(Files.readString(run().resolve("summary.json")).contains("\"done\""));
    }

    @Test
    void drawingThatFailsInMidRunIsSaidAndCostsTheRunNothing() throws Exception {
        String help = "sporeloop/viewer/panels/Help.class"; // it is loaded when a hand asks for it
        String classes = without(help, bytes -> Arrays.copyOf(bytes, bytes.length / 2));
        Process watch = screen.start(watchBy(classes, "1 min"));
        BufferedReader lines = Screen.lines(watch);
        hear(lines, "1 min simulated");
        try (RobotHand hand = new RobotHand(screen)) {
            hand.find(BODY);
            hand.key(KeyEvent.VK_F1);
        }
        assertEquals(0, end(watch, lines), said.toString());
        assertTrue(said.toString().contains("Drawing failed, which is a defect"), said::toString);
        assertTrue(said.toString().contains("The window is gone. The run goes on"), said::toString);
        assertSameAs(folder.resolve("task.conf"), run());
    }

    @Test
    void aShaderThatFailsIsSaidInOneSentenceBeforeTheRunBegins() throws Exception {
        String classes =
                without(
                        "sporeloop/viewer/canvas/Painter.class",
                        bytes ->
                                new String(bytes, ISO_8859_1)
                                        .replace("#version 330", "#version 999")
                                        .getBytes(ISO_8859_1));
        refused(watchBy(classes, "1 min"), "OpenGL here does not compile the window's shaders");
    }

    /** A class path on which one of the viewer's classes is spoilt. */
    private String without(String name, UnaryOperator<byte[]> spoil) throws IOException {
        byte[] bytes;
        try (InputStream in = Viewer.class.getResourceAsStream("/" + name)) {
            bytes = Objects.requireNonNull(in).readAllBytes();
        }
        Path spoilt = folder.resolve("spoilt");
        Path file = spoilt.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, spoil.apply(bytes));
        return spoilt + File.pathSeparator + System.getProperty("java.class.path");
    }

    @Test
    void anOldOpenGlIsSaidInOneSentenceBeforeTheRunBegins() throws Exception {
        ProcessBuilder watch = watch("1 min");
        watch.environment().put("MESA_GL_VERSION_OVERRIDE", "2.1");
        refused(watch, "OpenGL 3.3 is needed");
    }

    @Test
    void withoutADisplayNothingBeginsAndRenderIsNamed() throws Exception {
        ProcessBuilder watch = watch("1 min");
        watch.environment().remove("DISPLAY");
        refused(watch, "There is no display here");
        assertTrue(said.toString().contains("./sporeloop render"), said.toString());
    }

    private void refused(ProcessBuilder watch, String sentence) throws Exception {
        Process process = screen.start(watch);
        assertEquals(2, end(process, Screen.lines(process)), said.toString());
        assertEquals(1, said.toString().lines().count(), said.toString());
        assertTrue(said.toString().startsWith(sentence), said.toString());
        assertFalse(Files.exists(folder.resolve("runs")), "a run has begun");
    }
}
