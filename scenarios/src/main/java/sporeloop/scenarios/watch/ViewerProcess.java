package sporeloop.scenarios.watch;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sporeloop.scenarios.file.BadInput;

/**
 * The process that draws: a window, or films without one. It lives and dies on its own; what happens to
 * it never happens to the run. It says in a sentence on standard error why it can't do something.
 */
public final class ViewerProcess implements AutoCloseable {
    private static final String READY = "ready ";
    private static final String MAIN = "sporeloop.viewer.Viewer";

    /** Names the viewer's class path where it does not lie beside the program's. */
    private static final String PATH = "sporeloop.viewer.path";

    private final Process process;
    private final BufferedReader lines;

    private ViewerProcess(Process process) {
        this.process = process;
        lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it with these arguments. */
    public static ViewerProcess start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto", "-Xmx1g"));
        command.add("-Xlog:disable");
        command.add("-Djava.awt.headless=true");
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac")) {
            command.add("-XstartOnFirstThread");
        }
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-cp", classPath(), MAIN));
        command.addAll(arguments);
        return new ViewerProcess(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    private static String classPath() {
        String given = System.getProperty(PATH);
        if (given != null) {
            return given;
        }
        try {
            Path jar =
                    Path.of(
                            ViewerProcess.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            Path folder = jar.resolveSibling("../viewer").normalize();
            if (Files.isDirectory(folder)) {
                return folder + File.separator + "*";
            }
        } catch (java.net.URISyntaxException e) {
            // No folder: said below.
        }
        throw new BadInput(
                "The window's jars are not beside the program's. Start it by ./sporeloop, or name"
                        + " their class path by -D"
                        + PATH
                        + "=…");
    }

    /** Takes the recording that it draws. */
    public OutputStream pipe() {
        return process.getOutputStream();
    }

    /** The next line that it says; null when it is gone. */
    public @Nullable String line() throws IOException {
        return lines.readLine();
    }

    /**
     * Waits until its window is open, and hands on what it says meanwhile.
     *
     * @return who draws; null if there is no window, of which it has said why
     */
    public @Nullable String ready(Consumer<String> hear) throws IOException {
        for (String line = line(); line != null; line = line()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
            hear.accept(line);
        }
        return null;
    }

    /** Hands on each line that it says, from a thread of its own; then runs {@code gone}. */
    public void listen(Consumer<String> hear, Runnable gone) {
        Thread listener =
                new Thread(
                        () -> {
                            try {
                                for (String line = line(); line != null; line = line()) {
                                    hear.accept(line);
                                }
                            } catch (IOException ended) {
                                // It is gone, which is what is said next.
                            }
                            gone.run();
                        },
                        "window");
        listener.setDaemon(true);
        listener.start();
    }

    /** Whether it lives. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Waits for its end; its exit code. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends it, if it has not ended. */
    @Override
    public void close() {
        process.destroy();
    }
}
