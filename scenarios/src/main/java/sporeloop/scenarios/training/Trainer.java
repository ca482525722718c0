package sporeloop.scenarios.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sporeloop.bridge.Change;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Intervention;
import sporeloop.bridge.Lateness;
import sporeloop.bridge.Pace;
import sporeloop.bridge.Reading;
import sporeloop.bridge.RealTime;
import sporeloop.environments.Metric;
import sporeloop.results.RefusedException;
import sporeloop.results.figures.LearningCurve;
import sporeloop.results.file.SectionFile;
import sporeloop.results.run.ProgressTable;
import sporeloop.results.run.RunDirectory;
import sporeloop.results.run.Summary;
import sporeloop.scenarios.file.Scenario;

/**
 * One training run, from its parts to its finished files.
 *
 * <pre>
 *   Trainer trainer = new Trainer(scenario);          // checks all that can be checked
 *   TrainingResult result = trainer.run(directory, progress);
 * </pre>
 * The actors run until the simulated time is over, a part fails, or the process is asked to stop; then
 * this thread writes what the run leaves. On Ctrl-C and SIGTERM the process ends when the files are
 * written and {@link Progress#finished} has returned, with the exit code of the signal.
 */
public final class Trainer {
    /** Simulated time of the oracle's and the untrained agent's measurement [ms]. */
    private static final double MEASUREMENT = 300_000;

    private static final long FINISHING_SECONDS = 120;

    private static final String AGENT = "agent";
    private static final int AGENT_VERSION = 1;

    private final Scenario scenario;
    private final Wiring wiring;
    private final Grid grid;
    private final long duration;
    private LoopParts parts;
    private @Nullable RealTime realTime;
    private @Nullable Audience audience;
    private volatile @Nullable SupervisedRun running;
    private @Nullable SectionFile initial;

    /**
     * Builds all parts of the run, but starts nothing and writes nothing.
     *
     * @throws IllegalArgumentException in one sentence, if the parts don't fit each other
     */
    public Trainer(Scenario scenario) {
        this.scenario = scenario;
        wiring = new Wiring(scenario);
        grid = scenario.grid();
        duration = wiring.duration();
        parts = wiring.agent(true);
        List<Track> unused =
                wiring.tracks(parts, parts.reading()); // refuses what can't be recorded
    }

    /**
     * Holds the run to {@code factor} times real time; the results are the same.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public void pace(double factor) {
        realTime = new RealTime(grid, factor);
    }

    /** Asks the run that is under way to come to a clean end. Any thread may call it. */
    public void stop() {
        SupervisedRun now = running;
        if (now != null) {
            now.stop();
        }
    }

    /** Lets an audience look on, and hold the pace in its hands; the results are the same. */
    public void watch(Audience eyes) {
        audience = eyes;
    }

    /**
     * Lets something befall the run that is under way: from the next interval on, whatever the
     * intervention's own time. It is kept in the run's {@code interventions.conf}, from which the run
     * can be repeated to the byte. Any thread may call it.
     *
     * @return the intervention with the time at which it begins; fails if no run is under way
     * @throws IllegalArgumentException in one sentence, if the task or the network can't take it
     */
    public CompletionStage<Intervention> intervene(Intervention what) {
        scenario.check(what.at(0), scenario.environment().create(grid.timing()));
        SupervisedRun now = running;
        return now == null
                ? CompletableFuture.failedFuture(
                        new IllegalStateException("The run has not begun."))
                : now.intervene(what);
    }

    /**
     * Begins with the network that another run trained; all else begins anew. A copy of it is kept in
     * the run's directory.
     *
     * @param trained the directory of a run, or its {@code agent.bin}
     * @throws RefusedException if it is not a network of this scenario's shape, saying what doesn't fit
     */
    public void from(Path trained) throws IOException {
        initial = network(trained);
        parts = build();
    }

    /** What a run left that holds its network: the agent at its end, or else the newest checkpoint. */
    private static SectionFile network(Path trained) throws IOException {
        Path agent = Files.isDirectory(trained) ? trained.resolve(RunDirectory.AGENT) : trained;
        if (Files.exists(agent)) {
            return SectionFile.read(agent, AGENT, AGENT_VERSION);
        }
        Checkpoint newest =
                new CheckpointFolder(trained.resolve(RunDirectory.CHECKPOINTS), 1)
                        .newest(passedOver -> {});
        if (newest == null) {
            throw new RefusedException(
                    trained + " holds no trained agent: neither agent.bin nor a checkpoint.");
        }
        return newest.file();
    }

    /** Runs to the end, and writes progress, summary, learning curve and agent. Call once. */
    public TrainingResult run(RunDirectory directory, Progress progress) throws IOException {
        if (initial != null) {
            writeAgent(directory.initialAgent());
        }
        return run(directory, progress, null);
    }

    /**
     * Goes on with a run that was ended in whatever way, from its newest checkpoint; one that was ended
     * before its first begins again. What is left is what a run that was never stopped leaves. Call once.
     *
     * @throws RefusedException if no checkpoint can be used
     */
    public TrainingResult resume(RunDirectory directory, Progress progress) throws IOException {
        if (Files.exists(directory.initialAgent())) {
            from(directory.initialAgent());
        }
        CheckpointFolder folder =
                new CheckpointFolder(directory.checkpoints(), scenario.run().checkpointsKept());
        return run(directory, progress, folder.newest(progress::noted));
    }

    private LoopParts build() throws IOException {
        return initial == null ? wiring.agent(true) : wiring.trained(initial, true);
    }

    private void writeAgent(Path file) throws IOException {
        SectionFile.writer(AGENT, AGENT_VERSION)
                .section("network", parts.brain()::save)
                .write(file);
    }

    private TrainingResult run(
            RunDirectory directory, Progress progress, @Nullable Checkpoint checkpoint)
            throws IOException {
        CountDownLatch finished = new CountDownLatch(1);
        Pace pace = realTime == null ? Pace.FREE : realTime;
        if (audience != null) {
            pace = audience.begin(grid);
        }
        SupervisedRun run =
                new SupervisedRun(
                        scenario, wiring, directory, progress, pace, parts, this::build, audience);
        Ledger ledger = Ledger.of(parts);
        progress.started(grid.seconds(duration), ledger.mainFigure());
        if (checkpoint != null) {
            progress.resumed(grid.seconds(checkpoint.boundary()));
        }
        running = run;
        Audience eyes = audience;
        if (eyes != null) {
            eyes.whenTouched(change -> byHand(change, eyes));
        }
        Thread hook = new Thread(() -> stop(run, finished), "finish the run");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Outcome outcome = run.run(checkpoint);
            parts = run.parts();
            TrainingResult result =
                    finish(directory, ledger, outcome, run.interventions(), progress);
            progress.finished(result);
            return result;
        } finally {
            finished.countDown();
            if (audience != null) {
                audience.end();
            }
            if (realTime != null) {
                realTime.close();
            }
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending: the hook is at work.
            }
        }
    }

    /** Lets a hand's change befall the run, and its audience know what came of it. */
    private void byHand(Change change, Audience eyes) {
        try {
            var unused =
                    intervene(new Intervention(0, change))
                            .whenComplete(
                                    (begun, failure) -> {
                                        if (failure == null) {
                                            eyes.begun(begun);
                                        }
                                    });
        } catch (IllegalArgumentException refused) {
            eyes.refused(String.valueOf(refused.getMessage()));
        }
    }

    /** Asks the run to end, and holds the process until its files are written. */
    private static void stop(SupervisedRun run, CountDownLatch finished) {
        run.stop();
        try {
            if (!finished.await(FINISHING_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The run could not be finished in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TrainingResult finish(
            RunDirectory directory,
            Ledger ledger,
            Outcome outcome,
            List<Intervention> interventions,
            Progress progress)
            throws IOException {
        Milestones milestones = outcome.milestones();
        Reading last = milestones.last();
        Map<String, Double> oracle = Map.of();
        Map<String, Double> untrained = Map.of();
        if (outcome.end() != RunEnd.FAILED) {
            writeAgent(directory.agent());
            progress.measuring();
            long intervals = Math.round(MEASUREMENT / grid.interval());
            oracle = Evaluation.measure(wiring.oracle(), intervals);
            untrained = Evaluation.measure(wiring.agent(false), intervals);
        }
        double simulated = grid.seconds(last.intervals());
        double factor = grid.seconds(last.intervals() - outcome.begun()) / outcome.wallSeconds();
        Map<String, Double> finals = ledger.figures(milestones.finalWindow(), last);
        Map<String, Double> overall = ledger.figures(milestones.first(), last);
        Summary summary =
                new Summary()
                        .put("scenario", scenario.name())
                        .put("seed", scenario.run().seed())
                        .put("end", outcome.end().name().toLowerCase(java.util.Locale.ROOT))
                        .put("sim_time_s", simulated)
                        .put("wall_time_s", outcome.wallSeconds())
                        .put("real_time_factor", factor);
        if (realTime != null) {
            putLateness(summary, realTime.lateness());
        }
        put(summary, "final_", finals);
        put(summary, "overall_", overall);
        put(summary, "oracle_", oracle);
        put(summary, "untrained_", untrained);
        if (!outcome.message().isEmpty()) {
            summary.put("error", outcome.message());
        }
        String json = summary.json();
        try {
            directory.write(directory.summary(), json);
            drawCurve(directory, interventions, untrained, oracle, ledger.mainFigure());
        } catch (IOException e) {
            if (outcome.end() != RunEnd.FAILED) {
                throw e;
            }
            // What failed the run may well be that nothing can be written; the outcome says it.
        }
        return new TrainingResult(
                outcome.end(),
                outcome.message(),
                simulated,
                outcome.wallSeconds(),
                factor,
                finals,
                overall,
                oracle,
                untrained,
                ledger.mainFigure(),
                json);
    }

    /** Intervals by how late they began; the keys say the upper edges of the bins. */
    private static void putLateness(Summary summary, Lateness lateness) {
        summary.put("real_time_deadlines_missed", lateness.missed());
        for (int b = 0; b < lateness.bins(); b++) {
            if (lateness.count(b) > 0) {
                double below = lateness.below(b);
                String edge =
                        Double.isInfinite(below) ? "longer" : "below_" + Math.round(below) + "_ms";
                summary.put("real_time_late_" + edge, lateness.count(b));
            }
        }
    }

    private void drawCurve(
            RunDirectory directory,
            List<Intervention> interventions,
            Map<String, Double> untrained,
            Map<String, Double> oracle,
            String figure)
            throws IOException {
        ProgressTable rows = ProgressTable.read(directory.progress());
        if (rows.rows().isEmpty()) {
            return;
        }
        String unit =
                parts.body().spec().metrics().stream()
                        .filter(metric -> metric.name().equals(figure))
                        .map(Metric::unit)
                        .findFirst()
                        .orElse("");
        new LearningCurve(
                        scenario.name(),
                        "seed " + scenario.run().seed(),
                        figure,
                        unit,
                        untrained.getOrDefault(figure, Double.NaN),
                        oracle.getOrDefault(figure, Double.NaN),
                        bands(interventions))
                .draw(rows)
                .write(directory.learningCurve());
    }

    /** Each intervention by what it does, from its beginning to its end. */
    static List<LearningCurve.Band> bands(List<Intervention> interventions) {
        return interventions.stream()
                .map(what -> new LearningCurve.Band(what.at(), what.ends(), what.change().key()))
                .toList();
    }

    private static void put(Summary summary, String prefix, Map<String, Double> figures) {
        figures.forEach((name, value) -> summary.put(prefix + name, value));
    }
}
