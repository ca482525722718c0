package sporeloop.bridge;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import org.jspecify.annotations.Nullable;
import sporeloop.environments.Sensation;
import sporeloop.spore.Spikes;

/**
 * Conducts the loop: hands both sides interval k, and goes on to k + 1 when both have answered.
 * <pre>
 *   Training ── Run(until) ──▶ Bridge ── Advance(k) ─▶ EnvironmentActor ── Sensed(k) ─▶ Bridge
 *                              Bridge ── Advance(k) ─▶ agent            ── Acted(k) ──▶ Bridge
 *                              both in: exchange, then k + 1, … up to the boundary asked for
 *   Training ◀─ Reached(k) ─── Bridge
 * </pre>
 * An answer that does not speak of the interval under way is an error of the run, in one sentence.
 */
public final class Bridge extends AbstractBehavior<Bridge.Command> {
    /** What the bridge is told. */
    public sealed interface Command {}

    /** The body finished interval {@code k}; {@code sensed} belongs to the bridge again. */
    public record Sensed(long k, Sensation sensed) implements Command {}

    /** The brain finished interval {@code k}; {@code motor} belongs to the bridge again. */
    public record Acted(long k, Spikes motor) implements Command {}

    /** Interval {@code k} is due by the wall clock. */
    private record Due(long k) implements Command {}

    /** Go on until {@code until} exchange intervals are done; answered by {@link Reached}. */
    public record Run(long until, ActorRef<Reached> replyTo) implements Command {}

    /** Stop at the next boundary: the {@link Run} under way is answered from there. */
    public record Stop() implements Command {}

    /**
     * Let something befall the loop, whatever its own time, from the first interval on that has not
     * been handed out; answered by {@link Intervened}.
     */
    public record Intervene(Intervention what, ActorRef<Intervened> replyTo) implements Command {}

    /** Write the exchange's state into a buffer. Only between two runs. */
    public record Save(StateBuffer into, ActorRef<Saved> replyTo) implements Command {}

    /**
     * The loop stands at a boundary: the one asked for, or an earlier one after {@link Stop}.
     *
     * @param intervals exchange intervals done
     * @param rewardSum sum of their rewards
     * @param motorSpikes spikes of all read-out neurons
     */
    public record Reached(long intervals, double rewardSum, long motorSpikes) {}

    /** An intervention with the time at which it begins, before which no side has been told. */
    public record Intervened(Intervention what) {}

    private final ActorRef<EnvironmentActor.Command> environment;
    private final ActorRef<Agent> agent;
    private final Exchange exchange;
    private final Pulse pulse;
    private final Pace pace;
    private final Witness witness;

    private @Nullable Run run;
    private boolean bodyAtWork;
    private boolean brainAtWork;
    private boolean stopping;

    private Bridge(
            ActorContext<Command> context,
            ActorRef<EnvironmentActor.Command> environment,
            ActorRef<Agent> agent,
            Exchange exchange,
            Pulse pulse,
            Pace pace,
            Witness witness) {
        super(context);
        this.environment = environment;
        this.agent = agent;
        this.exchange = exchange;
        this.pulse = pulse;
        this.pace = pace;
        this.witness = witness;
    }

    /** A bridge between two sides; the exchange, which has been started, is its own from now on. */
    public static Behavior<Command> create(
            ActorRef<EnvironmentActor.Command> environment,
            ActorRef<Agent> agent,
            Exchange exchange,
            Pulse pulse,
            Pace pace,
            Witness witness) {
        return Behaviors.setup(
                context -> new Bridge(context, environment, agent, exchange, pulse, pace, witness));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Sensed.class, this::onSensed)
                .onMessage(Acted.class, this::onActed)
                .onMessage(Due.class, this::onDue)
                .onMessage(Run.class, this::onRun)
                .onMessage(Stop.class, this::onStop)
                .onMessage(Intervene.class, this::onIntervene)
                .onMessage(Save.class, this::onSave)
                .build();
    }

    private Behavior<Command> onSensed(Sensed sensed) {
        expect("body", sensed.k(), bodyAtWork);
        bodyAtWork = false;
        return exchangeWhenBothAnswered();
    }

    private Behavior<Command> onActed(Acted acted) {
        expect("agent", acted.k(), brainAtWork);
        brainAtWork = false;
        return exchangeWhenBothAnswered();
    }

    private Behavior<Command> onDue(Due due) {
        return due.k() == exchange.interval() ? advance() : this;
    }

    private Behavior<Command> onRun(Run next) {
        if (run != null) {
            throw new IllegalStateException(
                    "The bridge was told to run while it runs up to interval " + run.until() + ".");
        }
        run = next;
        return advance();
    }

    private Behavior<Command> onStop(Stop stop) {
        stopping = true;
        return bodyAtWork || brainAtWork ? this : advance();
    }

    private Behavior<Command> onIntervene(Intervene intervene) {
        long next = exchange.interval() + (bodyAtWork || brainAtWork ? 1 : 0);
        Intervention what = intervene.what().at(exchange.grid().seconds(next));
        exchange.intervene(what);
        intervene.replyTo().tell(new Intervened(what));
        return this;
    }

    private Behavior<Command> onSave(Save save) {
        save.replyTo().tell(new Saved(Side.BRIDGE, save.into().fill(exchange::save)));
        return this;
    }

    private Behavior<Command> exchangeWhenBothAnswered() {
        if (bodyAtWork || brainAtWork) {
            return this;
        }
        witness.see(exchange);
        exchange.exchange(exchange.interval());
        pulse.exchanged(exchange.interval());
        return advance();
    }

    /** Hands out the next interval, or waits until it is due, or says that the boundary is reached. */
    private Behavior<Command> advance() {
        if (run == null) {
            return this;
        }
        long k = exchange.interval();
        if (stopping || k >= run.until()) {
            ActorRef<Reached> replyTo = run.replyTo();
            run = null;
            replyTo.tell(new Reached(k, exchange.rewardSum(), exchange.motorSpikes()));
            return this;
        }
        ActorRef<Command> self = getContext().getSelf();
        if (!pace.mayBegin(k)) {
            pace.whenDue(k, () -> self.tell(new Due(k)));
            return this;
        }
        bodyAtWork = true;
        brainAtWork = true;
        agent.tell(
                new Agent.Advance(
                        k,
                        exchange.grid().exchange(),
                        exchange.lesions(),
                        exchange.sensory(),
                        exchange.reward(),
                        exchange.motor(),
                        self));
        environment.tell(
                new EnvironmentActor.Advance(
                        k,
                        exchange.disturbances(),
                        exchange.former(),
                        exchange.command(),
                        exchange.sensed(),
                        self));
        return this;
    }

    /** Refuses an answer that is not the one outstanding: lost, doubled, out of order or late. */
    private void expect(String side, long k, boolean atWork) {
        if (k != exchange.interval() || !atWork) {
            throw new IllegalStateException(
                    "The %s answered interval %d, but interval %d is under way%s."
                            .formatted(
                                    side,
                                    k,
                                    exchange.interval(),
                                    atWork ? "" : " and its answer is already in"));
        }
    }
}
