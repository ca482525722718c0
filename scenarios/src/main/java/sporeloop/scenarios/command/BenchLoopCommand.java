package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.training.LoopBenchmark;

/** Measures what the actors cost against a plain loop, for several exchange intervals. */
@Command(
        name = "loop",
        description = {
            "Times the closed loop in actors, in a plain loop in one thread, and in actors that are",
            "recorded, in turns.",
            "",
            "A line each exchange interval: times real time in actors and plain, what the actors cost,"
                    + " and what recording costs on top.",
            ""
        },
        mixinStandardHelpOptions = true)
final class BenchLoopCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description = "a shipped scenario, or a file; reaching unless given")
    private String scenario = "reaching";

    @Option(
            names = "--exchange",
            split = ",",
            paramLabel = "TIME",
            description = "exchange intervals to measure: 1ms,5ms,20ms,100ms unless given")
    private List<String> intervals = List.of("1ms", "5ms", "20ms", "100ms");

    @Option(names = "--json", description = "Print a JSON array instead of the table.")
    private boolean json;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println("exchange   actors   plain loop   overhead   recording");
        }
        List<String> objects = new ArrayList<>();
        for (String interval : intervals) {
            LoopBenchmark.Result result = LoopBenchmark.measure(load(interval));
            if (json) {
                objects.add(json(result));
            } else {
                out.printf(
                        Locale.ROOT,
                        "%5.0f ms %6.0f x     %6.0f x   %+6.1f %%    %+6.1f %%%n",
                        result.exchangeMs(),
                        result.actors(),
                        result.plain(),
                        100 * result.overhead(),
                        100 * result.recording());
                out.flush();
            }
        }
        if (json) {
            out.println("[\n" + String.join(",\n", objects) + "\n]");
        }
        return Exit.DONE;
    }

    private Scenario load(String interval) {
        return ScenarioFile.load(
                        scenario,
                        List.of(new Assignment("--exchange", "bridge.exchange-interval", interval)),
                        Providers.ours())
                .scenario();
    }

    private static String json(LoopBenchmark.Result result) {
        return String.format(
                Locale.ROOT,
                "  {\"exchange_ms\": %s, \"actors_real_time_factor\": %.1f,"
                        + " \"plain_real_time_factor\": %.1f, \"overhead\": %.4f,"
                        + " \"recording_overhead\": %.4f}",
                result.exchangeMs(),
                result.actors(),
                result.plain(),
                result.overhead(),
                result.recording());
    }
}
