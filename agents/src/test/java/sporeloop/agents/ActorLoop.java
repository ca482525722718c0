package sporeloop.agents;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import sporeloop.bridge.Agent;
import sporeloop.bridge.Bridge;
import sporeloop.bridge.EnvironmentActor;
import sporeloop.bridge.Pace;
import sporeloop.bridge.Pulse;
import sporeloop.bridge.Witness;

/** A loop in real actors on a dispatcher of a number of threads. */
final class ActorLoop implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final ActorTestKit kit;
    private final TestProbe<Bridge.Reached> probe;
    private final ActorRef<Bridge.Command> bridge;

    ActorLoop(ReachingLoop parts, int threads) {
        this(parts, threads, Pace.FREE);
    }

    ActorLoop(ReachingLoop parts, int threads, Pace pace) {
        kit =
                ActorTestKit.create(
                        ConfigFactory.parseString(
                                        """
                                        akka.loglevel = OFF
                                        run {
                                          type = Dispatcher
                                          executor = thread-pool-executor
                                          thread-pool-executor.fixed-pool-size = %d
                                        }
                                        """
                                                .formatted(threads))
                                .withFallback(ConfigFactory.defaultReference()));
        probe = kit.createTestProbe();
        parts.plain().start();
        Pulse pulse = new Pulse();
        DispatcherSelector run = DispatcherSelector.fromConfig("run");
        ActorRef<EnvironmentActor.Command> environment =
                kit.spawn(EnvironmentActor.create(parts.body, pulse), run);
        ActorRef<Agent> agent = kit.spawn(AgentActor.create(parts.brain, pulse), run);
        bridge =
                kit.spawn(
                        Bridge.create(
                                environment, agent, parts.exchange, pulse, pace, Witness.NONE),
                        run);
    }

    Bridge.Reached advance(long until) {
        bridge.tell(new Bridge.Run(until, probe.getRef()));
        return probe.receiveMessage(PATIENCE);
    }

    @Override
    public void close() {
        kit.shutdownTestKit();
    }
}
