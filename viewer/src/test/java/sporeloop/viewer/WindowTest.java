package sporeloop.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Opens real windows on a screen in memory (Xvfb), each in a process of its own. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WindowTest {
    @TempDir Path folder;
    @RegisterExtension final Screen screen = new Screen();

    @Test
    void keysAndMouseDoInTheWindowWhatTheySay() throws Exception {
        Path file = Told.recording(folder.resolve("told.spr"));
        Process window =
                screen.start(screen.java(WindowProbe.class, file.toString(), folder.toString()));
        String said = Screen.all(window);
        assertTrue(window.waitFor(60, TimeUnit.SECONDS), said);
        assertEquals(0, window.exitValue(), said);
        assertTrue(said.contains("all seen"), said);
    }

    @Test
    void eachSceneAndEachPanelShowsInARealWindowWhatItShould() throws Exception {
        List<String> scenarios =
                List.of(
                        "reaching",
                        "reaching-dvs",
                        "lane-following",
                        "lane-ahead",
                        "arm-reaching",
                        "pattern-matching",
                        "lever-press",
                        "center-out");
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(scenarios);
        Process window =
                screen.start(screen.java(ScenesProbe.class, arguments.toArray(new String[0])));
        String said = Screen.all(window);
        assertEquals(0, window.waitFor(), said);
        scenarios.forEach(name -> assertTrue(said.contains("seen " + name), said));
        for (String role :
                List.of("GROUND", "WALL", "ROAD", "MARKING", "GOAL", "BODY", "JOINT", "LIMB")) {
            assertTrue(said.contains(role), role + " was not looked at: " + said);
        }
        assertTrue(said.contains("WHEEL") && said.contains("INSTRUMENT"), said);
    }

    @Test
    void withoutADisplayTheWindowSaysSoInOneSentenceThatNamesRender() throws Exception {
        Process window = Screen.javaWithoutDisplay(Viewer.class, "window").start();
        String said = Screen.all(window);
        assertEquals(Viewer.UNAVAILABLE, window.waitFor(), said);
        assertEquals(1, said.strip().lines().count(), said);
        assertTrue(said.contains("no display") && said.contains("render"), said);
    }

    @Test
    void aScreenThatGoesAwayEndsTheWindowsProcess() throws Exception {
        Path file = Told.recording(folder.resolve("told.spr"));
        Process window =
                screen.start(screen.java(Viewer.class, "window", "--file", file.toString()));
        String first = Screen.lines(window).readLine();
        assertTrue(first.startsWith("ready"), first);
        screen.unplug();
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
        String said = Screen.all(window);
        assertEquals(Viewer.UNAVAILABLE, window.waitFor(), said);
        assertEquals(1, said.strip().lines().count(), said);
        assertTrue(said.contains("/proc/nowhere writable"), said);
    }
}
