package sporeloop.scenarios.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import sporeloop.results.statistics.Statistic;
import sporeloop.results.sweep.SweepDirectory;
import sporeloop.results.sweep.TrialRecord;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.sweep.SweepResult.End;

/**
 * Runs the trials of a plan and leaves one finished directory each.
 *
 * <pre>
 *   SweepPlan plan = SweepFile.load("seeds", Providers.ours());
 *   SweepResult result = new Sweep(plan, SweepOptions.into(Path.of("runs/seeds"))).run(listener);
 * </pre>
 * A trial that is finished in the folder is not run again. The score of a point is the interquartile
 * mean over its seeds; a point with a failed seed has none.
 */
public final class Sweep {
    private final SweepPlan plan;
    private final SweepOptions options;
    private final TrialRunner runner;

    /** A sweep whose trials run in this process. */
    public Sweep(SweepPlan plan, SweepOptions options, Providers providers) {
        this(plan, options, new LocalTrials(providers, options.commandLine()));
    }

    /** A sweep whose trials are run by {@code runner}. */
    public Sweep(SweepPlan plan, SweepOptions options, TrialRunner runner) {
        this.plan = plan;
        this.options = options;
        this.runner = runner;
        if (options.shard().count() > 1 && !plan.strategy().isKnownAhead()) {
            throw new BadInput(
                    "--shard "
                            + options.shard().name()
                            + ", but what this strategy tries next depends on what came before: it"
                            + " can't be split.");
        }
    }

    /**
     * Runs to the end.
     *
     * @throws IOException in a sentence, if the folder can't be used
     */
    public SweepResult run(SweepListener listener) throws IOException {
        try (SweepDirectory directory =
                SweepDirectory.open(options.out(), options.resume(), options.shard().name())) {
            String id = plan.id();
            directory.describe(plan.text(), id);
            SweepRun run = new SweepRun(plan, options, runner, directory, id, listener);
            Thread hook = new Thread(run::interrupt, "stop the sweep");
            Runtime.getRuntime().addShutdownHook(hook);
            ExecutorService threads =
                    Executors.newFixedThreadPool(options.parallel(), Sweep::thread);
            try {
                return search(run, threads, listener);
            } finally {
                threads.shutdownNow();
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException ending) {
                    // The process is ending: the hook is at work.
                }
            }
        }
    }

    /**
     * The finished trials as they come, those that were there first of all; the sweep runs beside. What
     * goes wrong is thrown to who reads the stream. Failed trials are not in it.
     */
    public Stream<TrialRecord> stream() {
        BlockingQueue<Optional<TrialRecord>> finished = new LinkedBlockingQueue<>();
        CompletableFuture<SweepResult> end = new CompletableFuture<>();
        SweepListener listener =
                new SweepListener() {
                    @Override
                    public void finished(Trial trial, TrialRecord record, boolean reused) {
                        finished.add(Optional.of(record));
                    }
                };
        Thread sweep =
                new Thread(
                        () -> {
                            try {
                                end.complete(run(listener));
                            } catch (IOException | RuntimeException thrown) {
                                end.completeExceptionally(thrown);
                            } finally {
                                finished.add(Optional.empty());
                            }
                        },
                        "sweep");
        sweep.setDaemon(true);
        sweep.start();
        return Stream.generate(() -> next(finished, end))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream);
    }

    private static Optional<TrialRecord> next(
            BlockingQueue<Optional<TrialRecord>> finished, CompletableFuture<SweepResult> end) {
        try {
            Optional<TrialRecord> next = finished.take();
            if (next.isEmpty()) {
                end.join();
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "trial");
        thread.setDaemon(true); // a trial that hangs must not hold the process
        return thread;
    }

    private SweepResult search(SweepRun run, ExecutorService threads, SweepListener listener) {
        Search search = plan.search();
        int seeds = plan.seeds().size();
        listener.begun(plan, search.size() * seeds);
        double[] scores = {};
        long number = 0;
        for (List<Candidate> batch = search.next(scores);
                !batch.isEmpty();
                batch = search.next(scores)) {
            Map<Integer, double[]> figures = new HashMap<>();
            Iterator<Batch.Numbered> trials =
                    new Batch(plan, batch, number, options.shard()).iterator();
            number += (long) batch.size() * seeds;
            runAll(run, threads, trials, figures);
            if (run.end() != End.DONE) {
                break;
            }
            scores = new double[batch.size()];
            for (int c = 0; c < scores.length; c++) {
                scores[c] = score(figures.getOrDefault(c, new double[seeds]));
            }
        }
        return run.result();
    }

    private void runAll(
            SweepRun run,
            ExecutorService threads,
            Iterator<Batch.Numbered> trials,
            Map<Integer, double[]> figures) {
        List<Future<?>> workers = new ArrayList<>();
        for (int n = 0; n < options.parallel(); n++) {
            workers.add(threads.submit(() -> run.work(trials, figures)));
        }
        for (Future<?> worker : workers) {
            try {
                worker.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException thrown
                        ? thrown
                        : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                run.interrupt();
            }
        }
    }

    private double score(double[] figures) {
        if (!Arrays.stream(figures).allMatch(Double::isFinite)) {
            return Double.NaN;
        }
        double score = Statistic.INTERQUARTILE_MEAN.of(figures);
        return plan.goal() == Goal.MAXIMISE ? score : -score;
    }
}
