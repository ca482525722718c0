package sporeloop.scenarios.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.Terminated;
import akka.actor.typed.delivery.ConsumerController;
import akka.actor.typed.delivery.WorkPullingProducerController;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.receptionist.Receptionist;
import akka.actor.typed.receptionist.ServiceKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands jobs to the workers that ask for one, and outcomes to who waits for them.
 * <pre>
 *   Submit ─▶ queue ─▶ work pulling ═▶ worker … worker ═▶ Delivery(Outcome) ─▶ future
 * </pre>
 * A job whose worker is gone before it was confirmed goes to another; an outcome that comes twice is
 * dropped.
 */
final class Sweeper extends AbstractBehavior<Sweeper.Command> {
    /** Where workers stand in line for jobs. */
    static final ServiceKey<ConsumerController.Command<Job>> JOBS =
            ServiceKey.create(ConsumerController.serviceKeyClass(), "jobs");

    /** What the sweeper is told. */
    sealed interface Command {}

    /** Have a job done. */
    record Submit(Job job, CompletableFuture<Outcome> outcome) implements Command {}

    /** Send all workers home, and end. */
    record Close() implements Command {}

    private record Wanted(WorkPullingProducerController.RequestNext<Job> next) implements Command {}

    private record Arrived(ConsumerController.Delivery<Outcome> delivery) implements Command {}

    private record Asked(Attach attach) implements Command {}

    private final String fingerprint;
    private final IntConsumer workers;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Map<String, CompletableFuture<Outcome>> open = new HashMap<>();
    private final Map<ActorRef<Message>, ActorRef<ConsumerController.Command<Outcome>>> channels =
            new HashMap<>();
    private final ActorRef<ConsumerController.Delivery<Outcome>> arrivals;
    private WorkPullingProducerController.@Nullable RequestNext<Job> next;

    private Sweeper(ActorContext<Command> context, String fingerprint, IntConsumer workers) {
        super(context);
        this.fingerprint = fingerprint;
        this.workers = workers;
        ActorRef<WorkPullingProducerController.Command<Job>> producer =
                context.spawn(
                        WorkPullingProducerController.create(
                                Job.class, "sweeper-" + UUID.randomUUID(), JOBS, Optional.empty()),
                        "jobs");
        producer.tell(
                new WorkPullingProducerController.Start<>(
                        context.messageAdapter(
                                WorkPullingProducerController.requestNextClass(), Wanted::new)));
        arrivals = context.messageAdapter(ConsumerController.deliveryClass(), Arrived::new);
        context.getSystem()
                .receptionist()
                .tell(
                        Receptionist.register(
                                Attach.KEY, context.messageAdapter(Attach.class, Asked::new)));
    }

    /**
     * The sweeper of one sweep; it takes workers of the same fingerprint only.
     *
     * @param workers told how many there are whenever one comes or goes
     */
    static Behavior<Command> create(String fingerprint, IntConsumer workers) {
        return Behaviors.setup(context -> new Sweeper(context, fingerprint, workers));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Submit.class, this::onSubmit)
                .onMessage(Close.class, this::onClose)
                .onMessage(Wanted.class, this::onWanted)
                .onMessage(Arrived.class, this::onArrived)
                .onMessage(Asked.class, this::onAsked)
                .onSignal(Terminated.class, this::onGone)
                .build();
    }

    private Behavior<Command> onSubmit(Submit submit) {
        open.put(submit.job().trial().id(), submit.outcome());
        waiting.add(submit.job());
        return send();
    }

    private Behavior<Command> onClose(Close close) {
        channels.keySet().forEach(worker -> worker.tell(new Attach.Dismissed()));
        return Behaviors.stopped();
    }

    private Behavior<Command> onWanted(Wanted wanted) {
        next = wanted.next();
        return send();
    }

    private Behavior<Command> send() {
        WorkPullingProducerController.RequestNext<Job> ready = next;
        if (ready != null && !waiting.isEmpty()) {
            next = null;
            ready.sendNextTo().tell(waiting.remove());
        }
        return this;
    }

    private Behavior<Command> onArrived(Arrived arrived) {
        Outcome outcome = arrived.delivery().message();
        @Nullable CompletableFuture<Outcome> waiter = open.remove(outcome.trial());
        if (waiter != null) {
            waiter.complete(outcome);
        }
        arrived.delivery().confirmTo().tell(ConsumerController.confirmed());
        return this;
    }

    /** A worker asks until it has heard: the second time it gets the same answer. */
    private Behavior<Command> onAsked(Asked asked) {
        ActorRef<Message> worker = asked.attach().replyTo();
        if (!asked.attach().fingerprint().equals(fingerprint)) {
            worker.tell(
                    new Attach.Refused(
                            "this worker is another version of the program than the sweep, or has"
                                    + " other plug-ins. Start it from the same build."));
            return this;
        }
        boolean known = channels.containsKey(worker);
        worker.tell(new Attach.Attached(channels.computeIfAbsent(worker, this::channel)));
        if (!known) {
            workers.accept(channels.size());
        }
        return this;
    }

    private ActorRef<ConsumerController.Command<Outcome>> channel(ActorRef<Message> worker) {
        ActorRef<ConsumerController.Command<Outcome>> outcomes =
                getContext().spawnAnonymous(ConsumerController.create());
        outcomes.tell(new ConsumerController.Start<>(arrivals));
        getContext().watch(worker);
        return outcomes;
    }

    private Behavior<Command> onGone(Terminated gone) {
        @Nullable ActorRef<ConsumerController.Command<Outcome>> channel =
                channels.remove(gone.getRef().<Message>unsafeUpcast());
        if (channel != null) {
            getContext().stop(channel);
            workers.accept(channels.size());
        }
        return this;
    }
}
