package sporeloop.scenarios.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sporeloop.results.RefusedException;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.NearMiss;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.training.EvaluationResult;
import sporeloop.scenarios.training.Evaluator;

/**
 * Who is to be measured: a baseline by its name, or what a run left.
 *
 * @param name as the user wrote it
 * @param run the run's directory; null for a baseline
 * @param trained the scenario that the run was of; null for a baseline
 */
record EvaluatedAgent(String name, @Nullable Path run, @Nullable Scenario trained) {
    static final String ORACLE = "oracle";
    static final String RANDOM = "random";
    static final String UNTRAINED = "untrained";

    private static final List<String> BASELINES = List.of(ORACLE, RANDOM, UNTRAINED);
    private static final String SCENARIO = "scenario.conf";
    private static final String AGENT = "agent.bin";

    /** The agent called {@code name}; {@code load} reads a run's scenario. */
    static EvaluatedAgent of(String name, Function<String, ScenarioFile> load) {
        if (BASELINES.contains(name)) {
            return new EvaluatedAgent(name, null, null);
        }
        Path run = folder(name);
        for (String file : List.of(SCENARIO, AGENT)) {
            if (!Files.isRegularFile(run.resolve(file))) {
                throw new BadInput(
                        "%s is no directory of a finished run: it has no %s."
                                .formatted(name, file));
            }
        }
        String conf = run.resolve(SCENARIO).toString();
        return new EvaluatedAgent(name, run, load.apply(conf).scenario());
    }

    /** Whether it has synapses. */
    boolean learns() {
        return !name.equals(ORACLE) && !name.equals(RANDOM);
    }

    /**
     * {@code task} with this agent in it: environment, bridge and run are the task's, encoder, network,
     * plasticity and decoder those that the agent was trained with.
     */
    Scenario in(Scenario task) {
        if (trained == null) {
            return task;
        }
        String learned = trained.environment().task().name();
        String asked = task.environment().task().name();
        if (!learned.equals(asked)) {
            throw new BadInput(
                    "%s was trained on the task %s, but %s is the task %s."
                            .formatted(name, learned, task.name(), asked));
        }
        if (trained.bridge().step() != task.bridge().step()) {
            throw new BadInput(
                    "%s was trained with bridge.step = %s ms, but %s has %s ms."
                            .formatted(
                                    name,
                                    trained.bridge().step(),
                                    task.name(),
                                    task.bridge().step()));
        }
        return new Scenario(
                task.name(),
                task.environment(),
                trained.encoders(),
                trained.network(),
                trained.plasticity(),
                trained.decoders(),
                task.bridge(),
                task.interventions(),
                task.run(),
                task.recording());
    }

    /** Measures it in the scenario that {@link #in} gave. */
    EvaluationResult measure(Evaluator evaluator, boolean learning) throws IOException {
        if (run != null) {
            return trained(evaluator, run.resolve(AGENT), learning);
        }
        return switch (name) {
            case ORACLE -> evaluator.oracle();
            case RANDOM -> evaluator.random();
            default -> evaluator.untrained(learning);
        };
    }

    private static EvaluationResult trained(Evaluator evaluator, Path agent, boolean learning)
            throws IOException {
        try {
            return evaluator.trained(agent, learning);
        } catch (RefusedException sentence) {
            throw sentence;
        } catch (IOException misfit) {
            throw new BadInput(agent + " does not fit this scenario: " + misfit.getMessage() + ".");
        }
    }

    private static Path folder(String name) {
        try {
            Path folder = Path.of(name);
            if (!name.isBlank() && Files.isDirectory(folder)) {
                return folder;
            }
        } catch (InvalidPathException e) {
            // Complained of below, like a folder that is not there.
        }
        throw new BadInput(
                "There is no agent "
                        + name
                        + ": write oracle, random, untrained, or the directory of a run."
                        + near(name));
    }

    private static String near(String name) {
        List<String> known = new ArrayList<>(BASELINES);
        try (Stream<Path> runs = Files.list(Path.of("runs"))) {
            runs.map(run -> "runs/" + run.getFileName()).sorted().forEach(known::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            // No runs here: nothing to propose from them.
        }
        List<String> near = NearMiss.of(name, known);
        return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }
}
