package sporeloop.scenarios.command;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
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
import sporeloop.results.run.Manifest;
import sporeloop.results.run.RunDirectory;
import sporeloop.scenarios.Build;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.training.RunEnd;
import sporeloop.scenarios.training.Trainer;
import sporeloop.scenarios.training.TrainingResult;

/** Goes on with a run that ended, was stopped, was killed or failed. */
@Command(
        name = "resume",
        description = {
            "Goes on with a run from its newest checkpoint, to the end that was asked for.",
            "The files become those of a run that was never stopped, byte for byte. A run that was",
            "killed before its first checkpoint begins again.",
            "",
            "Examples:",
            "  sporeloop resume runs/reaching-1-20261101-120000",
            "  sporeloop resume runs/first --duration 10h",
            ""
        },
        mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {
    private static final String DURATION = "run.duration";

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private String run = "";

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description =
                    "Simulated time of the whole run, with what it has: 10h. Unless given: as asked for"
                            + " before.")
    private @Nullable String duration;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of the run; its results never depend on them.")
    private @Nullable String threads;

    @Option(names = "--quiet", description = "Say nothing unless something goes wrong.")
    private boolean quiet;

    @Option(
            names = "--json",
            description = "Print the summary as JSON on standard output, and nothing else there.")
    private boolean json;

    @Mixin private PlugInArguments plugIns = new PlugInArguments();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try (RunDirectory directory = RunDirectory.reopen(folder())) {
            for (Path file : List.of(directory.scenario(), directory.manifest())) {
                if (!Files.isRegularFile(file)) {
                    throw new BadInput(
                            "%s is not the directory of a run that was started: it has no %s."
                                    .formatted(run, file.getFileName()));
                }
            }
            Manifest manifest = Manifest.read(directory.manifest());
            if (!manifest.isOf(text(directory.scenario()))) {
                throw new BadInput(
                        "%s was changed since the run was started, and a run goes on as it began. For other settings start a new run: sporeloop train %s --from %s."
                                .formatted(directory.scenario(), directory.scenario(), run));
            }
            Scenario scenario = scenario(directory, manifest);
            Trainer trainer = trainer(scenario);
            manifest =
                    manifest.resumed(
                            scenario.run().duration(),
                            "sporeloop " + Build.version(),
                            Build.commit(),
                            spec.root().commandLine().getParseResult().originalArgs());
            Report report =
                    new Report(
                            scenario,
                            directory,
                            manifest,
                            spec.commandLine().getErr(),
                            quiet ? Terminal.none() : Terminal.ofStandardError(),
                            quiet,
                            json ? spec.commandLine().getOut() : null);
            TrainingResult result = trainer.resume(directory, report);
            return result.end() == RunEnd.FAILED ? Exit.FAILED : Exit.DONE;
        }
    }

    private Path folder() {
        try {
            return Path.of(run);
        } catch (InvalidPathException e) {
            throw new BadInput(run + " is no name of a folder.");
        }
    }

    private static String text(Path scenario) throws IOException {
        try {
            return Files.readString(scenario, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            return "";
        }
    }

    /** The run's scenario, with the duration that was asked for last. */
    private Scenario scenario(RunDirectory directory, Manifest manifest) {
        String file = directory.scenario().toString();
        List<Assignment> changes = new ArrayList<>();
        List<Manifest.Resumption> before = manifest.resumptions();
        if (!before.isEmpty()) {
            double asked = before.get(before.size() - 1).durationS();
            changes.add(new Assignment("manifest.json", DURATION, asked + " s"));
        }
        if (threads != null) {
            changes.add(new Assignment("--threads", "run.threads", threads));
        }
        Scenario soFar = load(file, changes).named(manifest.scenario());
        if (duration == null) {
            return soFar;
        }
        changes.add(new Assignment("--duration", DURATION, duration));
        Scenario longer = load(file, changes).named(manifest.scenario());
        if (longer.run().duration() < soFar.run().duration()) {
            throw new BadInput(
                    "--duration %s is less than the %s that the run was to have before. Name more, or leave it away."
                            .formatted(duration, soFar.run().duration() + " s"));
        }
        return longer;
    }

    private Scenario load(String file, List<Assignment> changes) {
        return ScenarioFile.load(file, changes, plugIns.providers()).scenario();
    }

    private Trainer trainer(Scenario scenario) {
        try {
            return new Trainer(scenario);
        } catch (IllegalArgumentException e) {
            throw new BadInput(scenario.name() + ": " + e.getMessage());
        }
    }
}
