package sporeloop.scenarios.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.training.Performance;

/**
 * What is to be seen: a scenario, what a run left, or a recording.
 *
 * @param recording the recording's file; null for the others
 * @param run the run's folder; null for the others
 * @param scenario of what can act; null for a recording
 */
record Cast(@Nullable Path recording, @Nullable Path run, @Nullable Scenario scenario) {
    private static final String RECORDING = ".spr";

    /** What a name means: a recording's file, a run's folder, else a scenario. */
    static Cast of(String name, ScenarioArguments arguments, List<Assignment> more) {
        Path path = path(name);
        if (path != null && Files.isDirectory(path)) {
            for (String file : List.of("scenario.conf", "agent.bin")) {
                if (!Files.isRegularFile(path.resolve(file))) {
                    throw new BadInput(
                            "%s is no folder of a finished run: it has no %s."
                                    .formatted(name, file));
                }
            }
            String conf = path.resolve("scenario.conf").toString();
            return new Cast(null, path, arguments.load(conf, List.of(), more).scenario());
        }
        if (name.endsWith(RECORDING)) {
            if (path == null || !Files.isRegularFile(path)) {
                throw new BadInput("There is no recording " + name + ".");
            }
            return new Cast(path, null, null);
        }
        return new Cast(null, null, arguments.load(name, List.of(), more).scenario());
    }

    private static @Nullable Path path(String name) {
        try {
            return name.isBlank() ? null : Path.of(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The scenario; there is one unless this is a recording. */
    Scenario acting() {
        if (scenario == null) {
            throw new IllegalStateException("a recording does not act");
        }
        return scenario;
    }

    /**
     * Who acts.
     *
     * @param agent oracle, random, untrained; empty: what the run left, or the agent as it learns
     */
    Performance performance(String agent, boolean learning) throws IOException {
        Scenario task = acting();
        return switch (agent) {
            case EvaluatedAgent.ORACLE -> Performance.oracle(task);
            case EvaluatedAgent.RANDOM -> Performance.random(task);
            case EvaluatedAgent.UNTRAINED -> Performance.untrained(task, false);
            case "" ->
                    run == null
                            ? Performance.untrained(task, learning)
                            : Performance.trained(task, run.resolve("agent.bin"), learning);
            default ->
                    throw new BadInput(
                            "--agent " + agent + ", but it must be oracle, random or untrained.");
        };
    }
}
