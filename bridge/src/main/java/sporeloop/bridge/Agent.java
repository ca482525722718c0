package sporeloop.bridge;

import akka.actor.typed.ActorRef;
import java.util.List;
import sporeloop.spore.Spikes;

/** What the bridge tells an agent: the protocol that every agent actor speaks. */
public sealed interface Agent {
    /**
     * Be the brain of interval {@code k}; answer with {@link Bridge.Acted}.
     *
     * @param steps steps of the interval
     * @param befalls what the brain loses at the interval's beginning
     * @param sensory lent until the answer; read only
     * @param reward held constant in the interval
     * @param motor to be cleared and filled; goes back with the answer
     */
    record Advance(
            long k,
            int steps,
            List<SynapseLesion> befalls,
            Spikes sensory,
            double reward,
            Spikes motor,
            ActorRef<Bridge.Command> replyTo)
            implements Agent {}

    /** Give your telemetry. Only between two runs of the bridge. */
    record Report(ActorRef<Reported> replyTo) implements Agent {}

    /** Write your state into a buffer. Only between two runs of the bridge. */
    record Save(StateBuffer into, ActorRef<Saved> replyTo) implements Agent {}
}
