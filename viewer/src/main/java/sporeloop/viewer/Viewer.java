package sporeloop.viewer;

import com.sun.management.OperatingSystemMXBean;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import sporeloop.results.RefusedException;
import sporeloop.viewer.canvas.Surface;
import sporeloop.viewer.canvas.UnavailableException;
import sporeloop.viewer.panels.Theme;

/**
 * The program of the window's process. Its standard input is a recording as it comes about, unless it is
 * given a file; on its standard output it says, a line each, what it wants: {@code want} (the next
 * frame), {@code pause}, {@code go}, {@code step}, {@code speed F|max}, {@code seed}, {@code push VX VY} [m/s], {@code goal X Y}
 * [m], {@code rotate DEGREES}, {@code lesion SHARE}, {@code closed};
 * of a film {@code frame N OF}.
 *
 * <pre>
 *   window [--file F] [--speed S] [--size WxH] [--theme T] [--pictures DIR] [--frames N]
 *   film --out F [--file F] --from S --for S --speed S --rate N --size WxH [--theme T]
 * </pre>
 */
public final class Viewer {
    /** Exit code: what drawing needs is not there; nothing was begun. */
    public static final int UNAVAILABLE = 3;

    /** Exit code: the recording or the film can't be read or written. */
    public static final int REFUSED = 2;

    /** Exit code: this program is wrong. */
    private static final int FAILED = 1;

    private final Map<String, String> options = new HashMap<>();
    private final PrintStream out;

    private Viewer(String[] arguments, PrintStream out) {
        this.out = out;
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
    }

    /** Opens the window or makes the film that the arguments ask for. */
    public static void main(String[] arguments) {
        PrintStream lines =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err); // nothing but lines of the protocol may stand there
        PrintStream err =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = 0;
        try {
            Viewer viewer = new Viewer(arguments, lines);
            if (arguments.length > 0 && arguments[0].equals("film")) {
                viewer.film();
            } else {
                viewer.window();
            }
        } catch (UnavailableException sentence) {
            err.println(sentence.getMessage());
            code = UNAVAILABLE;
        } catch (RefusedException sentence) {
            err.println(sentence.getMessage());
            code = REFUSED;
        } catch (IOException failure) {
            err.println(RefusedException.why(failure));
            code = REFUSED;
        } catch (RuntimeException | Error defect) {
            err.println("Drawing failed, which is a defect: " + defect + where(defect));
            code = FAILED;
        }
        System.exit(code);
    }

    private static String where(Throwable defect) {
        StackTraceElement[] trace = defect.getStackTrace();
        return trace.length == 0 ? "." : " at " + trace[0] + ".";
    }

    private void window() throws IOException {
        int[] size = size("1280x720");
        String file = options.get("--file");
        Speed speed = Speed.of(options.getOrDefault("--speed", "1"));
        try (Stage stage = new Stage(Surface.window("Sporeloop", size[0], size[1]))) {
            stage.dashboard().theme(theme());
            try (Show show =
                    file == null
                            ? new Live(System.in, out, speed)
                            : new Played(Path.of(file), speed)) {
                Path pictures = Path.of(options.getOrDefault("--pictures", ""));
                Window window = new Window(stage, show, pictures);
                out.println("ready " + stage.surface().renderer());
                long start = System.nanoTime();
                long worked = processorNanos();
                window.run(Long.parseLong(options.getOrDefault("--frames", "" + Long.MAX_VALUE)));
                out.printf(
                        java.util.Locale.ROOT,
                        "drew %d %.3f %.6f %.6f%n",
                        window.frames(),
                        (System.nanoTime() - start) / 1e9,
                        window.secondsPerFrame(),
                        (processorNanos() - worked) / 1e9 / Math.max(1, window.frames()));
            }
        }
    }

    /** What all threads have worked so far, those of a renderer in software too. */
    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void film() throws IOException {
        int[] size = size("1280x720");
        String file = options.get("--file");
        Filming filming =
                new Filming(
                        Path.of(options.getOrDefault("--out", "film.gif")),
                        size[0],
                        size[1],
                        number("--from", 0),
                        number("--for", 10),
                        number("--speed", 1),
                        (int) number("--rate", 25));
        try (Stage stage = new Stage(Surface.memory(size[0], size[1]))) {
            stage.dashboard().theme(theme());
            if (file == null) {
                filming.pipe(System.in, stage, out);
            } else {
                filming.recording(Path.of(file), stage, out);
            }
        }
    }

    private Theme theme() {
        return options.getOrDefault("--theme", "dark").equals("light") ? Theme.LIGHT : Theme.DARK;
    }

    private double number(String option, double otherwise) {
        return Double.parseDouble(options.getOrDefault(option, Double.toString(otherwise)));
    }

    private int[] size(String otherwise) {
        String[] sides = options.getOrDefault("--size", otherwise).split("x", 2);
        return new int[] {Integer.parseInt(sides[0]), Integer.parseInt(sides[1])};
    }
}
