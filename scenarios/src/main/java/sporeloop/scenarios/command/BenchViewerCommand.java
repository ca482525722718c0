package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.training.Audience;
import sporeloop.scenarios.training.Performance;
import sporeloop.scenarios.training.ViewerBenchmark;
import sporeloop.scenarios.watch.ViewerProcess;

/** Measures how fast the window draws, and what being watched costs a training. */
@Command(
        name = "viewer",
        description = {
            "Opens the window, lets the simulation run in real time and counts the frames; then trains",
            "as fast as it can with the window and without, in turns. Needs a display, or xvfb-run.",
            ""
        },
        mixinStandardHelpOptions = true)
final class BenchViewerCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description = "a shipped scenario, or a file; reaching unless given")
    private String scenario = "reaching";

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Width and height of the window. Default: ${DEFAULT-VALUE}")
    private String size = "1280x720";

    @Option(
            names = "--frames",
            paramLabel = "N",
            description = "Frames to draw in real time. Default: ${DEFAULT-VALUE}")
    private int frames = 900;

    @Spec private CommandSpec spec = CommandSpec.create();
    private volatile boolean gone;

    @Override
    public Integer call() throws IOException, InterruptedException {
        WatchCommand.checkSize(size);
        Scenario chosen = ScenarioFile.load(scenario, List.of(), Providers.ours()).scenario();
        PrintWriter out = spec.commandLine().getOut();
        CompletableFuture<String[]> drew = new CompletableFuture<>();
        try (ViewerProcess window = open("1", frames)) {
            Audience audience = new Audience(window.pipe(), 1);
            String renderer = window.ready(audience::obey);
            if (renderer == null) { // it has said why
                return Exit.BAD_INPUT;
            }
            window.listen(
                    line -> {
                        audience.obey(line);
                        if (line.startsWith("drew ")) {
                            drew.complete(line.split(" ", -1));
                        }
                    },
                    () -> {
                        gone = true;
                        drew.complete(new String[0]);
                        audience.leave();
                    });
            out.printf("drawn by              %s, %s%n", renderer, size);
            Performance.untrained(chosen, true).show(audience, Double.MAX_VALUE, () -> gone);
        }
        String[] words = drew.join();
        if (words.length < 5) {
            return Exit.FAILED;
        }
        out.printf(
                Locale.ROOT,
                "in real time          %.1f frames/s (at most 60); a frame takes %.1f ms, and %.1f ms of"
                        + " processor time%n",
                Integer.parseInt(words[1]) / Double.parseDouble(words[2]),
                1000 * Double.parseDouble(words[3]),
                1000 * Double.parseDouble(words[4]));
        out.flush();
        return training(chosen, out);
    }

    private int training(Scenario chosen, PrintWriter out) throws IOException {
        try (ViewerProcess window = open("max", Integer.MAX_VALUE)) {
            Audience audience = new Audience(window.pipe(), Double.POSITIVE_INFINITY);
            if (window.ready(audience::obey) == null) {
                return Exit.BAD_INPUT;
            }
            window.listen(audience::obey, audience::leave);
            ViewerBenchmark.Result result = ViewerBenchmark.measure(chosen, audience);
            out.printf(
                    Locale.ROOT,
                    "as fast as it can     %.0f x real time watched, %.0f x without: %+.1f %%%n"
                            + "the agents' bytes     %s%n",
                    result.watched(),
                    result.alone(),
                    100 * result.slowDown(),
                    result.same() ? "the same" : "differ");
            return result.same() ? Exit.DONE : Exit.FAILED;
        }
    }

    private ViewerProcess open(String speed, int most) throws IOException {
        return ViewerProcess.start(
                List.of("window", "--speed", speed, "--size", size, "--frames", "" + most));
    }
}
