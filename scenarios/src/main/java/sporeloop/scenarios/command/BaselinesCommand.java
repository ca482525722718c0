package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sporeloop.results.RefusedException;
import sporeloop.results.file.AtomicFile;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.training.EvaluationResult;
import sporeloop.scenarios.training.Evaluator;

/** Measures the three baselines in every scenario that comes ready, and writes their table. */
@Command(
        name = "baselines",
        description = {
            "Measures oracle, random spikes and the untrained network in every scenario of",
            "\"sporeloop list\", as evaluate does, and writes baselines.md and baselines.csv.",
            "",
            "The ratio says how many times better the oracle is than random spikes.",
            ""
        },
        mixinStandardHelpOptions = true)
final class BaselinesCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the table; it is made if it is not there.")
    private String out = "";

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "Simulated time of each measurement. Default: ${DEFAULT-VALUE}")
    private String duration = "5min";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides all that is random. Default: ${DEFAULT-VALUE}")
    private String seed = "1";

    @Mixin private PlugInArguments plugIns = new PlugInArguments();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<Scenario> scenarios = scenarios();
        Path folder = folder();
        BaselineTable table = new BaselineTable();
        int at = 0;
        for (Scenario scenario : scenarios) {
            Evaluator evaluator = new Evaluator(scenario);
            say("%d of %d: %s".formatted(++at, scenarios.size(), scenario.name()));
            EvaluationResult oracle = evaluator.oracle();
            EvaluationResult random = evaluator.random();
            table.add(scenario.name(), oracle, random, evaluator.untrained(false));
        }
        String head =
                "`sporeloop baselines --duration %s --seed %s`: learning off; 95 %% intervals in brackets,"
                                .formatted(duration, seed)
                        + " bootstrapped over windows of one minute.\n"
                        + "Ratio: how many times better the oracle is than random spikes.\n\n";
        try {
            AtomicFile.write(folder.resolve("baselines.md"), head + table.markdown());
            AtomicFile.write(folder.resolve("baselines.csv"), table.csv());
        } catch (IOException failure) {
            throw new IOException(
                    "cannot write into " + folder + ": " + RefusedException.why(failure), failure);
        }
        PrintWriter stdout = spec.commandLine().getOut();
        stdout.print(table.markdown());
        stdout.flush();
        return Exit.DONE;
    }

    /** All of them, read before the first is measured. */
    private List<Scenario> scenarios() {
        List<Assignment> changes =
                List.of(
                        new Assignment("--duration", "run.duration", duration),
                        new Assignment("--seed", "run.seed", seed));
        Providers providers = plugIns.providers();
        List<Scenario> scenarios = new ArrayList<>();
        for (String name : providers.scenarios().names()) {
            scenarios.add(ScenarioFile.load(name, changes, providers).scenario());
        }
        return scenarios;
    }

    private Path folder() {
        try {
            return Files.createDirectories(Path.of(out));
        } catch (InvalidPathException e) {
            throw new BadInput("--out " + out + " is no name of a folder.");
        } catch (IOException failure) {
            throw new BadInput(
                    "Cannot make the folder " + out + ": " + RefusedException.why(failure) + ".");
        }
    }

    private void say(String words) {
        spec.commandLine().getErr().println(words);
        spec.commandLine().getErr().flush();
    }
}
