package sporeloop.scenarios.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sporeloop.spore.benchmark.PlasticityBenchmark;
import sporeloop.spore.benchmark.PlasticityBenchmark.Figure;
import sporeloop.spore.benchmark.PlasticityBenchmark.Setting;

/** Measures the engine against the per-step reference, for several sizes of network. */
@Command(
        name = "plasticity",
        description = {
            "Times networks of plastic synapses, 10 a pair, whose inputs fire at 10 Hz.",
            "",
            "Each size with all synapses active and with most of them retracted: times real time of"
                    + " the engine and of the per-step reference, their ratio, the engine's time a"
                    + " synapse and weight update, and the time to build the network. Takes less"
                    + " than 50 s.",
            ""
        },
        mixinStandardHelpOptions = true)
final class BenchPlasticityCommand implements Callable<Integer> {
    private static final int[][] SIZES = {{64, 8}, {256, 8}, {256, 64}, {256, 256}, {512, 512}};
    private static final int MANY_SYNAPSES = 500_000;
    private static final double ENGINE_SECONDS = 1.4;
    private static final double REFERENCE_SECONDS = 0.4;

    /** After so long, references are left out so that the whole stays below 50 s. */
    private static final double PATIENCE = 30;

    @Option(names = "--json", description = "Print a JSON array instead of the table.")
    private boolean json;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final List<String> objects = new ArrayList<>();
    private final long begin = System.nanoTime();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println(
                    "synapses  state      threads      engine   reference    ratio   ns/update  build");
        }
        for (int[] size : SIZES) {
            for (boolean active : new boolean[] {true, false}) {
                measure(size[0], size[1], active, out);
            }
        }
        if (json) {
            out.println("[\n" + String.join(",\n", objects) + "\n]");
        }
        return Exit.DONE;
    }

    private void measure(int inputs, int outputs, boolean active, PrintWriter out) {
        Setting alone = new Setting(inputs, outputs, active, 1);
        double reference =
                (System.nanoTime() - begin) * 1e-9 < PATIENCE
                        ? PlasticityBenchmark.reference(alone, REFERENCE_SECONDS)
                        : Double.NaN;
        show(PlasticityBenchmark.engine(alone, ENGINE_SECONDS, reference), out);
        if (alone.synapses() > MANY_SYNAPSES && Runtime.getRuntime().availableProcessors() > 1) {
            Setting shared = new Setting(inputs, outputs, active, 2);
            show(PlasticityBenchmark.engine(shared, ENGINE_SECONDS, reference), out);
        }
    }

    private void show(Figure figure, PrintWriter out) {
        Setting setting = figure.setting();
        String state = setting.active() ? "active" : "retracted";
        if (json) {
            objects.add(
                    String.format(
                            Locale.ROOT,
                            "  {\"synapses\": %d, \"pairs\": %d, \"state\": \"%s\", \"threads\":"
                                    + " %d, \"real_time_factor\": %.2f,"
                                    + " \"reference_real_time_factor\": %s, \"ratio\": %s,"
                                    + " \"ns_per_synapse_update\": %.3f, \"build_seconds\": %.3f}",
                            setting.synapses(),
                            setting.inputs() * setting.outputs(),
                            state,
                            setting.threads(),
                            figure.realTimeFactor(),
                            number(figure.referenceRealTimeFactor(), "null"),
                            number(figure.ratio(), "null"),
                            figure.nanosecondsPerSynapseUpdate(),
                            figure.buildSeconds()));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%8d  %-9s  %7d  %8.1f x  %8s x  %7s  %7.2f ns  %5.2f s%n",
                setting.synapses(),
                state,
                setting.threads(),
                figure.realTimeFactor(),
                number(figure.referenceRealTimeFactor(), "-"),
                number(figure.ratio(), "-"),
                figure.nanosecondsPerSynapseUpdate(),
                figure.buildSeconds());
        out.flush();
    }

    private static String number(double value, String none) {
        return Double.isNaN(value) ? none : String.format(Locale.ROOT, "%.2f", value);
    }
}
