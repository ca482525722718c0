package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sporeloop.results.run.Manifest;
import sporeloop.results.run.RunDirectory;
import sporeloop.scenarios.Build;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.training.Audience;
import sporeloop.scenarios.training.RunEnd;
import sporeloop.scenarios.training.Trainer;
import sporeloop.scenarios.training.TrainingResult;
import sporeloop.scenarios.watch.ViewerProcess;

/** Trains, or shows what was trained, in a window. */
@Command(
        name = "watch",
        description = {
            "Opens a window with the body and its brain. A scenario is trained while one looks on, and",
            "leaves a folder as train does; of a run its trained agent is seen in its body; a recording",
            "(.spr) is played, with a time line. ? shows the keys.",
            "",
            "Examples:",
            "  sporeloop watch reaching --speed 10",
            "  sporeloop watch runs/reaching-1-20261101-120000",
            ""
        },
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    private static final Pattern SIZE =
            Pattern.compile("([3-9]\\d{2}|[1-7]\\d{3})x([2-9]\\d{2}|[1-4]\\d{3})");
    private static final Path RUNS = Path.of("runs");
    private static final double ENDLESS = 1e6; // [s]

    @Mixin private ScenarioArguments arguments = new ScenarioArguments();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides all that is random. Unless given: the scenario's.")
    private @Nullable String seed;

    @Option(
            names = "--speed",
            paramLabel = "X|max",
            description = "Simulated time over wall time: 0.25 to 64, or max. Default: 1")
    private String speed = "1";

    @Option(
            names = "--learning",
            paramLabel = "on|off",
            description = "Whether a run's agent goes on learning. Default: off")
    private EvaluateCommand.Learning learning = EvaluateCommand.Learning.OFF;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Width and height of the window. Default: ${DEFAULT-VALUE}")
    private String size = "1280x720";

    @Option(names = "--frames", hidden = true, paramLabel = "N", description = "Close after these.")
    private long frames = Long.MAX_VALUE;

    @Spec private CommandSpec spec = CommandSpec.create();
    private volatile boolean gone;
    private volatile boolean training;

    @Override
    public Integer call() throws IOException, InterruptedException {
        double factor = factor();
        checkSize(size);
        Cast cast = Cast.of(arguments.name(), arguments, seeds(seed));
        Path recording = cast.recording();
        if (recording != null) {
            try (ViewerProcess window = open("--file", recording.toAbsolutePath().toString())) {
                window.listen(line -> {}, () -> {});
                return window.await() == 0 ? Exit.DONE : Exit.BAD_INPUT;
            }
        }
        try (ViewerProcess window = open()) {
            Audience audience = new Audience(window.pipe(), factor);
            if (window.ready(audience::obey) == null) { // it has said why
                return Exit.BAD_INPUT;
            }
            window.listen(
                    line -> heard(line, audience),
                    () -> {
                        gone = true;
                        if (training) {
                            spec.commandLine()
                                    .getErr()
                                    .println("The window is gone. The run goes on without it.");
                        }
                        audience.leave();
                    });
            return cast.run() == null ? train(audience) : show(cast, audience);
        }
    }

    /** Refuses a size that a window can't have. */
    static void checkSize(String size) {
        if (!SIZE.matcher(size).matches()) {
            throw new BadInput(
                    "--size "
                            + size
                            + ", but it must be like 1280x720, from 300x200 to 7999x4999.");
        }
    }

    private void heard(String line, Audience audience) {
        audience.obey(line);
        String[] words = line.split(" ", -1);
        if (words.length == 5 && words[0].equals("drew") && frames < Long.MAX_VALUE) {
            spec.commandLine()
                    .getOut()
                    .println(words[1] + " frames in " + words[2] + " s, " + words[3] + " s each");
        }
    }

    private ViewerProcess open(String... more) throws IOException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "window",
                                "--speed",
                                speed,
                                "--size",
                                size,
                                "--frames",
                                "" + frames));
        words.addAll(List.of(more));
        return ViewerProcess.start(words);
    }

    private double factor() {
        if (speed.equals("max")) {
            return Double.POSITIVE_INFINITY;
        }
        if (!speed.matches("\\d{1,2}(\\.\\d{1,4})?")
                || Double.parseDouble(speed) < 0.25
                || Double.parseDouble(speed) > 64) {
            throw new BadInput("--speed " + speed + ", but it must be 0.25 to 64, or max.");
        }
        return Double.parseDouble(speed);
    }

    private static List<Assignment> seeds(@Nullable String wanted) {
        return wanted == null ? List.of() : List.of(new Assignment("--seed", "run.seed", wanted));
    }

    private int show(Cast cast, Audience audience) throws IOException, InterruptedException {
        boolean on = learning == EvaluateCommand.Learning.ON;
        do {
            cast.performance("", on).show(audience, ENDLESS, () -> gone);
        } while (!gone && audience.wantsAnew());
        return Exit.DONE;
    }

    /** One run after the other, as often as hands want the next seed. */
    private int train(Audience audience) throws IOException {
        String next = seed;
        while (true) {
            ScenarioFile file = arguments.load(seeds(next));
            Scenario scenario = file.scenario();
            RunEnd end = train(file, audience);
            boolean anew = audience.wantsAnew() && !gone;
            if (!anew) {
                waitForWindow();
                return end == RunEnd.FAILED ? Exit.FAILED : Exit.DONE;
            }
            next = Long.toString(scenario.run().seed() + 1);
        }
    }

    private void waitForWindow() {
        while (!gone) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private RunEnd train(ScenarioFile file, Audience audience) throws IOException {
        Scenario scenario = file.scenario();
        Trainer trainer;
        try {
            trainer = new Trainer(scenario);
        } catch (IllegalArgumentException e) {
            throw new BadInput(scenario.name() + ": " + e.getMessage());
        }
        trainer.watch(audience);
        audience.whenAnew(trainer::stop);
        Manifest manifest =
                Manifest.starting(
                                "sporeloop " + Build.version(),
                                Build.commit(),
                                scenario.name(),
                                scenario.run().seed(),
                                spec.root().commandLine().getParseResult().originalArgs())
                        .of(file.text());
        try (RunDirectory directory =
                RunDirectory.create(
                        RUNS,
                        scenario.name(),
                        scenario.run().seed(),
                        LocalDateTime.now(ZoneId.systemDefault()))) {
            directory.write(directory.scenario(), file.text());
            PrintWriter err = spec.commandLine().getErr();
            Report report =
                    new Report(
                            scenario,
                            directory,
                            manifest,
                            err,
                            Terminal.ofStandardError(),
                            false,
                            null);
            training = true;
            TrainingResult result = trainer.run(directory, report);
            training = false;
            return result.end();
        }
    }
}
