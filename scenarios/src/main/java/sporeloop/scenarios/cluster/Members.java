package sporeloop.scenarios.cluster;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.cluster.typed.Cluster;
import com.typesafe.config.Config;
import sporeloop.results.RefusedException;

/** What both kinds of members of the cluster do. */
final class Members {
    /** The file of a run directory that stays where it is. */
    static final String LOCK = ".lock";

    private Members() {}

    /** An actor system at an address. */
    static <T> ActorSystem<T> start(Behavior<T> guardian, ClusterAddress address, Config settings)
            throws RefusedException {
        try {
            return ActorSystem.create(guardian, ClusterSettings.NAME, settings);
        } catch (RuntimeException failure) {
            Throwable cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new RefusedException(
                    "%s:%d can't be used: %s. Name another address with --listen HOST:PORT."
                            .formatted(address.host(), address.port(), cause.getMessage()),
                    failure);
        }
    }

    /** {@code HOST:PORT} of this member. */
    static String address(ActorSystem<?> system) {
        akka.actor.Address address = Cluster.get(system).selfMember().address();
        return address.getHost().orElse("") + ":" + address.getPort().orElse(0);
    }
}
