package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sporeloop.results.NumberText;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.training.Performance;
import sporeloop.scenarios.watch.ViewerProcess;

/** Makes films and pictures of body and brain, without a display. */
@Command(
        name = "render",
        description = {
            "Makes a film (.gif, .mp4) or a picture (.png) of body and brain, on a machine without",
            "display and graphics card. A scenario is trained up to --from, then filmed; of a run its",
            "trained agent is; a recording is filmed as it is.",
            "",
            "Examples:",
            "  sporeloop render reaching --from 1h --for 20s --out film.gif",
            "  sporeloop render runs/reaching-1-20261101-120000 --out after.png --from 30s",
            ""
        },
        mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
    private static final List<String> ENDINGS = List.of(".gif", ".mp4", ".png");

    /** Theme of a film. */
    enum Theme {
        DARK,
        LIGHT
    }

    @Mixin private ScenarioArguments arguments = new ScenarioArguments();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The film or picture to write: .gif, .mp4 (needs ffmpeg) or .png.")
    private String out = "";

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Simulated time of the first frame. Default: 10s")
    private String from = "10s";

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "Simulated time that is filmed. Default: ${DEFAULT-VALUE}")
    private String length = "10s";

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "Simulated time over the film's. Default: ${DEFAULT-VALUE}")
    private double speed = 1;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Frames a second. Default: 25, of a GIF 12")
    private int rate;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Width and height in pixels. Default: ${DEFAULT-VALUE}")
    private String size = "1280x720";

    @Option(
            names = "--agent",
            paramLabel = "WHO",
            description =
                    "oracle, random or untrained, instead of the agent that learns or learned.")
    private String agent = "";

    @Option(
            names = "--learning",
            paramLabel = "on|off",
            description = "Whether a run's agent goes on learning. Default: off")
    private EvaluateCommand.Learning learning = EvaluateCommand.Learning.OFF;

    @Option(
            names = "--theme",
            paramLabel = "dark|light",
            description = "Colours. Default: ${DEFAULT-VALUE}")
    private Theme theme = Theme.DARK;

    @Option(names = "--seed", paramLabel = "N", description = "Decides all that is random.")
    private String seed = "";

    @Option(names = "--quiet", description = "Say nothing unless something goes wrong.")
    private boolean quiet;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        double begin = seconds("--from", from);
        double lasts = out.endsWith(".png") ? 0.04 : seconds("--for", length);
        List<Assignment> more = new ArrayList<>();
        if (!seed.isEmpty()) {
            more.add(new Assignment("--seed", "run.seed", seed));
        }
        Cast cast = Cast.of(arguments.name(), arguments, more);
        Path recording = cast.recording();
        if (recording != null) {
            return draw(viewer(begin, lasts, recording));
        }
        boolean learns = cast.run() == null || learning == EvaluateCommand.Learning.ON;
        Performance performance = cast.performance(agent, learns);
        ViewerProcess viewer = viewer(begin, lasts, null);
        Thread feed =
                new Thread(
                        () -> feed(performance, begin, begin + lasts + 1, viewer.pipe()), "loop");
        feed.setDaemon(true);
        feed.start();
        return draw(viewer);
    }

    private void check() {
        if (ENDINGS.stream().noneMatch(out::endsWith)) {
            throw new BadInput("--out " + out + ", but a name must end in .gif, .mp4 or .png.");
        }
        WatchCommand.checkSize(size);
        if (!(speed >= 0.01 && speed <= 10_000)) {
            throw new BadInput("--speed " + speed + ", but it must be 0.01 to 10000.");
        }
        if (rate < 0 || rate > 120) {
            throw new BadInput("--rate " + rate + ", but it must be 1 to 120 frames a second.");
        }
    }

    private static double seconds(String option, String text) {
        Matcher time = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) ?(ms|s|min|h)").matcher(text);
        if (!time.matches()) {
            throw new BadInput(option + " " + text + ", but it must be a time like 20s or 1h.");
        }
        double number = Double.parseDouble(time.group(1));
        return switch (time.group(2)) {
            case "ms" -> number / 1000;
            case "min" -> number * 60;
            case "h" -> number * 3600;
            default -> number;
        };
    }

    private ViewerProcess viewer(
            double begin, double lasts, @org.jspecify.annotations.Nullable Path recording)
            throws IOException {
        int frames = rate > 0 ? rate : out.endsWith(".gif") ? 12 : 25;
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "film",
                                "--out",
                                Path.of(out).toAbsolutePath().toString(),
                                "--from",
                                NumberText.of(begin),
                                "--for",
                                NumberText.of(lasts),
                                "--speed",
                                NumberText.of(speed),
                                "--rate",
                                "" + frames,
                                "--size",
                                size,
                                "--theme",
                                theme.name().toLowerCase(Locale.ROOT)));
        if (recording != null) {
            words.addAll(List.of("--file", recording.toAbsolutePath().toString()));
        }
        return ViewerProcess.start(words);
    }

    private void feed(Performance performance, double begin, double end, OutputStream pipe) {
        try {
            performance.film(
                    begin,
                    end,
                    pipe,
                    done -> {
                        if (done < begin) {
                            say(
                                    "simulated "
                                            + ProgressLine.time(done)
                                            + " of "
                                            + ProgressLine.time(begin));
                        }
                    });
        } catch (IOException filmed) {
            // The film is whole, or the viewer has said why it is not.
        }
    }

    private int draw(ViewerProcess viewer) throws IOException, InterruptedException {
        try (viewer) {
            for (String line = viewer.line(); line != null; line = viewer.line()) {
                String[] words = line.split(" ", -1);
                if (words.length == 3 && words[0].equals("frame")) {
                    say("frame " + words[1] + " of " + words[2]);
                }
            }
            int code = viewer.await();
            clear();
            if (code == 0 && !quiet) {
                spec.commandLine().getErr().println(out);
            }
            return code == 0 ? Exit.DONE : code == 2 || code == 3 ? Exit.BAD_INPUT : Exit.FAILED;
        }
    }

    private void say(String words) {
        if (!quiet && Terminal.ofStandardError().present()) {
            PrintWriter err = spec.commandLine().getErr();
            err.print("\r\u001b[K" + words);
            err.flush();
        }
    }

    private void clear() {
        say("");
    }
}
