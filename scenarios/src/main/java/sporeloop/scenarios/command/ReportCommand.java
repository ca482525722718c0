package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sporeloop.results.sweep.PointTable;
import sporeloop.results.sweep.SweepDatabase;
import sporeloop.results.sweep.SweepReport;
import sporeloop.scenarios.file.BadInput;

/** Makes tables and pictures of a sweep, or answers a question about it. */
@Command(
        name = "report",
        description = {
            "Makes tables and pictures of a sweep's folder, also while the sweep is going on.",
            "In SWEEP/report: points.csv and .md, heat-map, curves and parallel as .svg and .png,",
            "report.html with all of it on one page, trials.parquet and windows.parquet.",
            "",
            "Examples:",
            "  sporeloop report runs/learning-rate-temperature",
            "  sporeloop report runs/mine --by temperature --metric mean_reward",
            "  sporeloop report runs/mine --sql \"SELECT seed, avg(score) FROM trials GROUP BY seed\"",
            ""
        },
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SWEEP", description = "Folder of a sweep")
    private String sweep = "";

    @Option(
            names = "--by",
            paramLabel = "KEY",
            description = "Compare the values of this axis, all else taken together.")
    private @Nullable String by;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "Another figure than the one that the sweep was scored by.")
    private String metric = "";

    @Option(
            names = "--sql",
            paramLabel = "QUERY",
            description =
                    "Only answer a question, as comma-separated values, from the tables trials (one"
                            + " row a trial) and windows (one row a line of progress.csv).")
    private @Nullable String sql;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the report. Unless given: SWEEP/report.")
    private @Nullable String out;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter stdout = spec.commandLine().getOut();
        Path folder = path(sweep);
        if (!Files.isDirectory(folder)) {
            throw new BadInput("There is no folder " + sweep + ". Name the folder of a sweep.");
        }
        SweepReport report = SweepReport.read(folder, metric);
        String axis = by == null ? "" : report.axis(by);
        Path target = out == null ? folder.resolve("report") : path(out);
        SweepDatabase database = SweepDatabase.build(folder, target);
        if (sql != null) {
            for (String[] row : database.ask(sql)) {
                stdout.println(Csv.line(row));
            }
            return Exit.DONE;
        }
        PointTable table = axis.isEmpty() ? report.points() : report.by(axis);
        report.write(target, axis);
        stdout.print(table.table().markdown());
        stdout.flush();
        spec.commandLine().getErr().println(target + "/report.html");
        return Exit.DONE;
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new BadInput(name + " is no name of a folder.");
        }
    }
}
