package sporeloop.scenarios.cluster;

import akka.actor.typed.ActorSystem;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import sporeloop.results.RefusedException;
import sporeloop.results.run.RunDirectory;
import sporeloop.results.sweep.TrialRecord;
import sporeloop.scenarios.sweep.Trial;
import sporeloop.scenarios.sweep.TrialRunner;

/**
 * Has trials run by the workers that have joined; waits while there are none. What a worker sends is
 * written here, so workers need no folder in common with the sweep.
 */
public final class ClusterTrials implements TrialRunner, AutoCloseable {
    private static final int FAREWELL = 15; // [s]
    private static final String BROKEN = "the cluster has broken down";

    private final ActorSystem<Sweeper.Command> system;
    private final Map<String, CompletableFuture<Outcome>> open = new ConcurrentHashMap<>();
    private final Thread hook = new Thread(this::stop, "leave the cluster");
    private volatile boolean stopping;

    /**
     * Opens the cluster.
     *
     * @param fingerprint of the program and its plug-ins: workers must have the same
     * @param workers told how many there are whenever one comes or goes, on a thread of the cluster
     * @throws RefusedException in a sentence, if the address can't be used
     */
    public ClusterTrials(ClusterAddress address, String fingerprint, IntConsumer workers)
            throws RefusedException {
        system =
                Members.start(
                        Sweeper.create(fingerprint, workers),
                        address,
                        ClusterSettings.of(address, ClusterSettings.SWEEPER, null));
        Cluster cluster = Cluster.get(system);
        cluster.manager().tell(Join.create(cluster.selfMember().address()));
        Runtime.getRuntime().addShutdownHook(hook);
        system.getWhenTerminated().thenRun(this::broken);
    }

    /** {@code HOST:PORT}, which workers join. */
    public String address() {
        return Members.address(system);
    }

    /** Nobody may wait for a cluster that is no more. */
    private void broken() {
        IOException why = new IOException(BROKEN);
        open.values().forEach(each -> each.completeExceptionally(why));
    }

    @Override
    public Optional<TrialRecord> run(
            Trial trial, String sweep, int attempt, RunDirectory directory, Watcher watcher)
            throws IOException {
        CompletableFuture<Outcome> done = new CompletableFuture<>();
        open.put(trial.id(), done);
        try {
            if (stopping) {
                return Optional.empty();
            }
            system.tell(new Sweeper.Submit(new Job(trial, sweep, attempt), done));
            if (system.getWhenTerminated().toCompletableFuture().isDone()) {
                broken();
            }
            Outcome outcome = done.get();
            String record = outcome.record();
            if (record == null) {
                throw new IllegalStateException(outcome.error());
            }
            write(outcome.files(), directory.path());
            return Optional.of(TrialRecord.parse(record, "What a worker sent"));
        } catch (CancellationException stopped) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException broken) {
            throw new IOException(BROKEN, broken);
        } finally {
            open.remove(trial.id());
        }
    }

    /** The worker's files in the place of what an attempt before may have left. */
    private static void write(Map<String, byte[]> files, Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> all = Files.walk(folder)) {
            left =
                    all.filter(each -> !each.equals(folder) && !each.endsWith(Members.LOCK))
                            .sorted(Comparator.reverseOrder())
                            .toList();
        }
        for (Path each : left) {
            Files.deleteIfExists(each);
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey()).normalize();
            if (!target.startsWith(folder.normalize()) || target.endsWith(Members.LOCK)) {
                throw new IllegalStateException("A worker sent a file outside its trial's folder.");
            }
            Files.createDirectories(target.resolveSibling("."));
            Files.write(target, file.getValue());
        }
    }

    /** Waits for no trial any more, and leaves the cluster. */
    private void stop() {
        stopping = true;
        open.values().forEach(each -> each.cancel(false));
        system.tell(new Sweeper.Close());
        system.getWhenTerminated()
                .toCompletableFuture()
                .completeOnTimeout(akka.Done.done(), FAREWELL, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process is ending: the hook is at work.
        }
    }
}
