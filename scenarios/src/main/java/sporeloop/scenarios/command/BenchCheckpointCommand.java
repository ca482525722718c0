package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.training.CheckpointBenchmark;

/** Measures what a checkpoint costs. */
@Command(
        name = "checkpoint",
        description = {
            "Times checkpoints of reaching, with its 20,480 synapses and with a million.",
            "",
            "A line each size: bytes of the file; how long the loop stands still; how long compressing,"
                    + " writing and forcing it to the disk take while it goes on; how long reading it"
                    + " back takes. Medians, and those of the processor time.",
            ""
        },
        mixinStandardHelpOptions = true)
final class BenchCheckpointCommand implements Callable<Integer> {
    /** 256 inputs with ten synapses each to so many motor neurons. */
    private static final List<Integer> MOTOR_NEURONS = List.of(8, 391);

    @Option(names = "--json", description = "Print a JSON array instead of the table.")
    private boolean json;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where to write; its disk is what is measured. Unless given: here.")
    private Path folder = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println(
                    "synapses      bytes    standing still (cpu)        writing (cpu)      reading");
        }
        List<String> objects = new ArrayList<>();
        for (int neurons : MOTOR_NEURONS) {
            CheckpointBenchmark.Result result =
                    CheckpointBenchmark.measure(load(neurons), folder.toAbsolutePath());
            if (json) {
                objects.add(json(result));
            } else {
                out.printf(
                        Locale.ROOT,
                        "%8d  %9d  %9.2f ms (%7.2f)  %8.2f ms (%7.2f)  %8.2f ms%n",
                        result.synapses(),
                        result.bytes(),
                        result.standingMs(),
                        result.standingCpuMs(),
                        result.writingMs(),
                        result.writingCpuMs(),
                        result.readingMs());
                out.flush();
            }
        }
        if (json) {
            out.println("[\n" + String.join(",\n", objects) + "\n]");
        }
        return Exit.DONE;
    }

    private static Scenario load(int neurons) {
        String size = Integer.toString(neurons);
        return ScenarioFile.load(
                        "reaching",
                        List.of(Assignment.set("network.populations.motor.size=" + size)),
                        Providers.ours())
                .scenario();
    }

    private static String json(CheckpointBenchmark.Result result) {
        return String.format(
                Locale.ROOT,
                "  {\"synapses\": %d, \"bytes\": %d, \"standing_still_ms\": %.3f,"
                        + " \"standing_still_cpu_ms\": %.3f, \"writing_ms\": %.3f,"
                        + " \"writing_cpu_ms\": %.3f, \"reading_ms\": %.3f}",
                result.synapses(),
                result.bytes(),
                result.standingMs(),
                result.standingCpuMs(),
                result.writingMs(),
                result.writingCpuMs(),
                result.readingMs());
    }
}
