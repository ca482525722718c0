package sporeloop.scenarios.training;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.ChildFailed;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.Behaviors;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import sporeloop.bridge.Bridge;
import sporeloop.bridge.Loop;

/**
 * Advances a plain loop and loops in actors in turns, on one and the same thread, and times each: what
 * the machine does to one of them, its caches and its other work, it does to the others.
 */
final class Turns {
    private final Loop plain;
    private final List<ActorRef<Bridge.Command>> bridges;
    private final ActorRef<Bridge.Reached> self;
    private final CompletableFuture<double[][]> done;
    private final long warmUp;
    private final long chunk;
    private final double[][] nanos;

    private int turn = -1; // the warm-up
    private int loop;
    private long start;

    private Turns(
            Loop plain,
            List<ActorRef<Bridge.Command>> bridges,
            ActorRef<Bridge.Reached> self,
            long warmUp,
            long chunk,
            int chunks,
            CompletableFuture<double[][]> done) {
        this.plain = plain;
        this.bridges = bridges;
        this.self = self;
        this.warmUp = warmUp;
        this.chunk = chunk;
        this.done = done;
        nanos = new double[bridges.size() + 1][chunks];
    }

    /**
     * The guardian of such turns.
     *
     * @param warmUp exchange intervals that are not timed
     * @param chunk exchange intervals of a turn
     * @param done wall time of each turn [ns], {@code [loops][chunks]}, the plain loop first
     */
    static Behavior<Void> create(
            Loop plain,
            List<LoopActors> loops,
            long warmUp,
            long chunk,
            int chunks,
            CompletableFuture<double[][]> done) {
        return Behaviors.setup(
                context -> {
                    List<ActorRef<Bridge.Command>> bridges =
                            loops.stream()
                                    .map(l -> l.spawn(context, "loop-" + loops.indexOf(l)))
                                    .toList();
                    Behavior<Bridge.Reached> turns =
                            Behaviors.setup(
                                    own ->
                                            new Turns(
                                                            plain,
                                                            bridges,
                                                            own.getSelf(),
                                                            warmUp,
                                                            chunk,
                                                            chunks,
                                                            done)
                                                    .begin());
                    context.spawn(turns, "turns", DispatcherSelector.fromConfig(AkkaSettings.RUN));
                    context.getChildren().forEach(context::watch);
                    return Behaviors.<Void>receiveSignal(
                            (c, signal) -> {
                                if (signal instanceof ChildFailed failed) {
                                    done.completeExceptionally(failed.cause());
                                }
                                return Behaviors.same();
                            });
                });
    }

    private Behavior<Bridge.Reached> begin() {
        plainTurn();
        return Behaviors.receiveMessage(reached -> ended());
    }

    private void plainTurn() {
        long begun = System.nanoTime();
        plain.advance(turn < 0 ? warmUp : chunk);
        keep(0, begun);
        loop = 0;
        actorsTurn();
    }

    private void actorsTurn() {
        start = System.nanoTime();
        bridges.get(loop).tell(new Bridge.Run(warmUp + (turn + 1) * chunk, self));
    }

    private Behavior<Bridge.Reached> ended() {
        keep(++loop, start);
        if (loop < bridges.size()) {
            actorsTurn();
        } else if (++turn < nanos[0].length) {
            plainTurn();
        } else {
            done.complete(nanos);
            return Behaviors.stopped();
        }
        return Behaviors.same();
    }

    private void keep(int which, long begun) {
        if (turn >= 0) {
            nanos[which][turn] = System.nanoTime() - begun;
        }
    }
}
