package sporeloop.viewer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A screen in memory (Xvfb) for each test of a class that registers it, and processes that find their
 * display there. Without Xvfb the tests are left out.
 */
final class Screen implements BeforeEachCallback, AfterEachCallback {
    private final List<Process> started = new ArrayList<>();
    private Process server;
    private String display;

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        try {
            server =
                    new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException missing) {
            assumeTrue(false, "Xvfb is not installed: " + missing.getMessage());
        }
        display = ":" + lines(server).readLine();
    }

    static BufferedReader lines(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static String all(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A Java process with the test's classes and this display. */
    ProcessBuilder java(Class<?> main, String... arguments) {
        ProcessBuilder builder = javaWithoutDisplay(main, arguments);
        builder.environment().put("DISPLAY", display);
        return builder;
    }

    /** A Java process with the test's classes and no display; errors come with what it says. */
    static ProcessBuilder javaWithoutDisplay(Class<?> main, String... arguments) {
        return process(System.getProperty("java.class.path"), main, arguments);
    }

    /** The same with other classes for a window that it opens. */
    ProcessBuilder javaWithViewer(String viewerClasses, Class<?> main, String... arguments) {
        ProcessBuilder builder = process(viewerClasses, main, arguments);
        builder.environment().put("DISPLAY", display);
        return builder;
    }

    private static ProcessBuilder process(
            String viewerClasses, Class<?> main, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dsporeloop.viewer.path=" + viewerClasses,
                                "-Djava.awt.headless=" + (main != RobotHand.class),
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.remove("WAYLAND_DISPLAY");
        environment.remove("DISPLAY");
        return builder;
    }

    /** Starts a process that ends with the test, whatever becomes of the test. */
    Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** Unplugs it. */
    void unplug() {
        server.destroyForcibly();
    }

    /** Ends it, and all that was started before it. */
    @Override
    public void afterEach(ExtensionContext test) {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        started.clear();
        if (server != null) {
            unplug();
        }
    }
}
