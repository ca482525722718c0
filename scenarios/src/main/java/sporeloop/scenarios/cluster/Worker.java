package sporeloop.scenarios.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.delivery.ConsumerController;
import akka.actor.typed.delivery.ProducerController;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.actor.typed.receptionist.Receptionist;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs one job at a time, and confirms it when its outcome has reached the sweeper: until then the job
 * would go to another worker.
 * <pre>
 *   Found ─▶ Attach ═▶ sweeper ═▶ Attached ─▶ jobs pulled
 *   Given ─▶ (thread) ─▶ Ran ─▶ channel ═▶ sweeper … Stored ─▶ job confirmed, next
 * </pre>
 */
final class Worker extends AbstractBehavior<Worker.Command> {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(3);

    /** What a worker does with a job, and with bad news. */
    interface Work {
        /** The outcome of a job; empty if the worker is being stopped. */
        Optional<Outcome> run(Job job);

        /** The sweeper wants nothing of this worker. */
        void refused(String why);

        /** The sweep is over. */
        void dismissed();
    }

    /** What the worker is told; by itself only. */
    sealed interface Command {}

    private record Found(Receptionist.Listing sweepers) implements Command {}

    private record AskAgain() implements Command {}

    private record Answered(Message answer) implements Command {}

    private record Given(ConsumerController.Delivery<Job> delivery) implements Command {}

    private record Ready(ProducerController.RequestNext<Outcome> next) implements Command {}

    private record Ran(Optional<Outcome> outcome, @Nullable Throwable failure) implements Command {}

    private record Stored(long number) implements Command {}

    private final String fingerprint;
    private final Work work;
    private final Executor threads;
    private final TimerScheduler<Command> timers;
    private final ActorRef<Message> answers;
    private final ActorRef<Object> stored;

    private @Nullable ActorRef<Attach> sweeper;
    private boolean attached;
    private ConsumerController.@Nullable Delivery<Job> job;
    private ProducerController.@Nullable RequestNext<Outcome> next;
    private @Nullable Outcome outcome;

    private Worker(
            ActorContext<Command> context,
            TimerScheduler<Command> timers,
            String fingerprint,
            Work work,
            Executor threads) {
        super(context);
        this.fingerprint = fingerprint;
        this.work = work;
        this.threads = threads;
        this.timers = timers;
        answers = context.messageAdapter(Message.class, Answered::new);
        stored = context.messageAdapter(Long.class, Stored::new).unsafeUpcast();
        context.getSystem()
                .receptionist()
                .tell(
                        Receptionist.subscribe(
                                Attach.KEY,
                                context.messageAdapter(Receptionist.Listing.class, Found::new)));
    }

    /** A worker that does {@code work} on {@code threads}. */
    static Behavior<Command> create(String fingerprint, Work work, Executor threads) {
        return Behaviors.setup(
                context ->
                        Behaviors.withTimers(
                                timers -> new Worker(context, timers, fingerprint, work, threads)));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Found.class, this::onFound)
                .onMessage(AskAgain.class, again -> ask())
                .onMessage(Answered.class, this::onAnswered)
                .onMessage(Given.class, this::onGiven)
                .onMessage(Ready.class, this::onReady)
                .onMessage(Ran.class, this::onRan)
                .onMessage(Stored.class, this::onStored)
                .build();
    }

    private Behavior<Command> onFound(Found found) {
        for (ActorRef<Attach> each : found.sweepers().getServiceInstances(Attach.KEY)) {
            sweeper = each;
        }
        return ask();
    }

    private Behavior<Command> ask() {
        if (!attached && sweeper != null) {
            sweeper.tell(new Attach(fingerprint, answers));
            timers.startSingleTimer(AskAgain.class, new AskAgain(), ASK_AGAIN);
        }
        return this;
    }

    private Behavior<Command> onAnswered(Answered answered) {
        if (answered.answer() instanceof Attach.Refused refused) {
            work.refused(refused.why());
            return Behaviors.stopped();
        }
        if (answered.answer() instanceof Attach.Dismissed) {
            work.dismissed();
            return Behaviors.stopped();
        }
        if (answered.answer() instanceof Attach.Attached channel && !attached) {
            attached = true;
            open(channel.outcomes());
        }
        return this;
    }

    /** The way back for outcomes first, then a place in the line for jobs. */
    private void open(ActorRef<ConsumerController.Command<Outcome>> outcomes) {
        ActorRef<ProducerController.Command<Outcome>> channel =
                getContext()
                        .spawn(
                                ProducerController.create(
                                        Outcome.class,
                                        "worker-" + UUID.randomUUID(),
                                        Optional.empty()),
                                "outcomes");
        channel.tell(
                new ProducerController.Start<>(
                        getContext()
                                .messageAdapter(
                                        ProducerController.requestNextClass(), Ready::new)));
        channel.tell(new ProducerController.RegisterConsumer<>(outcomes));
        ActorRef<ConsumerController.Command<Job>> jobs =
                getContext().spawn(ConsumerController.create(Sweeper.JOBS), "jobs");
        jobs.tell(
                new ConsumerController.Start<>(
                        getContext()
                                .messageAdapter(ConsumerController.deliveryClass(), Given::new)));
    }

    private Behavior<Command> onGiven(Given given) {
        job = given.delivery();
        Job pulled = given.delivery().message();
        getContext()
                .pipeToSelf(
                        CompletableFuture.supplyAsync(() -> work.run(pulled), threads),
                        (done, failure) ->
                                new Ran(done == null ? Optional.empty() : done, failure));
        return this;
    }

    private Behavior<Command> onReady(Ready ready) {
        next = ready.next();
        return send();
    }

    private Behavior<Command> onRan(Ran ran) {
        if (ran.failure() != null) {
            throw new IllegalStateException(ran.failure()); // work says what it can't do
        }
        outcome = ran.outcome().orElse(null);
        return send();
    }

    private Behavior<Command> send() {
        ProducerController.RequestNext<Outcome> ready = next;
        Outcome done = outcome;
        if (ready != null && done != null) {
            next = null;
            outcome = null;
            ready.askNextTo().tell(new ProducerController.MessageWithConfirmation<>(done, stored));
        }
        return this;
    }

    private Behavior<Command> onStored(Stored arrived) {
        ConsumerController.Delivery<Job> finished = job;
        if (finished != null) {
            job = null;
            finished.confirmTo().tell(ConsumerController.confirmed());
        }
        return this;
    }
}
