package sporeloop.scenarios.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sporeloop.environments.EnvironmentBenchmark;
import sporeloop.environments.Timing;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;

/** Times the environment of each shipped scenario alone, without a brain. */
@Command(
        name = "environments",
        description = {
            "Times the environment of each shipped scenario alone, without a brain, under random",
            "commands: simulated seconds in a second of one core, and where that core's time goes."
        },
        mixinStandardHelpOptions = true)
final class BenchEnvironmentsCommand implements Callable<Integer> {
    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "processor time to warm up, and to measure, each (default: 3)")
    private double seconds = 3;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%-18s %11s %9s %9s %8s %7s %6s%n",
                "scenario", "x real time", "events/s", "resets/min", "physics", "camera", "task");
        for (String name : names()) {
            Scenario scenario = ScenarioFile.load(name).scenario();
            Timing timing = scenario.grid().timing();
            EnvironmentBenchmark.Result result =
                    EnvironmentBenchmark.measure(
                            scenario.environment().create(timing), timing, seconds);
            double rest = 1 - result.physicsShare() - result.cameraShare();
            out.printf(
                    Locale.ROOT,
                    "%-18s %11.0f %9.0f %9.1f %7.0f%% %6.0f%% %5.0f%%%n",
                    name,
                    result.realTimeFactor(),
                    result.eventsPerSecond(),
                    result.resetsPerMinute(),
                    100 * result.physicsShare(),
                    100 * result.cameraShare(),
                    100 * rest);
            out.flush();
        }
        return Exit.DONE;
    }

    private static List<String> names() {
        return Providers.ours().scenarios().names();
    }
}
