package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sporeloop.results.RefusedException;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.reproduce.Bench;
import sporeloop.scenarios.reproduce.Study;

/** Runs a study: all experiments behind a page of published results. */
@Command(
        name = "reproduce",
        description = {
            "Runs the experiments of a study and writes its tables, figures and page.",
            "A study that was stopped goes on where it was: finished trials are not run again.",
            "",
            "Examples:",
            "  sporeloop reproduce kaiser2019 --quick --out kaiser",
            "  sporeloop reproduce kaiser2019 --only ablations,compensation",
            "  sporeloop reproduce plasticity-family",
            ""
        },
        mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "STUDY", description = "Which study: kaiser2019, plasticity-family")
    private String name = "";

    @Option(names = "--quick", description = "Fewer seeds and shorter runs: minutes, not hours.")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description = "Parts of the study, the page has no others. Unless given: all.")
    private List<String> only = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder of the results. Unless given: results/published/STUDY, or"
                            + " runs/reproduce-STUDY-quick/results with --quick.")
    private @Nullable Path out;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Folder of the trials. Unless given: runs/reproduce-STUDY[-quick].")
    private @Nullable Path work;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "Trials at once. Unless given: the number of processors.")
    private int parallel = Runtime.getRuntime().availableProcessors();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Study study =
                Study.ALL.stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new BadInput(
                                                "There is no study %s. There are: %s."
                                                        .formatted(name, names())));
        for (String part : only) {
            if (!study.parts().contains(part)) {
                throw new BadInput(
                        "--only %s, but the parts of %s are: %s."
                                .formatted(part, name, String.join(", ", study.parts())));
            }
        }
        if (parallel < 1) {
            throw new BadInput("--parallel " + parallel + ", but must be ≥ 1.");
        }
        String folder = "reproduce-" + name + (quick ? "-quick" : "");
        Path trials = work == null ? Path.of("runs", folder) : work;
        Path results = quick ? trials.resolve("results") : Path.of("results", "published", name);
        SweepProgress progress =
                new SweepProgress(
                        err,
                        Terminal.ofStandardError(),
                        spec.commandLine().getOut(),
                        false,
                        parallel);
        try {
            study.run(
                    new Bench(
                            trials,
                            out == null ? results : out,
                            quick,
                            Set.copyOf(only.isEmpty() ? study.parts() : only),
                            UnaryOperator.identity(),
                            parallel,
                            progress,
                            line -> {
                                err.println(line);
                                err.flush();
                            }));
        } catch (RefusedException e) {
            err.println(e.getMessage());
            return Exit.FAILED;
        }
        return Exit.DONE;
    }

    private static String names() {
        return Study.ALL.stream().map(Study::name).collect(Collectors.joining(", "));
    }
}
