package sporeloop.scenarios.training;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import sporeloop.bridge.Bridge;

/** A loop in actors without a run around it, advanced from outside. */
final class ConductedLoop implements AutoCloseable {
    private record Advance(long until, CompletableFuture<Bridge.Reached> reached) {}

    private final LoopActors actors;
    private final ActorSystem<Advance> system;

    /** The actors of parts, which are started, on {@code threads} threads; recorded if so planned. */
    ConductedLoop(LoopParts parts, int threads, @Nullable RecordingPlan recording) {
        actors = new LoopActors(parts, recording);
        system = ActorSystem.create(guardian(actors), "loop", AkkaSettings.of(threads));
    }

    private static Behavior<Advance> guardian(LoopActors actors) {
        return Behaviors.setup(
                context -> {
                    ActorRef<Bridge.Command> bridge = actors.spawn(context, "loop");
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
        actors.close();
    }
}
