package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sporeloop.results.NumberText;
import sporeloop.results.run.Summary;
import sporeloop.results.statistics.Interval;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.training.EvaluationResult;
import sporeloop.scenarios.training.Evaluator;

/** Measures an agent or a baseline in a scenario, and prints its figures with their intervals. */
@Command(
        name = "evaluate",
        description = {
            "Measures how well an agent does in a scenario: an oracle that sees the true state,",
            "random spikes, the untrained network, or what a training left. All of them act through",
            "the same bridge and delays. Each figure has a 95 %% interval, bootstrapped over windows",
            "of one minute of simulated time.",
            ""
        },
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    /** Whether the agent goes on learning while it is measured. */
    enum Learning {
        ON,
        OFF
    }

    @Mixin private ScenarioArguments arguments = new ScenarioArguments();

    @Option(
            names = "--agent",
            paramLabel = "WHO",
            description =
                    "oracle, random, untrained, or the directory of a run, whose encoder, network and"
                            + " decoder are then taken. Default: ${DEFAULT-VALUE}")
    private String agent = EvaluatedAgent.UNTRAINED;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "Simulated time to measure. Default: 10min")
    private String duration = "";

    @Option(names = "--seed", paramLabel = "N", description = "Decides all that is random.")
    private String seed = "";

    @Option(
            names = "--learning",
            paramLabel = "on|off",
            description = "Whether the agent goes on learning. Default: off")
    private Learning learning = Learning.OFF;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<Assignment> first = List.of(new Assignment("--duration", "run.duration", "10min"));
        List<Assignment> more = new ArrayList<>();
        if (!duration.isEmpty()) {
            more.add(new Assignment("--duration", "run.duration", duration));
        }
        if (!seed.isEmpty()) {
            more.add(new Assignment("--seed", "run.seed", seed));
        }
        ScenarioFile file = arguments.load(first, more);
        EvaluatedAgent who = EvaluatedAgent.of(agent, path -> arguments.load(path, first, more));
        Scenario scenario = who.in(file.scenario());
        EvaluationResult result = measure(scenario, who);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(summary(scenario, result));
        } else {
            table(out, scenario, result);
        }
        return Exit.DONE;
    }

    private EvaluationResult measure(Scenario scenario, EvaluatedAgent who) throws IOException {
        boolean on = learning == Learning.ON;
        if (on && !who.learns()) {
            throw new BadInput("--learning on, but " + agent + " has nothing that could learn.");
        }
        return who.measure(new Evaluator(scenario), on);
    }

    private String summary(Scenario scenario, EvaluationResult result) {
        Summary summary =
                new Summary()
                        .put("scenario", scenario.name())
                        .put("agent", agent)
                        .put("seed", scenario.run().seed())
                        .put("sim_time_s", result.seconds());
        for (Map.Entry<String, Interval> figure : result.figures().entrySet()) {
            summary.put(figure.getKey(), figure.getValue().estimate())
                    .put(figure.getKey() + "_ci95_low", figure.getValue().low())
                    .put(figure.getKey() + "_ci95_high", figure.getValue().high());
        }
        return summary.json();
    }

    private void table(PrintWriter out, Scenario scenario, EvaluationResult result) {
        out.println(
                String.join(
                        " · ",
                        scenario.name(),
                        agent,
                        "seed " + scenario.run().seed(),
                        ProgressLine.time(result.seconds()) + " simulated",
                        "learning " + learning.name().toLowerCase(Locale.ROOT)));
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"", "", "95 % interval", ""});
        result.figures()
                .forEach(
                        (name, value) ->
                                rows.add(
                                        new String[] {
                                            name,
                                            number(value.estimate()),
                                            Double.isNaN(value.low())
                                                    ? "–"
                                                    : number(value.low())
                                                            + " … "
                                                            + number(value.high()),
                                            result.unit(name)
                                        }));
        new Columns(rows).print(out);
    }

    /** Four digits; {@code –} for what is not known. */
    private static String number(double value) {
        return Double.isFinite(value)
                ? NumberText.of(Double.parseDouble(String.format(Locale.ROOT, "%.4g", value)))
                : "–";
    }
}
