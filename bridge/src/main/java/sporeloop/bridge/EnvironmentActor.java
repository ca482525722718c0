package sporeloop.bridge;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import java.util.List;
import sporeloop.environments.Disturbance;
import sporeloop.environments.Sensation;

/** The body's side of the loop: a {@link Body} behind a mailbox. Fails with what the body throws. */
public final class EnvironmentActor extends AbstractBehavior<EnvironmentActor.Command> {
    /** What the environment's actor is told. */
    public sealed interface Command {}

    /**
     * Be the body of interval {@code k}; answer with {@link Bridge.Sensed}.
     *
     * @param befalls what is done to the body at the interval's beginning
     * @param former lent until the answer; read only
     * @param command lent until the answer; read only
     * @param sensed to be filled; goes back with the answer
     */
    public record Advance(
            long k,
            List<Disturbance> befalls,
            double[] former,
            double[] command,
            Sensation sensed,
            ActorRef<Bridge.Command> replyTo)
            implements Command {}

    /** Give the tallies. Only between two runs of the bridge. */
    public record Report(ActorRef<Reported> replyTo) implements Command {}

    /** Write the body's state into a buffer. Only between two runs of the bridge. */
    public record Save(StateBuffer into, ActorRef<Saved> replyTo) implements Command {}

    private final Body body;
    private final Pulse pulse;

    private EnvironmentActor(ActorContext<Command> context, Body body, Pulse pulse) {
        super(context);
        this.body = body;
        this.pulse = pulse;
    }

    /** The actor of a body that has been started; it belongs to the actor from now on. */
    public static Behavior<Command> create(Body body, Pulse pulse) {
        return Behaviors.setup(context -> new EnvironmentActor(context, body, pulse));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Advance.class, this::onAdvance)
                .onMessage(Report.class, this::onReport)
                .onMessage(Save.class, this::onSave)
                .build();
    }

    private Behavior<Command> onAdvance(Advance advance) {
        pulse.body(advance.k());
        try {
            body.advance(advance.befalls(), advance.former(), advance.command(), advance.sensed());
        } catch (Error e) {
            throw new SideFailedException(e);
        }
        pulse.body(Pulse.IDLE);
        advance.replyTo().tell(new Bridge.Sensed(advance.k(), advance.sensed()));
        return this;
    }

    private Behavior<Command> onReport(Report report) {
        double[] tallies = new double[body.spec().tallies().size()];
        body.tallies(tallies);
        report.replyTo().tell(new Reported(Side.BODY, tallies));
        return this;
    }

    private Behavior<Command> onSave(Save save) {
        save.replyTo().tell(new Saved(Side.BODY, save.into().fill(body::save)));
        return this;
    }
}
