package sporeloop.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Opens real windows on a screen in memory (Xvfb), each in a process of its own. */
@Timeout(120)
class WindowTest {
    @TempDir Path folder;
    private @Nullable Process screen;
    private String display = "";

    @BeforeEach
    void startScreen() throws IOException {
        Process started;
        try {
            started =
                    new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException missing) {
            assumeTrue(false, "Xvfb is not installed: " + missing.getMessage());
            throw missing;
        }
        screen = started;
        display = ":" + lines(started).readLine();
    }

    @AfterEach
    void stopScreen() {
        if (screen != null) {
            screen.destroyForcibly();
        }
    }

    private static BufferedReader lines(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private Process start(@Nullable String on, String main, String... arguments)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().remove("DISPLAY");
        if (on != null) {
            builder.environment().put("DISPLAY", on);
        }
        return builder.start();
    }

    private static String all(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void keysAndMouseDoInTheWindowWhatTheySay() throws Exception {
        Path file = Told.recording(folder.resolve("told.spr"));
        Process window =
                start(display, WindowProbe.class.getName(), file.toString(), folder.toString());
        String said = all(window);
        assertTrue(window.waitFor(60, TimeUnit.SECONDS), said);
        assertEquals(0, window.exitValue(), said);
        assertTrue(said.contains("all seen"), said);
    }

    @Test
    void withoutADisplayTheWindowSaysSoInOneSentenceThatNamesRender() throws Exception {
        Process window = start(null, Viewer.class.getName(), "window");
        String said = all(window);
        assertEquals(Viewer.UNAVAILABLE, window.waitFor(), said);
        assertEquals(1, said.strip().lines().count(), said);
        assertTrue(said.contains("no display") && said.contains("render"), said);
    }

    @Test
    void aScreenThatGoesAwayEndsTheWindowsProcess() throws Exception {
        Path file = Told.recording(folder.resolve("told.spr"));
        Process window =
                start(display, Viewer.class.getName(), "window", "--file", file.toString());
        String first = lines(window).readLine();
        assertTrue(first.startsWith("ready"), first);
        stopScreen();
        assertTrue(window.waitFor(60, TimeUnit.SECONDS), "the window's process has not ended");
        assertNotEquals(0, window.exitValue());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLibraryThatCantBeUnpackedIsSaidInOneSentence() throws Exception {
        Process window =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.io.tmpdir=/proc/nowhere",
                                "-Duser.home=/proc/nowhere",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Viewer.class.getName(),
                                "film")
                        .directory(Path.of("/proc").toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = all(window);
        assertEquals(Viewer.UNAVAILABLE, window.waitFor(), said);
        assertEquals(1, said.strip().lines().count(), said);
        assertTrue(said.contains("/proc/nowhere writable"), said);
    }
}
