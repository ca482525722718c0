package sporeloop.scenarios.training;

import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
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

/** The actors of a loop without a run around them, recorded or not: for benchmarks. */
final class LoopActors implements AutoCloseable {
    private final LoopParts parts;
    private final @Nullable RecordingPlan recording;
    private final @Nullable Tape tape;
    private final ExecutorService recorder = Executors.newSingleThreadExecutor();

    /** The actors that parts, which are started here, will have; recorded if so planned. */
    LoopActors(LoopParts parts, @Nullable RecordingPlan recording) {
        this.parts = parts;
        this.recording = recording;
        parts.loop().start();
        tape = recording == null ? null : recording.tape(parts.exchange(), this::keep);
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

    /** Brings them into being, on the run's threads; their bridge is who takes orders. */
    ActorRef<Bridge.Command> spawn(ActorContext<?> context, String name) {
        DispatcherSelector run = DispatcherSelector.fromConfig(AkkaSettings.RUN);
        Pulse pulse = new Pulse();
        ActorRef<EnvironmentActor.Command> environment =
                context.spawn(
                        EnvironmentActor.create(parts.body(), pulse), name + "-environment", run);
        ActorRef<Agent> agent =
                context.spawn(AgentActor.create(parts.brain(), pulse), name + "-agent", run);
        return context.spawn(
                Bridge.create(
                        environment,
                        agent,
                        parts.exchange(),
                        pulse,
                        tape == null ? Pace.FREE : tape.pace(Pace.FREE),
                        tape == null ? Witness.NONE : tape),
                name + "-bridge",
                run);
    }

    /** Closes the recording; to be called when the actors are gone. */
    @Override
    public void close() throws IOException {
        CompletableFuture.runAsync(recorder::shutdown, recorder).join();
        if (recording != null) {
            recording.writer().close();
        }
    }
}
