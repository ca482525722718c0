package sporeloop.scenarios.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sporeloop.environments.Metric;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.training.LoopFigure;

/** Lists the scenarios that come ready, or what is measured in each. */
@Command(
        name = "list",
        description = "Lists the scenarios that come with the program and with plug-ins.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Option(
            names = "--metrics",
            description = "Say what is measured in each: figure, unit, what is good, definition.")
    private boolean metrics;

    @Mixin private PlugInArguments plugIns = new PlugInArguments();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Providers providers = plugIns.providers();
        List<String[]> rows = new ArrayList<>();
        for (String name : providers.scenarios().names()) {
            if (metrics) {
                rows.add(new String[] {name});
                addMetrics(rows, ScenarioFile.load(name, List.of(), providers).scenario());
                rows.add(new String[] {""});
            } else {
                rows.add(new String[] {name, providers.scenarios().meaning(name)});
            }
        }
        if (metrics) {
            rows.add(new String[] {"every scenario"});
            for (LoopFigure figure : LoopFigure.values()) {
                rows.add(row(figure.column(), figure.unit(), "", figure.meaning()));
            }
        }
        new Columns(rows).print(out);
        return Exit.DONE;
    }

    private static void addMetrics(List<String[]> rows, Scenario scenario) {
        for (Metric metric :
                scenario.environment().create(scenario.grid().timing()).spec().metrics()) {
            String good = metric.higherIsBetter() ? "more is better" : "less is better";
            rows.add(row(metric.name(), metric.unit(), good, metric.meaning()));
        }
    }

    private static String[] row(String name, String unit, String good, String meaning) {
        return new String[] {"  " + name, unit, good, meaning};
    }
}
