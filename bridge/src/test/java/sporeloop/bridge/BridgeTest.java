package sporeloop.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ChildFailed;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sporeloop.environments.Disturbance;

/** The bridge between two sides that the test plays itself. */
class BridgeTest {
    private final ActorTestKit kit =
            ActorTestKit.create(
                    ConfigFactory.parseString("akka.loglevel = OFF")
                            .withFallback(ConfigFactory.defaultReference()));
    private final TestProbe<EnvironmentActor.Command> environment = kit.createTestProbe();
    private final TestProbe<Agent> agent = kit.createTestProbe();
    private final TestProbe<Bridge.Reached> reached = kit.createTestProbe();
    private final TestProbe<String> failure = kit.createTestProbe();
    private final Exchange exchange =
            new Exchange(
                    Grid.of(1, 20, 100, OptionalDouble.empty()),
                    BridgeParameters.standard(),
                    Sled.SPEC,
                    List.of(),
                    List.of(),
                    Pilot.AGENT);
    private ActorRef<Bridge.Command> bridge;

    @BeforeEach
    void start() {
        exchange.start();
        TestProbe<ActorRef<Bridge.Command>> born = kit.createTestProbe();
        kit.spawn(
                Behaviors.<Void>setup(
                        context -> {
                            ActorRef<Bridge.Command> child =
                                    context.spawn(
                                            Bridge.create(
                                                    environment.getRef(),
                                                    agent.getRef(),
                                                    exchange,
                                                    new Pulse(),
                                                    Pace.FREE,
                                                    Witness.NONE),
                                            "bridge");
                            context.watch(child);
                            born.getRef().tell(child);
                            return Behaviors.receive(Void.class)
                                    .onSignal(
                                            ChildFailed.class,
                                            failed -> {
                                                failure.getRef()
                                                        .tell(
                                                                String.valueOf(
                                                                        failed.cause()
                                                                                .getMessage()));
                                                return Behaviors.same();
                                            })
                                    .build();
                        }));
        bridge = born.receiveMessage();
    }

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    private void answer(long k) {
        var body = environment.expectMessageClass(EnvironmentActor.Advance.class);
        var brain = agent.expectMessageClass(Agent.Advance.class);
        assertEquals(k, body.k());
        assertEquals(k, brain.k());
        bridge.tell(new Bridge.Acted(k, brain.motor()));
        bridge.tell(new Bridge.Sensed(k, body.sensed()));
    }

    @Test
    void bothSidesGetEachIntervalOnceAndTheBoundaryIsReported() {
        bridge.tell(new Bridge.Run(3, reached.getRef()));
        for (long k = 0; k < 3; k++) {
            answer(k);
        }
        assertEquals(3, reached.receiveMessage().intervals());
        agent.expectNoMessage();
    }

    @Test
    void aDoubledAnswerFailsInOneSentence() {
        bridge.tell(new Bridge.Run(3, reached.getRef()));
        bridge.tell(new Bridge.Sensed(0, exchange.sensed()));
        bridge.tell(new Bridge.Sensed(0, exchange.sensed()));
        assertEquals(
                "The body answered interval 0, but interval 0 is under way and its answer is"
                        + " already in.",
                failure.receiveMessage());
    }

    @Test
    void aLateAnswerFailsInOneSentence() {
        bridge.tell(new Bridge.Run(3, reached.getRef()));
        answer(0);
        bridge.tell(new Bridge.Acted(0, exchange.motor()));
        assertEquals(
                "The agent answered interval 0, but interval 1 is under way.",
                failure.receiveMessage());
    }

    @Test
    void anAnswerThatSkipsAnIntervalFailsInOneSentence() {
        bridge.tell(new Bridge.Run(3, reached.getRef()));
        bridge.tell(new Bridge.Acted(1, exchange.motor()));
        assertEquals(
                "The agent answered interval 1, but interval 0 is under way.",
                failure.receiveMessage());
    }

    @Test
    void stoppingEndsTheIntervalUnderWayFirst() {
        bridge.tell(new Bridge.Run(1000, reached.getRef()));
        answer(0);
        bridge.tell(new Bridge.Stop());
        answer(1);
        assertEquals(2, reached.receiveMessage().intervals());
    }

    @Test
    void whatAHandDoesBeginsWithTheFirstIntervalThatHasNotBeenHandedOut() {
        TestProbe<Bridge.Intervened> begun = kit.createTestProbe();
        Intervention push = new Intervention(77, new Change.Push(1, 2));
        bridge.tell(new Bridge.Run(3, reached.getRef()));
        answer(0);
        bridge.tell(new Bridge.Intervene(push, begun.getRef()));
        var now = environment.expectMessageClass(EnvironmentActor.Advance.class);
        double at = begun.receiveMessage().what().at();
        assertEquals(List.of(), now.befalls(), "interval 1 was under way");
        assertEquals(0.04, at, 1e-12);
        bridge.tell(new Bridge.Acted(1, agent.expectMessageClass(Agent.Advance.class).motor()));
        bridge.tell(new Bridge.Sensed(1, now.sensed()));
        assertEquals(
                List.of(new Disturbance.Push(1, 2)),
                environment.expectMessageClass(EnvironmentActor.Advance.class).befalls());
    }
}
