package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sporeloop.results.RefusedException;
import sporeloop.results.file.Compression;

/** Looks at this machine and says what is wrong with it, each with its mend. */
@Command(
        name = "doctor",
        description = {
            "Looks at what the program needs of this machine: a line each, with the mend of what is"
                    + " wrong.",
            "",
            "'ok': fine. 'note': something that only a part of the program needs is missing. 'WRONG': no"
                    + " run would come to its end; the exit code is 1.",
            ""
        },
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final long LEAST_HEAP = 256L << 20;
    private static final long LEAST_DISK = 100L << 20;
    private static final int OLDEST_JAVA = 17;
    private static final int NARROWEST = 40;
    private static final List<String> LIBRARY_FOLDERS =
            List.of("/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder that runs are to go to. Unless given: here.")
    private Path folder = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    private final List<String> lines = new ArrayList<>();
    private boolean wrong;

    @Override
    public Integer call() {
        java();
        memory();
        writing();
        terminal();
        locale();
        display();
        openGl();
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
        return wrong ? Exit.FAILED : Exit.DONE;
    }

    private void java() {
        int version = Runtime.version().feature();
        Path home = Path.of(System.getProperty("java.home"));
        String found = "Java " + Runtime.version() + " in " + home;
        if (version < OLDEST_JAVA) {
            wrong("java", found, "Install a JDK of version 17 or newer, or set JAVA_HOME to one.");
        } else if (!Files.exists(home.resolve("bin/javac"))
                && !Files.exists(home.resolve("bin/javac.exe"))) {
            note(
                    "java",
                    found + ", without a compiler",
                    "To build, install a JDK (openjdk-17-jdk).");
        } else {
            ok("java", found);
        }
    }

    private void memory() {
        long heap = Runtime.getRuntime().maxMemory();
        String found = megabytes(heap) + " for Java";
        if (heap < LEAST_HEAP) {
            wrong("memory", found, "Give it more: SPORELOOP_JAVA_OPTIONS=-Xmx1g.");
        } else {
            ok("memory", found);
        }
    }

    private void writing() {
        Path at = folder.toAbsolutePath();
        try {
            Path probe = Files.createTempFile(at, ".sporeloop-doctor", "");
            Files.delete(probe);
            ok("write", at.toString());
            long free = Files.getFileStore(at).getUsableSpace();
            if (free < LEAST_DISK) {
                wrong("disk", megabytes(free) + " free", "Free some, or name another with --out.");
            } else {
                ok("disk", megabytes(free) + " free");
            }
        } catch (IOException failure) {
            wrong(
                    "write",
                    at + ": " + RefusedException.why(failure),
                    "Make it writable, or name another folder with --out.");
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            Compression.load();
            ok("temporary", temporary + ", where libraries unpack");
        } catch (RefusedException sentence) {
            wrong = true;
            line("WRONG", "temporary", String.valueOf(sentence.getMessage()));
        }
    }

    private void terminal() {
        Terminal terminal = Terminal.ofStandardError();
        if (!terminal.present()) {
            ok("terminal", "none: progress comes as a line every ten seconds");
        } else if (terminal.columns() < NARROWEST) {
            note("terminal", terminal.columns() + " columns", "Make it 40 or wider.");
        } else {
            ok("terminal", terminal.columns() + " columns");
        }
    }

    private void locale() {
        String names = System.getProperty("sun.jnu.encoding", "");
        String found = Locale.getDefault() + ", file names in " + names;
        if (!names.isEmpty() && !Charset.forName(names).name().startsWith("UTF")) {
            note("locale", found, "For names with umlauts set LC_ALL=C.UTF-8.");
        } else {
            ok("locale", found);
        }
    }

    private void display() {
        boolean unix = !System.getProperty("os.name").startsWith("Windows");
        if (unix && System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
            note("display", "none", "Training needs none. For a window log in to a desktop.");
        } else {
            ok("display", "there");
        }
    }

    /** Looks for the libraries' files: to load one could end this program. */
    private void openGl() {
        if (!System.getProperty("os.name").equals("Linux")) {
            ok("opengl", "comes with the system");
        } else if (has("libEGL.so") || has("libGL.so")) {
            ok("opengl", "its library is there");
        } else {
            note(
                    "opengl",
                    "no library",
                    "Training needs none. For a window or films: apt-get install libegl1 libgl1"
                            + " libgl1-mesa-dri.");
        }
    }

    private static boolean has(String library) {
        for (String place : LIBRARY_FOLDERS) {
            try (Stream<Path> files = Files.walk(Path.of(place), 2)) {
                if (files.anyMatch(file -> file.getFileName().toString().startsWith(library))) {
                    return true;
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                // A folder that is not there or can't be read holds nothing for us.
            }
        }
        return false;
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    private void ok(String what, String found) {
        line("ok", what, found);
    }

    private void note(String what, String found, String mend) {
        line("note", what, found + ". " + mend);
    }

    private void wrong(String what, String found, String mend) {
        wrong = true;
        line("WRONG", what, found + ". " + mend);
    }

    private void line(String verdict, String what, String words) {
        lines.add(String.format(Locale.ROOT, "%-6s %-10s %s", verdict, what, words));
    }
}
