package sporeloop.scenarios.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.delivery.ConsumerController;
import akka.actor.typed.receptionist.ServiceKey;

/**
 * A worker asks for jobs.
 *
 * @param fingerprint of the worker's program and plug-ins
 */
record Attach(String fingerprint, ActorRef<Message> replyTo) implements Message {
    /** Who answers. */
    static final ServiceKey<Attach> KEY = ServiceKey.create(Attach.class, "sweeper");

    /**
     * The answer: jobs may be pulled.
     *
     * @param outcomes the end of a reliable channel of this worker's own
     */
    record Attached(ActorRef<ConsumerController.Command<Outcome>> outcomes) implements Message {}

    /** The answer to a worker of another program: its bytes would differ. */
    record Refused(String why) implements Message {}

    /**
     * To those that were attached: there is nothing more to do. Leaving the cluster does not say it in
     * time while a killed member is still waited for.
     */
    record Dismissed() implements Message {}
}
