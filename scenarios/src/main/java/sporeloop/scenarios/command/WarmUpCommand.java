package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Does a little of everything, so that the launcher can archive the classes that it takes. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("sporeloop");
        try (PrintWriter nowhere = new PrintWriter(Writer.nullWriter())) {
            Sporeloop.run(nowhere, nowhere, "--help");
            Sporeloop.run(nowhere, nowhere, "list");
            Sporeloop.run(nowhere, nowhere, "show", "reaching");
            Sporeloop.run(nowhere, nowhere, "show", "reachin");
            String out = folder.resolve("run").toString();
            return Sporeloop.run(
                    nowhere,
                    nowhere,
                    "train",
                    "reaching",
                    "--duration=1min",
                    "--out",
                    out,
                    "--json");
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
