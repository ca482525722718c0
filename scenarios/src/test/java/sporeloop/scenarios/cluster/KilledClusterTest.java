package sporeloop.scenarios.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.sweep.PointTable;
import sporeloop.results.sweep.TrialRecord;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.sweep.Sweep;
import sporeloop.scenarios.sweep.SweepFile;
import sporeloop.scenarios.sweep.SweepListener;
import sporeloop.scenarios.sweep.SweepOptions;
import sporeloop.scenarios.sweep.SweepPlan;
import sporeloop.scenarios.sweep.Trial;
import sporeloop.scenarios.sweep.TrialRunner;

/** Sweepers and workers in processes of their own that are killed (−9). */
class KilledClusterTest {
    private static final String SWEEP =
            """
            sweep {
              base = reaching
              duration = 20 s
              seeds = [1, 2, 3]
              set { run.report-interval = 10 s }
              axes { plasticity.temperature = [0.1, 0.2] }
            }
            """;
    private static final ClusterAddress ANY = new ClusterAddress("127.0.0.1", 0, null, "");
    private static final long LONGEST_MS = 300_000;

    @TempDir Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    private SweepPlan plan() throws IOException {
        Path file = Files.writeString(folder.resolve("my.conf"), SWEEP);
        return SweepFile.load(file.toString(), Providers.ours());
    }

    private String undisturbed(SweepPlan plan) throws IOException {
        Path quiet = folder.resolve("undisturbed");
        new Sweep(plan, SweepOptions.into(quiet), Providers.ours()).run(SweepListener.SILENT);
        return csv(quiet);
    }

    private static String csv(Path sweep) throws IOException {
        return PointTable.read(sweep).table().csv();
    }

    /** The program in a process of its own. */
    private Process program(Path output, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "sporeloop.scenarios.command.Sporeloop"));
        command.addAll(Arrays.asList(arguments));
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.appendTo(errors().toFile()))
                        .start();
        started.add(process);
        return process;
    }

    private Path errors() {
        return folder.resolve("errors");
    }

    private Process worker(String join) throws IOException {
        return program(folder.resolve("worker"), "worker", "--join", join, "--parallel", "1");
    }

    @Test
    void threeWorkersOfWhichTwoAreKilledAndOneJoinsMakeTheTableOfOne() throws Exception {
        SweepPlan plan = plan();
        String expected = undisturbed(plan);
        Path shared = folder.resolve("shared");
        Semaphore finished = new Semaphore(0);
        SweepListener counting =
                new SweepListener() {
                    @Override
                    public void finished(Trial trial, TrialRecord record, boolean reused) {
                        finished.release();
                    }
                };
        AtomicInteger before = new AtomicInteger();
        Semaphore joined = new Semaphore(0);
        IntConsumer workersNow =
                count -> {
                    if (count > before.getAndSet(count)) {
                        joined.release();
                    }
                };
        String program = Providers.ours().fingerprint();
        try (ClusterTrials trials = new ClusterTrials(ANY, program, workersNow)) {
            List<Process> workers = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                workers.add(worker(trials.address()));
            }
            Thread killer =
                    new Thread(
                            () -> {
                                try {
                                    finished.acquire();
                                    workers.get(0).destroyForcibly();
                                    worker(trials.address());
                                    finished.acquire();
                                    workers.get(1).destroyForcibly();
                                } catch (InterruptedException | IOException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            killer.start();
            // The last trial is not given out before the fourth worker has joined.
            AtomicInteger given = new AtomicInteger();
            TrialRunner late =
                    (trial, sweep, attempt, directory, watcher) -> {
                        if (given.incrementAndGet() == 6) {
                            awaitFour(joined);
                        }
                        return trials.run(trial, sweep, attempt, directory, watcher);
                    };
            SweepOptions options = SweepOptions.into(shared).parallel(6);
            assertEquals(6, new Sweep(plan, options, late).run(counting).finished());
            killer.join();
            assertTrue(workers.get(0).waitFor() != 0 && workers.get(1).waitFor() != 0);
        }
        assertEquals(expected, csv(shared));
        for (Process process : started.subList(2, 4)) {
            assertTrue(process.waitFor(1, TimeUnit.MINUTES), "a worker outlives its sweep");
            assertEquals(0, process.exitValue(), Files.readString(errors()));
        }
    }

    private static void awaitFour(Semaphore joined) {
        try {
            assertTrue(joined.tryAcquire(4, LONGEST_MS, TimeUnit.MILLISECONDS), "four join");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void killsOfSweeperAndBothWorkersLoseAndDoubleNoTrial() throws Exception {
        kill(3, 6_000);
    }

    @Test
    @Tag("long")
    void twoHundredKillsOfSweeperAndWorkersLoseAndDoubleNoTrial() throws Exception {
        kill(200, 15_000);
    }

    /** Kills at moments up to {@code longest} ms after a start, until so many were killed. */
    private void kill(int wanted, long longest) throws Exception {
        String expected = undisturbed(plan());
        SplittableRandom random = new SplittableRandom(3);
        int killed = 0;
        for (int sweep = 0; killed < wanted; sweep++) {
            Path out = folder.resolve("killed-" + sweep);
            List<String> finished = new ArrayList<>();
            int kills = 0;
            do {
                killed += kills;
                // Once all kills are done, the sweep may come to its end.
                kills =
                        killed < wanted
                                ? round(out, random.longs(3, 1000, longest).toArray(), finished)
                                : -finish(out, finished);
            } while (kills > 0);
            killed -= kills;
            assertEquals(expected, csv(out));
            assertEquals(new HashSet<>(finished).size(), finished.size(), "twice: " + finished);
        }
    }

    /** Kills all three at moments of their own; how many were, negative if the sweep was done first. */
    private int round(Path out, long[] due, List<String> finished) throws Exception {
        String address = "127.0.0.1:" + port();
        Path lines = folder.resolve("lines.jsonl");
        Process sweeper = sweeper(out, lines, address);
        List<Process> all = List.of(sweeper, worker(address), worker(address));
        long begun = System.nanoTime();
        int kills = 0;
        for (long time : Arrays.stream(due).sorted().toArray()) {
            long left = time - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            if (sweeper.waitFor(Math.max(0, left), TimeUnit.MILLISECONDS) && kills >= 0) {
                boolean done = sweeper.exitValue() == 0;
                kills = done ? -kills - 1 : kills;
            }
            for (int n = 0; n < 3; n++) {
                if (due[n] == time && all.get(n).isAlive()) {
                    all.get(n).destroyForcibly().waitFor();
                    kills += kills >= 0 ? 1 : -1;
                }
            }
        }
        read(lines, finished);
        return kills;
    }

    private int finish(Path out, List<String> finished) throws Exception {
        String address = "127.0.0.1:" + port();
        Path lines = folder.resolve("lines.jsonl");
        Process sweeper = sweeper(out, lines, address);
        Process worker = worker(address);
        assertTrue(sweeper.waitFor(LONGEST_MS, TimeUnit.MILLISECONDS), "the sweep hangs");
        assertEquals(0, sweeper.exitValue(), Files.readString(errors()));
        worker.destroyForcibly().waitFor();
        read(lines, finished);
        return 0;
    }

    private Process sweeper(Path out, Path lines, String address) throws IOException {
        return program(
                lines,
                "sweep",
                folder.resolve("my.conf").toString(),
                "--out",
                out.toString(),
                "--resume",
                "--quiet",
                "--json",
                "--cluster",
                "--listen",
                address);
    }

    private static void read(Path lines, List<String> finished) throws IOException {
        for (String line : Files.readAllLines(lines)) {
            if (line.endsWith("}")) {
                finished.add(TrialRecord.parse(line, "a line").trial());
            }
        }
    }

    private static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
