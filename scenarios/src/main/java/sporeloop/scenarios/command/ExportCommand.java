package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sporeloop.results.RefusedException;
import sporeloop.results.recording.Export;
import sporeloop.results.recording.Recording;
import sporeloop.results.recording.Stream;
import sporeloop.results.run.RunDirectory;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.training.SynapseTables;

/** Writes what a run recorded, or the synapses it left, as tables. */
@Command(
        name = "export",
        description = {
            "Writes a recording as tables, a file a stream: or, with --weights, the synapses that a"
                    + " run left.",
            "A recording that was cut off is read up to its last whole frame.",
            "",
            "Examples:",
            "  sporeloop train reaching --record --out runs/first",
            "  sporeloop export runs/first --out tables",
            "  sporeloop export runs/first/recording.spr --stream reward --stream command --out"
                    + " tables",
            "  sporeloop export runs/first --weights --format npy --out tables",
            ""
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    /** What tables are written as. */
    enum Format {
        /** Comma-separated values with a header. */
        CSV,
        /** Arrays for NumPy, doubles. */
        NPY
    }

    @Mixin private PlugInArguments plugIns = new PlugInArguments();

    @Parameters(paramLabel = "RECORDING", description = "a run's folder, or a recording's file")
    private String source = "";

    @Option(
            names = "--format",
            description = "csv or npy (arrays of doubles, for NumPy). Unless given: csv.")
    private Format format = Format.CSV;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder for the tables; files of the same names are replaced. Unless given: .")
    private String out = ".";

    @Option(
            names = "--stream",
            paramLabel = "NAME",
            description = "Only this stream; may be repeated. Unless given: all of them.")
    private List<String> wanted = new ArrayList<>();

    @Option(
            names = "--weights",
            description =
                    "Instead of a recording, the plastic synapses that the run left: pre, post,"
                            + " theta, weight, eligibility, gradient.")
    private boolean weights;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path from = path(source);
        if (weights) {
            weights(from);
        } else {
            recording(Files.isDirectory(from) ? from.resolve(RunDirectory.RECORDING) : from);
        }
        return Exit.DONE;
    }

    private void weights(Path run) throws IOException {
        Path conf = run.resolve("scenario.conf");
        Path agent = run.resolve(RunDirectory.AGENT);
        for (Path file : List.of(conf, agent)) {
            if (!Files.isRegularFile(file)) {
                throw new BadInput(
                        "%s is no folder of a finished run: it has no %s."
                                .formatted(source, file.getFileName()));
            }
        }
        if (!wanted.isEmpty()) {
            throw new BadInput("--stream names a part of a recording, but --weights takes none.");
        }
        SynapseTables tables =
                new SynapseTables(
                        ScenarioFile.load(conf.toString(), List.of(), plugIns.providers())
                                .scenario(),
                        agent);
        Path folder = folder();
        PrintWriter say = spec.commandLine().getOut();
        List<Path> files = format == Format.CSV ? tables.csv(folder) : tables.npy(folder);
        files.forEach(file -> say.println(file));
    }

    private void recording(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new BadInput(
                    "There is no recording "
                            + file
                            + ". A run leaves one if it is started with --record.");
        }
        try (Recording recording = Recording.open(file)) {
            List<Integer> streams = new ArrayList<>();
            for (String name : wanted) {
                streams.add(recording.stream(name));
            }
            for (int s = 0; wanted.isEmpty() && s < recording.streams().size(); s++) {
                streams.add(s);
            }
            Path folder = folder();
            Export export = new Export(recording);
            for (int s : streams) {
                write(recording.streams().get(s), export, s, folder);
            }
            if (!recording.isWhole()) {
                spec.commandLine()
                        .getErr()
                        .println(file + " was cut off: exported up to its last whole frame.");
            }
        }
    }

    private void write(Stream stream, Export export, int number, Path folder) throws IOException {
        boolean csv = format == Format.CSV;
        Path table = folder.resolve(stream.name() + (csv ? ".csv" : ".npy"));
        if (csv) {
            export.csv(number, table);
        } else {
            export.npy(number, table);
        }
        spec.commandLine().getOut().println(table);
    }

    private Path folder() {
        Path folder = path(out);
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new BadInput(
                    "Cannot write to " + folder + ": " + RefusedException.why(failure) + ".");
        }
    }

    private static Path path(@Nullable String name) {
        try {
            if (name != null && !name.isBlank()) {
                return Path.of(name);
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw new BadInput("\"" + name + "\" is no name of a file or folder.");
    }
}
