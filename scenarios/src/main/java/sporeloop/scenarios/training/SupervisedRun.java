package sporeloop.scenarios.training;

import akka.actor.typed.ActorSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Intervention;
import sporeloop.bridge.Pace;
import sporeloop.bridge.Reading;
import sporeloop.bridge.Witness;
import sporeloop.results.run.ProgressCsv;
import sporeloop.results.run.RunDirectory;
import sporeloop.scenarios.file.Scenario;

/**
 * One run in its directory, from a start or a checkpoint to an outcome. A run whose environment or
 * agent throws goes on from its last checkpoint in new parts, {@code run.restarts} times.
 */
final class SupervisedRun {
    private static final double FINAL_WINDOW = 600_000;
    private static final long ENDING_SECONDS = 5;

    /** Builds the parts of a run that begins. */
    @FunctionalInterface
    interface Recipe {
        LoopParts build() throws IOException;
    }

    private final Scenario scenario;
    private final Wiring wiring;
    private final Grid grid;
    private final RunDirectory directory;
    private final CheckpointFolder checkpoints;
    private final InterventionFile interventionFile;
    private final Progress progress;
    private final Pace pace;
    private final Recipe recipe;
    private final @Nullable Audience audience;

    private final List<Intervention> interventions;
    private @Nullable ActorSystem<Training.Command> system;
    private CompletableFuture<Outcome> ended = new CompletableFuture<>();
    private boolean stopping;
    private LoopParts parts;

    /**
     * A run that has yet to begin.
     *
     * @param parts what {@code recipe} built
     * @param audience who looks; null: nobody
     */
    SupervisedRun(
            Scenario scenario,
            Wiring wiring,
            RunDirectory directory,
            Progress progress,
            Pace pace,
            LoopParts parts,
            Recipe recipe,
            @Nullable Audience audience) {
        this.scenario = scenario;
        this.wiring = wiring;
        this.directory = directory;
        this.progress = progress;
        this.pace = pace;
        this.parts = parts;
        this.recipe = recipe;
        this.audience = audience;
        grid = scenario.grid();
        checkpoints =
                new CheckpointFolder(directory.checkpoints(), scenario.run().checkpointsKept());
        interventions = new CopyOnWriteArrayList<>(scenario.interventions());
        interventionFile = new InterventionFile(directory.interventions(), grid.step());
    }

    /** The parts of the last attempt; they belong to the caller once the outcome is there. */
    LoopParts parts() {
        return parts;
    }

    /** All that has befallen the loop so far or will, the scenario's interventions first. */
    List<Intervention> interventions() {
        return List.copyOf(interventions);
    }

    /** Lets something befall the loop from the next interval on. */
    synchronized CompletionStage<Intervention> intervene(Intervention what) {
        CompletableFuture<Intervention> begun = new CompletableFuture<>();
        ActorSystem<Training.Command> running = system;
        if (running == null) {
            begun.completeExceptionally(new IllegalStateException("The run has not begun."));
            return begun;
        }
        running.tell(new Training.Intervene(what, begun));
        Future<?> unused =
                ended.thenRun(
                        () ->
                                begun.completeExceptionally(
                                        new IllegalStateException("The run has ended.")));
        return begun;
    }

    /** The actors of the attempt under way, or of the last one; null before the first. */
    synchronized @Nullable ActorSystem<Training.Command> system() {
        return system;
    }

    /** Asks the run to come to a clean end. */
    synchronized void stop() {
        stopping = true;
        ActorSystem<Training.Command> running = system;
        if (running != null) {
            running.tell(new Training.Stop());
        }
    }

    /** Runs from {@code checkpoint}, or from the start. */
    Outcome run(@Nullable Checkpoint checkpoint) throws IOException {
        interventions.addAll(interventionFile.byHand(scenario.interventions()));
        Outcome outcome = attempt(checkpoint);
        for (int restart = 1; mayRestart(outcome, restart); restart++) {
            Checkpoint last = checkpoints.newest(progress::noted);
            double from = last == null ? 0 : grid.seconds(last.boundary());
            progress.restarted(outcome.message(), from);
            parts = recipe.build();
            Outcome next = attempt(last);
            outcome = next.end() == RunEnd.FAILED ? next.after(restart, from) : next;
        }
        return outcome;
    }

    private synchronized boolean mayRestart(Outcome outcome, int restart) {
        return outcome.sideFailed() && !stopping && restart <= scenario.run().restarts();
    }

    private Outcome attempt(@Nullable Checkpoint checkpoint) throws IOException {
        Milestones.Course course = course();
        interventions.stream()
                .skip(scenario.interventions().size())
                .forEach(parts.exchange()::intervene);
        Milestones milestones;
        ProgressCsv rows;
        if (checkpoint == null) {
            parts.loop().start();
            milestones = new Milestones(parts.reading(), course);
            Files.deleteIfExists(directory.progress());
            rows = ProgressCsv.create(directory.progress(), Ledger.of(parts).columns());
        } else {
            milestones = checkpoint.restore(parts, course);
            rows = ProgressCsv.resume(directory.progress(), checkpoint.lengths().progress());
        }
        RecordingPlan recording = recording(checkpoint, milestones.lastRow());
        CompletableFuture<Outcome> end = new CompletableFuture<>();
        Training.Plan plan =
                new Training.Plan(
                        parts,
                        milestones,
                        scenario.bridge().watchdog(),
                        pace,
                        rows,
                        recording,
                        audience == null
                                ? Witness.NONE
                                : audience.broadcast(
                                        SeenTracks.of(
                                                wiring,
                                                parts,
                                                Wiring.LEARNING,
                                                milestones.lastRow()),
                                        parts.exchange()),
                        interventions,
                        interventionFile,
                        checkpoints,
                        progress,
                        end);
        return outcome(start(plan), end);
    }

    private @Nullable RecordingPlan recording(@Nullable Checkpoint checkpoint, Reading lastRow)
            throws IOException {
        List<Track> tracks = wiring.tracks(parts, lastRow);
        if (tracks.isEmpty()) {
            return null;
        }
        if (checkpoint == null) {
            Files.deleteIfExists(directory.recording());
            return RecordingPlan.create(directory.recording(), tracks, wiring);
        }
        long length = checkpoint.lengths().recording();
        return RecordingPlan.resume(directory.recording(), length, tracks, wiring);
    }

    private Milestones.Course course() {
        return new Milestones.Course(
                wiring.duration(),
                wiring.report(),
                Math.round(FINAL_WINDOW / grid.interval()),
                wiring.checkpoint(),
                wiring.rebuild());
    }

    private synchronized ActorSystem<Training.Command> start(Training.Plan plan) {
        ActorSystem<Training.Command> started =
                ActorSystem.create(
                        Training.create(plan),
                        "sporeloop",
                        AkkaSettings.of(scenario.run().threads()));
        system = started;
        ended = plan.outcome();
        if (stopping) {
            started.tell(new Training.Stop());
        }
        return started;
    }

    private static Outcome outcome(
            ActorSystem<Training.Command> system, CompletableFuture<Outcome> ended) {
        var gone = system.getWhenTerminated().toCompletableFuture();
        CompletableFuture.anyOf(ended, gone).join();
        if (!ended.isDone()) {
            throw new IllegalStateException(
                    "the actors ended without an outcome, as they do when memory runs out");
        }
        Outcome outcome = ended.join();
        try {
            gone.get(ENDING_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // A side hangs: its thread can't be stopped, and dies with the process.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return outcome;
    }
}
