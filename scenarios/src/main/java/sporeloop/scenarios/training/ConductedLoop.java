package sporeloop.scenarios.training;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.Behaviors;
import java.util.concurrent.CompletableFuture;
import sporeloop.agents.AgentActor;
import sporeloop.bridge.Agent;
import sporeloop.bridge.Bridge;
import sporeloop.bridge.EnvironmentActor;
import sporeloop.bridge.Pace;
import sporeloop.bridge.Pulse;

/** A loop in actors without a run around it, advanced from outside: for benchmarks. */
final class ConductedLoop implements AutoCloseable {
    private record Advance(long until, CompletableFuture<Bridge.Reached> reached) {}

    private final ActorSystem<Advance> system;

    /** The actors of parts that have been started, on {@code threads} threads. */
    ConductedLoop(LoopParts parts, int threads) {
        system = ActorSystem.create(guardian(parts), "loop", AkkaSettings.of(threads));
    }

    private static Behavior<Advance> guardian(LoopParts parts) {
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
                                            environment, agent, parts.exchange(), pulse, Pace.FREE),
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
    public void close() {
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
    }
}
