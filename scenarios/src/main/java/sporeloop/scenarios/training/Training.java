package sporeloop.scenarios.training;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.ChildFailed;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import sporeloop.agents.AgentActor;
import sporeloop.bridge.Agent;
import sporeloop.bridge.Bridge;
import sporeloop.bridge.EnvironmentActor;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Intervention;
import sporeloop.bridge.Pace;
import sporeloop.bridge.Pulse;
import sporeloop.bridge.Reading;
import sporeloop.bridge.Reported;
import sporeloop.bridge.Saved;
import sporeloop.bridge.Side;
import sporeloop.bridge.Witness;
import sporeloop.results.RefusedException;
import sporeloop.results.run.ProgressCsv;

/**
 * Owns the life of one run: starts its actors, pauses the loop where a row or a checkpoint
 * is due, has it written, watches for silence, and decides what a failure means: the end of the run, in one sentence.
 * <pre>
 *   Run(until) ─▶ Bridge … Reached ─▶ Report ─▶ both sides … Reported ×2 ─▶ row ─▶ Recorder, next Run
 * </pre>
 * Lives on the default dispatcher: it must not share the thread that it watches.
 */
final class Training extends AbstractBehavior<Training.Command> {
    private static final double LONGEST_LOOK = 0.25;
    private static final String RECORDER = "recorder";
    private static final String ENVIRONMENT = "environment";
    private static final String AGENT = "agent";

    /** What a run's training is told. */
    sealed interface Command {}

    /** Stop at the next boundary and come to a clean end. */
    record Stop() implements Command {}

    /**
     * Let something befall the loop, whatever its own time, from the next interval on.
     *
     * @param begun completed with the intervention at its time
     */
    record Intervene(Intervention what, CompletableFuture<Intervention> begun) implements Command {}

    private record AtBoundary(Bridge.Reached reached) implements Command {}

    private record Heard(Reported reported) implements Command {}

    private record Begun(Bridge.Intervened intervened) implements Command {}

    private record Look() implements Command {}

    private record Taken(Saved saved) implements Command {}

    private record Kept(Recorder.Checkpointed checkpointed) implements Command {}

    private record Written() implements Command {}

    private record Overdue() implements Command {}

    private record Gone(String who) implements Command {}

    /**
     * All that a run needs.
     *
     * @param parts started or restored; they belong to the actors until the outcome is there
     * @param milestones where to pause; the last reading is that of the parts
     * @param watchdog silence that fails the run [s]
     * @param recording null: none
     * @param onlooker sees each interval besides the recording
     * @param interventions of the scenario and by hand, in the exchange already; grows
     * @param outcome completed at the end, however the run ends
     */
    record Plan(
            LoopParts parts,
            Milestones milestones,
            double watchdog,
            Pace pace,
            ProgressCsv rows,
            @Nullable RecordingPlan recording,
            Witness onlooker,
            List<Intervention> interventions,
            InterventionFile interventionFile,
            CheckpointFolder checkpoints,
            Progress progress,
            CompletableFuture<Outcome> outcome) {}

    private final Plan plan;
    private final TimerScheduler<Command> timers;
    private final Grid grid;
    private final Ledger ledger;
    private final Milestones milestones;
    private final Watchdog watchdog;
    private final Pulse pulse = new Pulse();
    private final ActorRef<Recorder.Command> recorder;
    private final @Nullable Tape tape;
    private final ActorRef<EnvironmentActor.Command> environment;
    private final ActorRef<Agent> agent;
    private final ActorRef<Bridge.Command> bridge;
    private final ActorRef<Bridge.Reached> onReached;
    private final ActorRef<Reported> onReported;
    private final ActorRef<Saved> onSaved;
    private final ActorRef<Recorder.Checkpointed> onCheckpointed;
    private final ActorRef<Bridge.Intervened> onIntervened;
    private final Deque<CompletableFuture<Intervention>> asked = new ArrayDeque<>();
    private final long start;
    private final long begun = System.nanoTime();

    private Bridge.@Nullable Reached reached;
    private double @Nullable [] tallies;
    private double @Nullable [] telemetry;
    private @Nullable Snapshot idle = new Snapshot();
    private @Nullable Snapshot filling;
    private boolean checkpointWaits;
    private boolean stopping;
    private double mainFigure = Double.NaN;
    private @Nullable Outcome outcome;

    private static Witness witness(@Nullable Tape tape, Witness onlooker) {
        if (tape == null || onlooker == Witness.NONE) {
            return tape == null ? onlooker : tape;
        }
        return exchange -> {
            tape.see(exchange);
            onlooker.see(exchange);
        };
    }

    private Training(ActorContext<Command> context, TimerScheduler<Command> timers, Plan plan) {
        super(context);
        this.plan = plan;
        this.timers = timers;
        LoopParts parts = plan.parts();
        grid = parts.exchange().grid();
        ledger = Ledger.of(parts);
        milestones = plan.milestones();
        start = milestones.last().intervals();
        pulse.exchanged(start);
        double period = Math.min(LONGEST_LOOK, plan.watchdog() / 4);
        timers.startTimerWithFixedDelay(new Look(), Duration.ofNanos((long) (period * 1e9)));

        DispatcherSelector run = DispatcherSelector.fromConfig(AkkaSettings.RUN);
        DispatcherSelector files = DispatcherSelector.fromConfig(AkkaSettings.FILES);
        RecordingPlan recording = plan.recording();
        recorder =
                context.spawn(
                        Recorder.create(
                                plan.rows(),
                                recording == null ? null : recording.writer(),
                                plan.checkpoints(),
                                plan.interventionFile(),
                                plan.progress()),
                        RECORDER,
                        files);
        tape =
                recording == null
                        ? null
                        : recording.tape(
                                parts.exchange(),
                                (frame, from) -> recorder.tell(new Recorder.Keep(frame, from)));
        Pace pace = tape == null ? plan.pace() : tape.pace(plan.pace());
        watchdog = new Watchdog(pulse, grid, plan.watchdog(), period, pace != Pace.FREE, tape);
        environment = context.spawn(EnvironmentActor.create(parts.body(), pulse), ENVIRONMENT, run);
        agent = context.spawn(AgentActor.create(parts.brain(), pulse), AGENT, run);
        bridge =
                context.spawn(
                        Bridge.create(
                                environment,
                                agent,
                                parts.exchange(),
                                pulse,
                                pace,
                                witness(tape, plan.onlooker())),
                        "bridge",
                        run);
        context.watch(recorder);
        context.watch(environment);
        context.watch(agent);
        context.watch(bridge);
        onReached = context.messageAdapter(Bridge.Reached.class, AtBoundary::new);
        onReported = context.messageAdapter(Reported.class, Heard::new);
        onSaved = context.messageAdapter(Saved.class, Taken::new);
        onCheckpointed = context.messageAdapter(Recorder.Checkpointed.class, Kept::new);
        onIntervened = context.messageAdapter(Bridge.Intervened.class, Begun::new);
        bridge.tell(new Bridge.Run(milestones.next(start), onReached));
    }

    /** The training of one run. */
    static Behavior<Command> create(Plan plan) {
        return Behaviors.setup(
                context -> Behaviors.withTimers(timers -> new Training(context, timers, plan)));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(AtBoundary.class, this::onAtBoundary)
                .onMessage(Heard.class, this::onHeard)
                .onMessage(Look.class, this::onLook)
                .onMessage(Stop.class, this::onStop)
                .onMessage(Intervene.class, this::onIntervene)
                .onMessage(Begun.class, this::onBegun)
                .onMessage(Taken.class, this::onTaken)
                .onMessage(Kept.class, this::onKept)
                .onMessage(Written.class, this::onWritten)
                .onMessage(Overdue.class, this::onOverdue)
                .onMessage(Gone.class, this::onGone)
                .onSignal(ChildFailed.class, this::onChildFailed)
                .onSignal(Terminated.class, this::onTerminated)
                .build();
    }

    private Behavior<Command> onAtBoundary(AtBoundary boundary) {
        reached = boundary.reached();
        environment.tell(new EnvironmentActor.Report(onReported));
        agent.tell(new Agent.Report(onReported));
        return this;
    }

    private Behavior<Command> onHeard(Heard heard) {
        if (heard.reported().side() == Side.BODY) {
            tallies = heard.reported().values();
        } else {
            telemetry = heard.reported().values();
        }
        if (reached == null || tallies == null || telemetry == null || outcome != null) {
            return this;
        }
        Reading reading =
                new Reading(
                        reached.intervals(),
                        reached.rewardSum(),
                        reached.motorSpikes(),
                        tallies,
                        telemetry);
        reached = null;
        tallies = null;
        telemetry = null;
        return onReading(reading);
    }

    private Behavior<Command> onReading(Reading reading) {
        if (reading.intervals() == milestones.last().intervals()) {
            return proceed(); // stopped or over where it began: all that is due here is written
        }
        milestones.keep(reading);
        if (milestones.onReportGrid(reading.intervals())) {
            writeRow();
        }
        if (milestones.checkpointDue(reading.intervals())) {
            checkpointWaits = true;
            return takeSnapshot();
        }
        return proceed();
    }

    private void writeRow() {
        Reading from = milestones.lastRow();
        Reading to = milestones.last();
        recorder.tell(new Recorder.Append(ledger.row(from, to)));
        mainFigure = ledger.figures(from, to).getOrDefault(ledger.mainFigure(), Double.NaN);
        milestones.wroteRow();
    }

    /** Has the state written to memory; waits if the checkpoint before is still being written. */
    private Behavior<Command> takeSnapshot() {
        Snapshot snapshot = idle;
        if (snapshot == null || !checkpointWaits) {
            return this;
        }
        checkpointWaits = false;
        idle = null;
        filling = snapshot;
        snapshot.begin(milestones.last().intervals(), milestones);
        environment.tell(new EnvironmentActor.Save(snapshot.buffer(Side.BODY), onSaved));
        agent.tell(new Agent.Save(snapshot.buffer(Side.BRAIN), onSaved));
        bridge.tell(new Bridge.Save(snapshot.buffer(Side.BRIDGE), onSaved));
        return this;
    }

    private Behavior<Command> onTaken(Taken taken) {
        Snapshot snapshot = filling;
        if (snapshot == null || outcome != null || !snapshot.filled()) {
            return this;
        }
        filling = null;
        recorder.tell(new Recorder.Checkpoint(snapshot, onCheckpointed));
        return proceed();
    }

    private Behavior<Command> onKept(Kept kept) {
        idle = kept.checkpointed().snapshot();
        return takeSnapshot();
    }

    /** Goes on from a boundary; what only a run that ends here writes comes after its checkpoint. */
    private Behavior<Command> proceed() {
        long k = milestones.last().intervals();
        boolean done = milestones.done(k);
        if (!done && !stopping) {
            bridge.tell(new Bridge.Run(milestones.next(k), onReached));
            return this;
        }
        if (milestones.sinceLastRow(k)) {
            writeRow();
        }
        return end(done ? RunEnd.DONE : RunEnd.INTERRUPTED, "");
    }

    private Behavior<Command> onLook(Look look) {
        if (outcome != null) {
            return this;
        }
        recorder.tell(new Recorder.Show(grid.seconds(pulse.interval()), mainFigure));
        String silence = watchdog.look();
        return silence.isEmpty() ? this : end(RunEnd.FAILED, silence);
    }

    private Behavior<Command> onStop(Stop stop) {
        stopping = true;
        bridge.tell(new Bridge.Stop());
        return this;
    }

    private Behavior<Command> onIntervene(Intervene intervene) {
        asked.add(intervene.begun());
        bridge.tell(new Bridge.Intervene(intervene.what(), onIntervened));
        return this;
    }

    /** It is written down before any checkpoint that knows of it: the bridge's words come in order. */
    private Behavior<Command> onBegun(Begun begun) {
        Intervention what = begun.intervened().what();
        plan.interventions().add(what);
        recorder.tell(new Recorder.Note(List.copyOf(plan.interventions())));
        asked.remove().complete(what);
        return this;
    }

    private Behavior<Command> onChildFailed(ChildFailed failed) {
        Throwable cause = failed.cause();
        String who = failed.getRef().path().name();
        if (who.equals(RECORDER)) {
            String sentence = "The run can't be written down: " + words(cause) + ".";
            Outcome first = outcome;
            outcome =
                    first != null && first.end() == RunEnd.FAILED
                            ? first
                            : outcome(RunEnd.FAILED, sentence, cause, false);
            return finish();
        }
        String sentence =
                String.format(
                        Locale.ROOT,
                        "The %s failed at simulated time %.3f s: %s.",
                        who,
                        grid.seconds(pulse.interval()),
                        words(cause));
        boolean side = who.equals(ENVIRONMENT) || who.equals(AGENT);
        return outcome != null ? this : end(outcome(RunEnd.FAILED, sentence, cause, side));
    }

    /** A child that stopped without a word; what it said before comes first. */
    private Behavior<Command> onTerminated(Terminated ended) {
        getContext().getSelf().tell(new Gone(ended.getRef().path().name()));
        return this;
    }

    private Behavior<Command> onGone(Gone gone) {
        String who = gone.who();
        if (who.equals(RECORDER)) {
            outcome =
                    outcome(
                            RunEnd.FAILED,
                            "The run can't be written down: the recorder stopped.",
                            null,
                            false);
            return finish();
        }
        String sentence =
                String.format(
                        Locale.ROOT,
                        "The %s stopped at simulated time %.3f s without a word.",
                        who,
                        grid.seconds(pulse.interval()));
        boolean side = who.equals(ENVIRONMENT) || who.equals(AGENT);
        return outcome != null ? this : end(outcome(RunEnd.FAILED, sentence, null, side));
    }

    private Behavior<Command> end(RunEnd end, String message) {
        return end(outcome(end, message, null, false));
    }

    private Behavior<Command> end(Outcome found) {
        outcome = found;
        if (tape != null && !watchdog.suspectsBridge()) {
            tape.end();
        }
        timers.startSingleTimer(new Overdue(), Duration.ofNanos((long) (plan.watchdog() * 1e9)));
        recorder.tell(
                new Recorder.Close(
                        getContext()
                                .messageAdapter(Recorder.Closed.class, closed -> new Written())));
        return this;
    }

    private Behavior<Command> onWritten(Written written) {
        return finish();
    }

    private Behavior<Command> onOverdue(Overdue overdue) {
        Outcome first = outcome;
        if (first != null && first.end() != RunEnd.FAILED) {
            outcome =
                    outcome(
                            RunEnd.FAILED,
                            String.format(
                                    Locale.ROOT,
                                    "The run can't be written down: the recorder has been silent"
                                            + " for %.3g s.",
                                    plan.watchdog()),
                            null,
                            false);
        }
        return finish();
    }

    private Behavior<Command> finish() {
        plan.outcome().complete(outcome);
        return Behaviors.stopped();
    }

    private Outcome outcome(
            RunEnd end, String message, @Nullable Throwable cause, boolean sideFailed) {
        double wall = (System.nanoTime() - begun) / 1e9;
        return new Outcome(end, message, cause, sideFailed, milestones, start, wall);
    }

    /** What was thrown, in words that stand in the middle of a sentence. */
    private static String words(Throwable cause) {
        if (cause instanceof UncheckedIOException unchecked) {
            IOException beneath = Objects.requireNonNull(unchecked.getCause());
            String reason = RefusedException.why(beneath);
            return beneath instanceof FileSystemException file && file.getFile() != null
                    ? file.getFile() + ": " + reason
                    : reason;
        }
        String message = cause.getMessage();
        String said = message == null || message.isBlank() ? cause.toString() : message;
        return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }
}
