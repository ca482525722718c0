package sporeloop.scenarios.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sporeloop.results.NumberText;
import sporeloop.results.RefusedException;
import sporeloop.results.file.AtomicFile;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.picture.Glimpse;
import sporeloop.scenarios.picture.Picture;
import sporeloop.scenarios.training.Evaluator;

/** Draws a scenario's body and what it senses at one moment. */
@Command(
        name = "picture",
        description = {
            "Draws the body of a scenario and what it senses at one moment: the scene, with a scale if",
            "its metres mean something; beside it the events of its camera in the last 200 ms, or its",
            "observation.",
            ""
        },
        mixinStandardHelpOptions = true)
final class PictureCommand implements Callable<Integer> {
    private static final Pattern SIZE =
            Pattern.compile("([2-9]\\d{2}|\\d{4})x([2-9]\\d{2}|\\d{4})");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,6})?) ?m");

    @Mixin private ScenarioArguments arguments = new ScenarioArguments();

    @Option(
            names = "--out",
            paramLabel = "FILE.png",
            required = true,
            description = "The picture to write.")
    private String out = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Simulated time of the picture. Default: ${DEFAULT-VALUE}")
    private String at = "12s"; // a whole number of the intervals in use: 15, 20, 25, 30 ms

    @Option(
            names = "--agent",
            paramLabel = "WHO",
            description =
                    "oracle, random, untrained, or the directory of a run. Default: ${DEFAULT-VALUE}")
    private String agent = EvaluatedAgent.ORACLE;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Width and height in pixels. Default: ${DEFAULT-VALUE}")
    private String size = "900x600";

    @Option(
            names = "--close-up",
            paramLabel = "LENGTH",
            description =
                    "Show only this width around the body, as in 3m. Default: the whole scene")
    private String closeUp = "";

    @Override
    public Integer call() throws IOException {
        Matcher pixels = SIZE.matcher(size);
        if (!pixels.matches()) {
            throw new BadInput(
                    "--size "
                            + size
                            + ", but it must be like 900x600, each side 200 … 9999 pixels.");
        }
        double metres = metres();
        Path file = file();
        List<Assignment> more = new ArrayList<>();
        more.add(new Assignment("--at", "run.duration", at));
        Scenario task = arguments.load(more).scenario();
        EvaluatedAgent who =
                EvaluatedAgent.of(agent, path -> arguments.load(path, List.of(), more));
        Scenario scenario = who.in(task);
        Glimpse glimpse = new Glimpse(scenario.run().duration());
        who.measure(new Evaluator(scenario, glimpse), false);
        Picture picture =
                new Picture(
                        Integer.parseInt(pixels.group(1)),
                        Integer.parseInt(pixels.group(2)),
                        String.join(
                                " · ",
                                scenario.name(),
                                agent,
                                "seed " + scenario.run().seed(),
                                "at " + NumberText.of(scenario.run().duration()) + " s"),
                        metres);
        write(file, picture, glimpse);
        return Exit.DONE;
    }

    private double metres() {
        if (closeUp.isEmpty()) {
            return 0;
        }
        Matcher length = LENGTH.matcher(closeUp);
        if (!length.matches() || Double.parseDouble(length.group(1)) == 0) {
            throw new BadInput("--close-up " + closeUp + ", but it must be a width like 3m.");
        }
        return Double.parseDouble(length.group(1));
    }

    private Path file() {
        if (!out.endsWith(".png")) {
            throw new BadInput("--out " + out + ", but a picture's name must end in .png.");
        }
        try {
            return Path.of(out);
        } catch (InvalidPathException e) {
            throw new BadInput("--out " + out + " is no name of a file.");
        }
    }

    private static void write(Path file, Picture picture, Glimpse glimpse) throws IOException {
        byte[] png;
        try {
            png = picture.png(glimpse);
        } catch (LinkageError | InternalError noFonts) {
            throw new BadInput(
                    "No picture can be drawn: Java finds no fonts here. Install fontconfig and a font.");
        }
        try {
            AtomicFile.write(file, ByteBuffer.wrap(png));
        } catch (IOException failure) {
            throw new BadInput("Cannot write " + file + ": " + RefusedException.why(failure) + ".");
        }
    }
}
