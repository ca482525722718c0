package sporeloop.scenarios.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sporeloop.results.sweep.PointTable;
import sporeloop.results.sweep.SweepDirectory;

/** Brings the parts of a sweep together that ran in folders of their own. */
@Command(
        name = "merge",
        description = {
            "Copies the trials of a sweep's parts into one folder; what is there already stays.",
            "",
            "Example:",
            "  sporeloop merge runs/whole runs/part-1 runs/part-2",
            ""
        },
        mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "INTO", description = "Folder of the whole, new or not")
    private Path into = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PART",
            description = "Folders to copy from")
    private List<Path> parts = new ArrayList<>();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        for (Path part : parts) {
            SweepDirectory.id(part); // complains before anything is made
        }
        int taken = 0;
        try (SweepDirectory whole = SweepDirectory.open(into, true, "")) {
            for (Path part : parts) {
                taken += whole.adopt(part);
            }
        }
        int points = PointTable.read(into).points().size();
        spec.commandLine()
                .getErr()
                .println(taken + " trials taken over; " + into + " now has " + points + " points");
        return Exit.DONE;
    }
}
