package sporeloop.scenarios.sweep;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sporeloop.results.RefusedException;
import sporeloop.results.run.RunDirectory;
import sporeloop.results.sweep.SweepDirectory;
import sporeloop.results.sweep.TrialRecord;
import sporeloop.scenarios.sweep.SweepResult.End;

/** A sweep under way: what its threads do and count together. */
final class SweepRun {
    private final SweepPlan plan;
    private final SweepOptions options;
    private final TrialRunner runner;
    private final SweepDirectory directory;
    private final String id;
    private final SweepListener listener;
    private final long begun = System.nanoTime();

    private long finished;
    private long reused;
    private long failed;
    private double longest;
    private End end = End.DONE;
    private String message = "";

    SweepRun(
            SweepPlan plan,
            SweepOptions options,
            TrialRunner runner,
            SweepDirectory directory,
            String id,
            SweepListener listener) {
        this.plan = plan;
        this.options = options;
        this.runner = runner;
        this.directory = directory;
        this.id = id;
        this.listener = listener;
    }

    /** Runs one trial after another until there is none, or the sweep is to end. */
    void work(Iterator<Batch.Numbered> trials, Map<Integer, double[]> figures) {
        for (Batch.Numbered next = next(trials); next != null; next = next(trials)) {
            double figure;
            try {
                figure = figure(next.trial());
            } catch (IOException failure) {
                stop(End.STOPPED, sentence(failure));
                return;
            }
            keep(next, figure, figures);
        }
    }

    private Batch.@Nullable Numbered next(Iterator<Batch.Numbered> trials) {
        synchronized (trials) {
            return end() == End.DONE && trials.hasNext() ? trials.next() : null;
        }
    }

    private synchronized void keep(
            Batch.Numbered trial, double figure, Map<Integer, double[]> figures) {
        figures.computeIfAbsent(
                                trial.candidate(),
                                c -> {
                                    double[] none = new double[plan.seeds().size()];
                                    Arrays.fill(none, Double.NaN);
                                    return none;
                                })[trial.seed()] =
                figure;
    }

    /** The score of a trial that is there or is run now; NaN if there is none. */
    private double figure(Trial trial) throws IOException {
        Optional<TrialRecord> known = directory.record(trial.id());
        if (known.isPresent() && known.get().error() != null && options.retryFailed()) {
            directory.forgive(trial.id());
            known = Optional.empty();
        }
        if (known.isPresent()) {
            return reuse(trial, known.get());
        }
        if (!isTimeLeft()) {
            stop(End.OUT_OF_TIME, "The budget is used up. Go on with --resume.");
            return Double.NaN;
        }
        long start = System.nanoTime();
        listener.started(trial);
        double figure = tried(trial);
        count(() -> longest = Math.max(longest, (System.nanoTime() - start) / 1e9));
        return figure;
    }

    private double reuse(Trial trial, TrialRecord known) throws IOException {
        TrialRecord record = known;
        if (record.error() != null) {
            count(() -> failed++);
            listener.failed(trial, record, true);
            return Double.NaN;
        }
        if (!record.sweep().equals(id) || !record.point().equals(trial.point())) {
            record = record.takenOver(id, trial.point());
            directory.relabel(record);
        }
        count(() -> reused++);
        listener.finished(trial, record, true);
        return score(record);
    }

    private double tried(Trial trial) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Optional<TrialRecord> attempted = attempt(trial, attempt);
            if (attempted.isEmpty()) {
                interrupt();
                return Double.NaN;
            }
            TrialRecord record = attempted.get();
            if (record.error() == null) {
                directory.finish(record);
                count(() -> finished++);
                listener.finished(trial, record, false);
                return score(record);
            }
            if (!directory.hasRoom()) {
                throw new RefusedException(record.error());
            }
            if (attempt > plan.retries() || end() != End.DONE) {
                directory.fail(record);
                count(() -> failed++);
                listener.failed(trial, record, false);
                return Double.NaN;
            }
        }
    }

    /** One attempt; the first goes on with what a process or a rung before left, if that can be used. */
    private Optional<TrialRecord> attempt(Trial trial, int attempt) throws IOException {
        String shorter = trial.shorter();
        if (attempt > 1) {
            directory.restart(trial.id());
        } else if (shorter != null) {
            directory.lengthen(shorter, trial.id(), trial.text());
        }
        try {
            return attempted(trial, attempt);
        } catch (RefusedException unusable) {
            directory.restart(trial.id());
            return attempted(trial, attempt);
        }
    }

    private Optional<TrialRecord> attempted(Trial trial, int attempt) throws IOException {
        try (RunDirectory folder = directory.begin(trial.id())) {
            return runner.run(
                    trial,
                    id,
                    attempt,
                    folder,
                    (share, figure) -> listener.advanced(trial, share, figure));
        } catch (RuntimeException | Error thrown) {
            if (isEnding(thrown)) {
                return Optional.empty();
            }
            return Optional.of(failure(trial, attempt, thrown));
        }
    }

    /** A trial can't begin while the process ends. */
    private static boolean isEnding(Throwable thrown) {
        return thrown instanceof IllegalStateException
                && "Shutdown in progress".equals(thrown.getMessage());
    }

    private TrialRecord failure(Trial trial, int attempt, Throwable thrown) {
        String said = thrown.getMessage();
        return new TrialRecord(
                trial.id(),
                id,
                trial.point(),
                trial.seed(),
                trial.seconds(),
                trial.metric(),
                null,
                attempt,
                said == null || said.isBlank() ? thrown.toString() : said);
    }

    private static double score(TrialRecord record) {
        Double score = record.score();
        return score == null ? Double.NaN : score;
    }

    private synchronized boolean isTimeLeft() {
        return options.budget() == null
                || (System.nanoTime() - begun) / 1e9 + longest
                        <= options.budget().toMillis() / 1000.0;
    }

    private static String sentence(IOException failure) {
        return "The sweep can't be written down: "
                + RefusedException.why(failure)
                + ". What is finished is safe; make room and go on with --resume.";
    }

    /** Begins no further trial. */
    void interrupt() {
        stop(End.INTERRUPTED, "");
    }

    private synchronized void stop(End how, String why) {
        if (end == End.DONE) {
            end = how;
            message = why;
        }
    }

    private synchronized void count(Runnable counting) {
        counting.run();
    }

    synchronized End end() {
        return end;
    }

    synchronized SweepResult result() {
        return new SweepResult(end, finished, reused, failed, message);
    }
}
