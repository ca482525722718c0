package sporeloop.scenarios.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.ScenarioFile;

/** The scenario that a command works on, and what the command line changes in it. */
final class ScenarioArguments {
    @Parameters(
            paramLabel = "SCENARIO",
            description = "Name of a shipped scenario (see: sporeloop list), or a file: my.conf")
    private String scenario = "";

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change a key, as in --set plasticity.temperature=0.2. May be repeated.")
    private List<String> sets = new ArrayList<>();

    @Mixin private PlugInArguments plugIns = new PlugInArguments();

    /** What stands on the command line. */
    String name() {
        return scenario;
    }

    /** The scenario; {@code more} come from options of their own and outrank {@code --set}. */
    ScenarioFile load(List<Assignment> more) {
        return load(scenario, List.of(), more);
    }

    /** The scenario; {@code first} are this command's own defaults, which {@code --set} outranks. */
    ScenarioFile load(List<Assignment> first, List<Assignment> more) {
        return load(scenario, first, more);
    }

    /** Another scenario, with the same changes. */
    ScenarioFile load(String nameOrPath, List<Assignment> first, List<Assignment> more) {
        List<Assignment> assignments = new ArrayList<>(first);
        sets.forEach(text -> assignments.add(Assignment.set(text)));
        assignments.addAll(more);
        return ScenarioFile.load(nameOrPath, assignments, plugIns.providers());
    }
}
