package sporeloop.scenarios.cluster;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.ClusterEvent.MemberRemoved;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.SelfUp;
import akka.cluster.typed.Subscribe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sporeloop.results.RefusedException;
import sporeloop.results.run.RunDirectory;
import sporeloop.results.sweep.TrialRecord;
import sporeloop.scenarios.sweep.TrialRunner;

/**
 * A member of the cluster that runs trials for a sweeper until the sweeper leaves, or can't be reached
 * any more.
 */
public final class ClusterWorker implements AutoCloseable {
    private final ActorSystem<Object> system;
    private final TrialRunner runner;
    private final ExecutorService threads;
    private volatile String end;
    private volatile boolean lost;

    /**
     * Joins.
     *
     * @param sweeper whom to join
     * @param fingerprint of this program and its plug-ins
     * @param parallel trials at once
     * @throws RefusedException in a sentence, if its own address can't be used
     */
    public ClusterWorker(
            ClusterAddress own,
            ClusterAddress sweeper,
            String fingerprint,
            int parallel,
            TrialRunner runner)
            throws RefusedException {
        this.runner = runner;
        end =
                "The sweep at %s:%d does not answer. Start the worker again when it does."
                        .formatted(sweeper.host(), sweeper.port());
        threads = Executors.newFixedThreadPool(parallel, ClusterWorker::thread);
        system =
                Members.start(
                        guardian(fingerprint, parallel),
                        own,
                        ClusterSettings.of(own, ClusterSettings.WORKER, sweeper));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "trial");
        thread.setDaemon(true); // a trial that hangs must not hold the process
        return thread;
    }

    private Behavior<Object> guardian(String fingerprint, int parallel) {
        Worker.Work work =
                new Worker.Work() {
                    @Override
                    public Optional<Outcome> run(Job job) {
                        return ClusterWorker.this.run(job);
                    }

                    @Override
                    public void refused(String why) {
                        leave("The sweep refuses this worker: " + why);
                    }

                    @Override
                    public void dismissed() {
                        leave("");
                    }
                };
        return Behaviors.setup(
                context -> {
                    for (int n = 0; n < parallel; n++) {
                        context.spawn(Worker.create(fingerprint, work, threads), "worker-" + n);
                    }
                    Cluster.get(context.getSystem())
                            .subscriptions()
                            .tell(
                                    Subscribe.create(
                                            context.getSelf().narrow(), MemberRemoved.class));
                    Cluster.get(context.getSystem())
                            .subscriptions()
                            .tell(Subscribe.create(context.getSelf().narrow(), SelfUp.class));
                    return Behaviors.receive(Object.class)
                            .onMessage(SelfUp.class, this::onUp)
                            .onMessage(MemberRemoved.class, this::onRemoved)
                            .build();
                });
    }

    private Behavior<Object> onUp(SelfUp up) {
        lost = true; // unless something else is heard
        return Behaviors.same();
    }

    private Behavior<Object> onRemoved(MemberRemoved removed) {
        if (!removed.member().hasRole(ClusterSettings.SWEEPER)) {
            return Behaviors.same();
        }
        if (removed.previousStatus().equals(MemberStatus.exiting())) {
            lost = false;
            end = "";
        }
        return Behaviors.stopped();
    }

    /** Empty, with the worker leaving, if it can't work here: then the job goes to another. */
    private Optional<Outcome> run(Job job) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("sporeloop-trial");
            Optional<TrialRecord> record;
            try (RunDirectory directory = RunDirectory.claim(folder)) {
                record =
                        runner.run(
                                job.trial(),
                                job.sweep(),
                                job.attempt(),
                                directory,
                                (share, figure) -> {});
            } catch (RuntimeException | LinkageError thrown) {
                return Optional.of(failed(job, thrown));
            }
            Map<String, byte[]> files = files(folder);
            return record.map(done -> new Outcome(job.trial().id(), done.line(), files, null));
        } catch (IOException failure) {
            leave("A trial can't be written down: " + RefusedException.why(failure) + ".");
            return Optional.empty();
        } finally {
            delete(folder);
        }
    }

    private void leave(String why) {
        lost = false;
        end = why;
        system.terminate();
    }

    private static Outcome failed(Job job, Throwable thrown) {
        String said = thrown.getMessage();
        String error = said == null || said.isBlank() ? thrown.toString() : said;
        return new Outcome(job.trial().id(), null, Map.of(), error);
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                if (!file.endsWith(Members.LOCK)) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> paths = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException kept) {
            // The system clears its temporary folder.
        }
    }

    /** {@code HOST:PORT} of this worker. */
    public String address() {
        return Members.address(system);
    }

    /** Waits until the sweeper has left; empty if its sweep has ended, else why this worker has. */
    public String await() {
        system.getWhenTerminated().toCompletableFuture().join();
        threads.shutdownNow();
        return end;
    }

    /** Whether it was taken for dead by mistake, or the sweeper is gone: joining again will tell. */
    public boolean isLost() {
        return lost;
    }

    @Override
    public void close() {
        system.terminate();
        await();
    }
}
