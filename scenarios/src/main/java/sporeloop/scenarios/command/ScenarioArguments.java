package sporeloop.scenarios.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.Providers;
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

    /** The scenario; {@code more} come from options of their own and outrank {@code --set}. */
    ScenarioFile load(List<Assignment> more) {
        List<Assignment> assignments = new ArrayList<>();
        sets.forEach(text -> assignments.add(Assignment.set(text)));
        assignments.addAll(more);
        return ScenarioFile.load(scenario, assignments, Providers.ours());
    }
}
