package sporeloop.scenarios.training;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.Behaviors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import sporeloop.agents.AgentActor;
import sporeloop.bridge.Agent;
import sporeloop.bridge.Bridge;
import sporeloop.bridge.EnvironmentActor;
import sporeloop.bridge.Pace;
import sporeloop.bridge.Pulse;
import sporeloop.bridge.Witness;
import sporeloop.results.recording.FrameBuffer;

/** A loop in actors without a run around it, advanced from outside: for benchmarks. */
final class ConductedLoop implements AutoCloseable {
    private record Advance(long until, CompletableFuture<Bridge.Reached> reached) {}

    private final ActorSystem<Advance> system;

    private final @Nullable RecordingPlan recording;
    private final ExecutorService recorder = Executors.newSingleThreadExecutor();

    /** The actors of parts, which are started, on {@code threads} threads; recorded if so planned. */
    ConductedLoop(LoopParts parts, int threads, @Nullable RecordingPlan recording) {
        this.recording = recording;
        parts.loop().start();
        Tape tape = recording == null ? null : recording.tape(parts.exchange(), this::keep);
        system = ActorSystem.create(guardian(parts, tape), "loop", AkkaSettings.of(threads));
    }

    private void keep(FrameBuffer frame, Tape tape) {
        recorder.execute(
                () -> {
                    try {
                        Objects.requireNonNull(recording).writer().append(frame);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    tape.giveBack(frame);
                });
    }

    private static Behavior<Advance> guardian(LoopParts parts, @Nullable Tape tape) {
        return Behaviors.setup(
                context -> {
                    DispatcherSelector run = DispatcherSelector.fromConfig(AkkaSettings.RUN);
                    Pulse pulse = new Pulse();
                    ActorRef<EnvironmentActor.Command> environment =
                            context.spawn(
                                    EnvironmentActor.create(parts.body(), pulse),
                                    "environment",
                                    run);
                    ActorRef<Agent> agent =
                            context.spawn(AgentActor.create(parts.brain(), pulse), "agent", run);
                    ActorRef<Bridge.Command> bridge =
                            context.spawn(
                                    Bridge.create(
                                            environment,
                                            agent,
                                            parts.exchange(),
                                            pulse,
                                            tape == null ? Pace.FREE : tape.pace(Pace.FREE),
                                            tape == null ? Witness.NONE : tape),
                                    "bridge",
                                    run);
                    return Behaviors.receiveMessage(
                            (Advance advance) -> {
                                ActorRef<Bridge.Reached> replyTo =
                                        context.spawnAnonymous(
                                                Behaviors.receiveMessage(
                                                        (Bridge.Reached reached) -> {
                                                            advance.reached().complete(reached);
                                                            return Behaviors.stopped();
                                                        }));
                                bridge.tell(new Bridge.Run(advance.until(), replyTo));
                                return Behaviors.same();
                            });
                });
    }

    /** Advances until {@code until} intervals are done, and waits for that. */
    void advance(long until) {
        CompletableFuture<Bridge.Reached> reached = new CompletableFuture<>();
        system.tell(new Advance(until, reached));
        reached.join();
    }

    @Override
    public void close() throws IOException {
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
        CompletableFuture.runAsync(recorder::shutdown, recorder).join();
        if (recording != null) {
            recording.writer().close();
        }
    }
}
