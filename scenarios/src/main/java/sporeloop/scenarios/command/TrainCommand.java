package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

/** Trains an agent and leaves a run directory. */
@Command(
        name = "train",
        description = {
            "Trains an agent in a scenario and leaves a folder with what came of it.",
            "In it: the learning curve, a table with a row a simulated minute, a summary, the agent.",
            "",
            "Examples:",
            "  sporeloop train reaching",
            "  sporeloop train reaching --duration 2h --seed 7 --set plasticity.temperature=0.2",
            "  sporeloop train my.conf --out runs/first --json > summary.json",
            ""
        },
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final Path RUNS = Path.of("runs");

    @Mixin private ScenarioArguments arguments = new ScenarioArguments();

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description =
                    "Simulated time to train: 90s, 5min, \"5 min\", 1.5h. Unless given: the scenario's.")
    private @Nullable String duration;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides all that is random in the run. Unless given: the scenario's.")
    private @Nullable String seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder for what the run leaves, new or empty. Unless given: runs/SCENARIO-SEED-TIME.")
    private @Nullable String out;

    @Option(
            names = "--realtime",
            arity = "0..1",
            fallbackValue = "1",
            paramLabel = "FACTOR",
            description =
                    "Pace the run by the wall clock: 1 is real time, 2 twice as fast. The results are"
                            + " the same.")
    private @Nullable Double realtime;

    @Option(
            names = "--from",
            paramLabel = "RUN",
            description =
                    "Begin with the network that an earlier run trained: its folder or agent.bin. The"
                            + " scenario may be another, of the same shape.")
    private @Nullable String from;

    @Option(
            names = "--record",
            description = {
                "Leave recording.spr: spikes, commands, what was sensed and drawn, rewards, theta.",
                "What exactly: the scenario's block recording. Tables from it: sporeloop export."
            })
    private boolean record;

    @Option(names = "--quiet", description = "Say nothing unless something goes wrong.")
    private boolean quiet;

    @Option(
            names = "--json",
            description = "Print the summary as JSON on standard output, and nothing else there.")
    private boolean json;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        ScenarioFile file = arguments.load(assignments());
        Scenario scenario = file.scenario();
        Trainer trainer = trainer(scenario);
        Manifest manifest =
                Manifest.starting(
                        "sporeloop " + Build.version(),
                        Build.commit(),
                        scenario.name(),
                        scenario.run().seed(),
                        spec.root().commandLine().getParseResult().originalArgs());
        manifest = manifest.of(file.text());
        try (RunDirectory directory = directory(scenario)) {
            directory.write(directory.scenario(), file.text());
            PrintWriter err = spec.commandLine().getErr();
            Report report =
                    new Report(
                            scenario,
                            directory,
                            manifest,
                            err,
                            quiet ? Terminal.none() : Terminal.ofStandardError(),
                            quiet,
                            json ? spec.commandLine().getOut() : null);
            TrainingResult result = trainer.run(directory, report);
            return result.end() == RunEnd.FAILED ? Exit.FAILED : Exit.DONE;
        }
    }

    private List<Assignment> assignments() {
        List<Assignment> assignments = new ArrayList<>();
        if (duration != null) {
            assignments.add(new Assignment("--duration", "run.duration", duration));
        }
        if (seed != null) {
            assignments.add(new Assignment("--seed", "run.seed", seed));
        }
        if (record) {
            assignments.add(new Assignment("--record", "recording.on", "true"));
        }
        return assignments;
    }

    private Trainer trainer(Scenario scenario) throws IOException {
        try {
            Trainer trainer = new Trainer(scenario);
            if (realtime != null) {
                trainer.pace(realtime);
            }
            if (from != null) {
                trainer.from(Path.of(from));
            }
            return trainer;
        } catch (InvalidPathException e) {
            throw new BadInput("--from " + from + ", but that is no name of a folder.");
        } catch (IllegalArgumentException e) {
            throw new BadInput(scenario.name() + ": " + e.getMessage());
        }
    }

    private RunDirectory directory(Scenario scenario) throws IOException {
        if (out == null) {
            return RunDirectory.create(
                    RUNS,
                    scenario.name(),
                    scenario.run().seed(),
                    LocalDateTime.now(ZoneId.systemDefault()));
        }
        if (out.isBlank()) {
            throw new BadInput("--out names no folder. Write --out DIR, or leave it away.");
        }
        try {
            return RunDirectory.claim(Path.of(out));
        } catch (InvalidPathException e) {
            throw new BadInput("--out " + out + ", but that is no name of a folder.");
        }
    }
}
