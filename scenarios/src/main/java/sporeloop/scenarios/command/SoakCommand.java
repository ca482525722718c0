package sporeloop.scenarios.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sporeloop.results.run.Manifest;
import sporeloop.scenarios.Build;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.soak.Soak;

/** Kills and resumes runs for hours, and compares them with runs that were left alone. */
@Command(
        name = "soak",
        description = {
            "Kills and resumes random runs of the shipped scenarios in processes of their own, and",
            "compares all they leave, byte for byte, with runs that were left alone.",
            "",
            "Ends with 1 at the first difference, and keeps both runs.",
            ""
        },
        mixinStandardHelpOptions = true)
final class SoakCommand implements Callable<Integer> {
    @Option(
            names = "--hours",
            paramLabel = "H",
            description = "Wall time to go on for at least. Unless given: none.")
    private double hours;

    @Option(
            names = "--cycles",
            paramLabel = "N",
            description = "Pieces to cut off at least. Unless given: ${DEFAULT-VALUE}.")
    private int cycles = 20;

    @Option(names = "--seed", paramLabel = "N", description = "Decides what is drawn.")
    private long seed = 1;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "Only this shipped scenario; may be repeated. Unless given: all.")
    private List<String> only = List.of();

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "File to write the log to, besides standard output.")
    private @Nullable String log;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> shipped = Providers.ours().scenarios().names();
        for (String name : only) {
            if (!shipped.contains(name)) {
                throw new BadInput("There is no shipped scenario " + name + ".");
            }
        }
        if (!(hours >= 0 && hours <= 10_000) || cycles < 0) {
            throw new BadInput("--hours and --cycles must be numbers ≥ 0.");
        }
        Path folder = Files.createTempDirectory("sporeloop soak ü ");
        if (log == null) {
            return soak(folder, line -> {});
        }
        try (BufferedWriter file = Files.newBufferedWriter(Path.of(log), StandardCharsets.UTF_8)) {
            return soak(folder, line -> append(file, line));
        } catch (InvalidPathException e) {
            throw new BadInput("--log " + log + ", but that is no name of a file.");
        }
    }

    private static void append(BufferedWriter file, String line) {
        try {
            file.append(line).append('\n').flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int soak(Path folder, Consumer<String> more) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Consumer<String> say =
                line -> {
                    out.println(line);
                    out.flush();
                    more.accept(line);
                };
        List<String> names = only.isEmpty() ? Providers.ours().scenarios().names() : only;
        Manifest here =
                Manifest.starting(
                        "sporeloop " + Build.version(),
                        Build.commit(),
                        "soak",
                        seed,
                        spec.root().commandLine().getParseResult().originalArgs());
        say.accept(
                "%s, commit %s: sporeloop %s"
                        .formatted(
                                here.program(),
                                here.commit(),
                                String.join(" ", here.commandLine())));
        say.accept(
                "%s; %s; %s, %d cores; %s"
                        .formatted(
                                here.start(), here.jvm(), here.machine(), here.cores(), here.os()));
        Soak.Result result = new Soak(names, folder, seed, say).run(cycles, hours * 3600);
        say.accept(
                String.format(
                        Locale.ROOT,
                        "%s: %d runs, cut off %d times (%d times by kill -9) and resumed; %.1f MB"
                                + " compared with undisturbed runs: %s.",
                        result.failure().isEmpty() ? "PASSED" : "FAILED",
                        result.cases(),
                        result.cycles(),
                        result.kills(),
                        result.bytes() / 1e6,
                        result.failure().isEmpty()
                                ? "no byte differs, no row is lost"
                                : result.failure()));
        if (result.failure().isEmpty()) {
            Soak.delete(folder);
        }
        return result.failure().isEmpty() ? Exit.DONE : Exit.FAILED;
    }
}
