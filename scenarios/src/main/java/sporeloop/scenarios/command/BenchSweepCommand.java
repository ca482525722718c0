package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sporeloop.scenarios.sweep.SweepBuilder;
import sporeloop.scenarios.sweep.SweepListener;
import sporeloop.scenarios.sweep.SweepOptions;

/** Measures what running trials beside each other gains. */
@Command(
        name = "sweep",
        description = {
            "Runs the same sweep of 16 trials one after another and beside each other, in turns.",
            "",
            "A line each: wall time and trials a minute; then how many times faster it was.",
            ""
        },
        mixinStandardHelpOptions = true)
final class BenchSweepCommand implements Callable<Integer> {
    private static final int TRIALS = 16;

    @Option(names = "--parallel", description = "trials at once; the processors unless given")
    private int parallel = Runtime.getRuntime().availableProcessors();

    @Option(names = "--duration", description = "simulated time of a trial; 10 min unless given")
    private String duration = "10 min";

    @Option(names = "--rounds", description = "how often each is measured; 2 unless given")
    private int rounds = 2;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        seconds(parallel, 2); // the compiler has its turn first
        double alone = Double.POSITIVE_INFINITY;
        double beside = Double.POSITIVE_INFINITY;
        for (int round = 0; round < rounds; round++) {
            alone = Math.min(alone, shown(out, 1));
            beside = Math.min(beside, shown(out, parallel));
        }
        out.printf(
                Locale.ROOT,
                "%d at once: %.2f × the throughput of one after another (best of %d rounds each)%n",
                parallel,
                alone / beside,
                rounds);
        return Exit.DONE;
    }

    private double shown(PrintWriter out, int atOnce) throws IOException {
        double seconds = seconds(atOnce, TRIALS);
        out.printf(
                Locale.ROOT,
                "%2d at once %7.1f s %7.1f trials/min%n",
                atOnce,
                seconds,
                60 * TRIALS / seconds);
        out.flush();
        return seconds;
    }

    private double seconds(int atOnce, int trials) throws IOException {
        Path folder = Files.createTempDirectory("sporeloop");
        try {
            long[] seeds =
                    Stream.iterate(1L, seed -> seed + 1).limit(trials).mapToLong(s -> s).toArray();
            SweepOptions options = SweepOptions.into(folder).parallel(atOnce);
            var sweep = SweepBuilder.of("reaching").duration(duration).seeds(seeds).into(options);
            long begun = System.nanoTime();
            sweep.run(SweepListener.SILENT);
            return (System.nanoTime() - begun) / 1e9;
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
