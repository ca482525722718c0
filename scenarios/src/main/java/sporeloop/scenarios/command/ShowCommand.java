package sporeloop.scenarios.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.file.Setting;

/** Prints each key of a scenario: value with unit, default, origin; then grids and sizes. */
@Command(
        name = "show",
        description = {
            "Shows every key of a scenario with its value, default and origin.",
            "Then the four grids of time and the size of the network."
        },
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Mixin private ScenarioArguments arguments = new ScenarioArguments();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ScenarioFile file = arguments.load(List.of());
        Sizes sizes = Sizes.of(file.scenario());
        PrintWriter out = spec.commandLine().getOut();
        int key = width(file.settings().stream().map(Setting::path).toList(), 3);
        int value = width(file.settings().stream().map(Setting::value).toList(), 5);
        int standard = width(file.settings().stream().map(Setting::standard).toList(), 7);
        row(out, "key", key, "value", value, "default", standard, "from");
        for (Setting each : file.settings()) {
            row(
                    out,
                    each.path(),
                    key,
                    each.value(),
                    value,
                    each.standard(),
                    standard,
                    each.origin());
        }
        out.println();
        out.println("time      " + file.scenario().grid().describe());
        out.println(
                "neurons   "
                        + sizes.neurons()
                        + ", driven by "
                        + sizes.sources()
                        + " of the encoders");
        out.println("synapses  " + sizes.synapses());
        return Exit.DONE;
    }

    private static int width(List<String> column, int least) {
        return column.stream().mapToInt(String::length).filter(w -> w <= 56).max().orElse(least);
    }

    private static void row(
            PrintWriter out,
            String a,
            int aWidth,
            String b,
            int bWidth,
            String c,
            int cWidth,
            String d) {
        out.println((pad(a, aWidth) + pad(b, bWidth) + pad(c, cWidth) + d).stripTrailing());
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()) + 2);
    }
}
