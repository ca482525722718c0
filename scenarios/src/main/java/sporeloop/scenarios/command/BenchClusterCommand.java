package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sporeloop.results.run.RunDirectory;
import sporeloop.results.sweep.TrialRecord;
import sporeloop.scenarios.cluster.ClusterAddress;
import sporeloop.scenarios.cluster.ClusterTrials;
import sporeloop.scenarios.cluster.ClusterWorker;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.sweep.Trial;
import sporeloop.scenarios.sweep.TrialRunner;

/** Measures what the cluster costs when its trials cost nothing. */
@Command(
        name = "cluster",
        description = {
            "Hands trials that end at once to workers over loopback, and counts what that takes.",
            "",
            "Ten lines: trials, wall and processor time a trial, memory in use after a collection.",
            ""
        },
        mixinStandardHelpOptions = true)
final class BenchClusterCommand implements Callable<Integer> {
    private static final ClusterAddress ANY = new ClusterAddress("127.0.0.1", 0, null, "");
    private static final int LINES = 10;
    private static final int AT_ONCE = 16;

    /** A scenario of the usual size. */
    private static final String TEXT = "# 4 kB of scenario, as a trial has it.\n".repeat(100);

    @Option(names = "--trials", description = "trials in all; 100,000 unless given")
    private int trials = 100_000;

    @Option(names = "--workers", description = "members of the cluster that work; 3 unless given")
    private int workers = 3;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (trials < LINES || workers < 1) {
            throw new BadInput("--trials must be ≥ 10 and --workers ≥ 1.");
        }
        AtomicLong run = new AtomicLong();
        TrialRunner trivial =
                (trial, sweep, attempt, directory, watcher) -> {
                    run.incrementAndGet();
                    return Optional.of(record(trial, sweep, attempt));
                };
        List<ClusterWorker> members = new ArrayList<>();
        try (ClusterTrials cluster = new ClusterTrials(ANY, "bench", workers -> {})) {
            ClusterAddress join = ClusterAddress.parse("--join", cluster.address(), null, null);
            for (int n = 0; n < workers; n++) {
                members.add(new ClusterWorker(ANY, join, "bench", 2, trivial));
            }
            measure(cluster);
            spec.commandLine()
                    .getOut()
                    .printf(Locale.ROOT, "%d trials asked for, %d run%n", trials, run.get());
        } finally {
            members.forEach(ClusterWorker::close);
        }
        return Exit.DONE;
    }

    private void measure(TrialRunner cluster) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("  trials   wall ms a trial   cpu ms a trial   memory MB");
        AtomicLong next = new AtomicLong();
        AtomicLong failures = new AtomicLong();
        for (int line = 1; line <= LINES; line++) {
            long until = (long) trials * line / LINES;
            long first = next.get();
            long begun = System.nanoTime();
            long cpu = processorTime();
            List<Thread> askers = new ArrayList<>();
            for (int n = 0; n < AT_ONCE; n++) {
                Thread asker = new Thread(() -> ask(cluster, next, until, failures), "asker");
                asker.start();
                askers.add(asker);
            }
            for (Thread asker : askers) {
                asker.join();
            }
            next.set(until);
            double count = until - first;
            out.printf(
                    Locale.ROOT,
                    "%8d %17.3f %16.3f %11.1f%n",
                    until,
                    (System.nanoTime() - begun) / 1e6 / count,
                    (processorTime() - cpu) / 1e6 / count,
                    memory());
            out.flush();
        }
        if (failures.get() > 0) {
            throw new IllegalStateException(failures.get() + " trials did not come back.");
        }
    }

    private static void ask(TrialRunner cluster, AtomicLong next, long until, AtomicLong failures) {
        try {
            Path folder = Files.createTempDirectory("sporeloop-bench");
            try (RunDirectory directory = RunDirectory.claim(folder)) {
                for (long n = next.getAndIncrement(); n < until; n = next.getAndIncrement()) {
                    Optional<TrialRecord> done =
                            cluster.run(trial(n), "bench", 1, directory, (share, figure) -> {});
                    if (done.isEmpty() || done.get().seed() != n) {
                        failures.incrementAndGet();
                    }
                }
            }
            Files.deleteIfExists(folder.resolve(".lock"));
            Files.deleteIfExists(folder);
        } catch (IOException | RuntimeException failure) {
            failures.incrementAndGet();
        }
    }

    private static Trial trial(long n) {
        return new Trial("trial-" + n, "trivial", TEXT, Map.of("n", "" + n), n, 1, "none", null);
    }

    private static TrialRecord record(Trial trial, String sweep, int attempt) {
        double score = trial.seed();
        return new TrialRecord(
                trial.id(), sweep, trial.point(), trial.seed(), 1, "none", score, attempt, null);
    }

    /** Of this process, all threads [ns]. */
    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** In use after a full collection [MB]. */
    private static double memory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
