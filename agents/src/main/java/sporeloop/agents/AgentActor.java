package sporeloop.agents;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import sporeloop.bridge.Agent;
import sporeloop.bridge.Brain;
import sporeloop.bridge.Bridge;
import sporeloop.bridge.Pulse;
import sporeloop.bridge.Reported;
import sporeloop.bridge.Saved;
import sporeloop.bridge.Side;
import sporeloop.bridge.SideFailedException;

/** The brain's side of the loop: a {@link Brain} behind a mailbox. Fails with what the brain throws. */
public final class AgentActor extends AbstractBehavior<Agent> {
    private final Brain brain;
    private final Pulse pulse;

    private AgentActor(ActorContext<Agent> context, Brain brain, Pulse pulse) {
        super(context);
        this.brain = brain;
        this.pulse = pulse;
    }

    /** The actor of a brain, which belongs to it from now on. */
    public static Behavior<Agent> create(Brain brain, Pulse pulse) {
        return Behaviors.setup(context -> new AgentActor(context, brain, pulse));
    }

    @Override
    public Receive<Agent> createReceive() {
        return newReceiveBuilder()
                .onMessage(Agent.Advance.class, this::onAdvance)
                .onMessage(Agent.Report.class, this::onReport)
                .onMessage(Agent.Save.class, this::onSave)
                .build();
    }

    private Behavior<Agent> onAdvance(Agent.Advance advance) {
        pulse.brain(advance.k());
        try {
            for (int n = 0; n < advance.befalls().size(); n++) {
                brain.lesion(advance.befalls().get(n));
            }
            brain.advance(advance.steps(), advance.sensory(), advance.reward(), advance.motor());
        } catch (Error e) {
            throw new SideFailedException(e);
        }
        pulse.brain(Pulse.IDLE);
        advance.replyTo().tell(new Bridge.Acted(advance.k(), advance.motor()));
        return this;
    }

    private Behavior<Agent> onReport(Agent.Report report) {
        double[] telemetry = new double[brain.telemetry().size()];
        brain.telemetry(telemetry);
        report.replyTo().tell(new Reported(Side.BRAIN, telemetry));
        return this;
    }

    private Behavior<Agent> onSave(Agent.Save save) {
        save.replyTo().tell(new Saved(Side.BRAIN, save.into().fill(brain::save)));
        return this;
    }
}
