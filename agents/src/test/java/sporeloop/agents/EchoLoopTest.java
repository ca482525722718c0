package sporeloop.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import com.typesafe.config.ConfigFactory;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import sporeloop.bridge.Agent;
import sporeloop.bridge.Body;
import sporeloop.bridge.Brain;
import sporeloop.bridge.Bridge;
import sporeloop.bridge.BridgeParameters;
import sporeloop.bridge.Decoder;
import sporeloop.bridge.Encoder;
import sporeloop.bridge.EnvironmentActor;
import sporeloop.bridge.Exchange;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Loop;
import sporeloop.bridge.Pace;
import sporeloop.bridge.Pilot;
import sporeloop.bridge.Pulse;
import sporeloop.bridge.Readout;
import sporeloop.bridge.Witness;
import sporeloop.environments.Channel;
import sporeloop.environments.Environment;
import sporeloop.environments.Scene;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.spore.Spikes;

/**
 * Proves the delays of a closed loop to the step. The body shows how many intervals it has done, the
 * encoder turns that into a spike of a step that depends on it, the agent fires what it hears, and the
 * decoder writes the step into the command that the body notes.
 * <pre>
 *   spike of step s, sensed at the end of interval k  →  command s in interval k + L + M
 * </pre>
 */
class EchoLoopTest {
    private static final int NEURONS = 3;
    private static final int INTERVALS = 24;
    private static final Spec SPEC =
            new Spec(
                    "clock",
                    1,
                    List.of(new Channel("intervals", "1", 0, 1e9)),
                    List.of(new Channel("step", "1", 0, 1e9)),
                    Spec.Camera.NONE,
                    List.of(),
                    List.of());

    /** How time is cut, how late everything is, and which spikes there are. */
    private record Delays(
            double step, int exchange, int update, int sensory, int motor, int rebuild, int train) {
        /** Step of the spike that tells of {@code done} intervals; −1: it is silent about them. */
        int spike(int done) {
            int mixed = (done * 0x9E3779B9 ^ train) * 0x85EBCA6B;
            return (mixed >>> 29) == 0 ? -1 : (mixed >>> 8) % exchange;
        }
    }

    /** Notes its commands, shows how many intervals it has done. */
    private static final class Clock implements Environment {
        final List<Double> commands = new ArrayList<>();

        @Override
        public Spec spec() {
            return SPEC;
        }

        @Override
        public void reset(long seed, Sensation sensation) {
            sensation.observation[0] = commands.size();
        }

        @Override
        public void advance(double[] command, Sensation sensation) {
            commands.add(command[0]);
            sensation.observation[0] = commands.size();
        }

        @Override
        public void oracle(double[] command) {}

        @Override
        public void tallies(double[] into) {}

        @Override
        public void draw(Scene scene) {}

        @Override
        public void save(DataOutput out) {}

        @Override
        public void restore(DataInput in) {}
    }

    private record Striker(Delays delays) implements Encoder {
        @Override
        public int size() {
            return NEURONS;
        }

        @Override
        public void encode(Sensation sensed, int steps, Spikes out, int firstNeuron) {
            int step = delays.spike((int) sensed.observation[0]);
            if (step >= 0) {
                out.add(step, firstNeuron + NEURONS - 1);
            }
        }

        @Override
        public void save(DataOutput out) {}

        @Override
        public void restore(DataInput in) {}
    }

    private static final class Echo implements Brain {
        @Override
        public int inputs() {
            return NEURONS;
        }

        @Override
        public int outputs() {
            return NEURONS;
        }

        @Override
        public void advance(int steps, Spikes input, double reward, Spikes output) {
            output.clear();
            for (int k = 0; k < input.size(); k++) {
                output.add(input.step(k), input.neuron(k));
            }
        }

        @Override
        public List<String> telemetry() {
            return List.of();
        }

        @Override
        public void telemetry(double[] into) {}

        @Override
        public void save(DataOutput out) throws IOException {}

        @Override
        public void restore(DataInput in) throws IOException {}
    }

    /** Writes the spike's step plus 1 into the command. */
    private record StepReader() implements Decoder {
        @Override
        public void decode(Spikes spikes, int firstNeuron, double[] command) {
            for (int k = 0; k < spikes.size(); k++) {
                if (spikes.neuron(k) == firstNeuron) {
                    command[0] += spikes.step(k) + 1;
                }
            }
        }

        @Override
        public void save(DataOutput out) {}

        @Override
        public void restore(DataInput in) {}
    }

    private static @Nullable ActorTestKit kit;

    @BeforeContainer
    static void start() {
        String settings =
                """
                akka.loglevel = OFF
                run {
                  type = Dispatcher
                  executor = thread-pool-executor
                  thread-pool-executor.fixed-pool-size = 2
                }
                """;
        kit =
                ActorTestKit.create(
                        ConfigFactory.parseString(settings)
                                .withFallback(ConfigFactory.defaultReference()));
    }

    @AfterContainer
    static void stop() {
        kit().shutdownTestKit();
    }

    private static ActorTestKit kit() {
        return Objects.requireNonNull(kit);
    }

    @Provide
    Arbitrary<Delays> delays() {
        return Combinators.combine(
                        Arbitraries.of(0.1, 0.25, 0.5, 1.0, 2.5),
                        Arbitraries.of(1, 2, 3, 5, 20, 41, 100),
                        Arbitraries.of(1, 7, 20, 100, 333),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(1, 4, 1000),
                        Arbitraries.integers())
                .as(Delays::new);
    }

    private static Body body(Clock clock, Delays delays) {
        return new Body(clock, delays.rebuild(), 1);
    }

    private static Exchange exchange(Delays delays) {
        double interval = delays.exchange() * delays.step();
        return new Exchange(
                Grid.of(
                        delays.step(),
                        interval,
                        delays.update() * delays.step(),
                        OptionalDouble.empty()),
                new BridgeParameters(delays.step(), interval, delays.sensory(), delays.motor(), 30),
                SPEC,
                List.of(new Striker(delays)),
                List.of(new Readout(new StepReader(), NEURONS - 1)),
                Pilot.AGENT);
    }

    /** A spike that tells of n intervals was sensed at the end of interval n − 1. */
    private static void check(Delays delays, Clock clock) {
        int late = delays.sensory() + delays.motor();
        assertEquals(INTERVALS, clock.commands.size());
        for (int k = 0; k < INTERVALS; k++) {
            int done = k - late + 1;
            double expected = done < 0 ? 0 : delays.spike(done) + 1;
            assertEquals(expected, clock.commands.get(k), "command of interval " + k);
        }
    }

    @Property(tries = 2000)
    void inAPlainLoopASpikeBecomesACommandExactlyAfterTheDelays(@ForAll("delays") Delays delays) {
        Clock clock = new Clock();
        Loop loop = new Loop(body(clock, delays), new Echo(), exchange(delays));
        loop.start();
        loop.advance(INTERVALS);
        check(delays, clock);
    }

    @Property(tries = 500)
    void throughTheActorsASpikeBecomesACommandExactlyAfterTheDelays(
            @ForAll("delays") Delays delays) {
        Clock clock = new Clock();
        Body body = body(clock, delays);
        Exchange exchange = exchange(delays);
        Echo echo = new Echo();
        new Loop(body, echo, exchange).start();
        Pulse pulse = new Pulse();
        DispatcherSelector run = DispatcherSelector.fromConfig("run");
        ActorRef<EnvironmentActor.Command> environment =
                kit().spawn(EnvironmentActor.create(body, pulse), run);
        ActorRef<Agent> agent = kit().spawn(AgentActor.create(echo, pulse), run);
        ActorRef<Bridge.Command> bridge =
                kit().spawn(
                                Bridge.create(
                                        environment,
                                        agent,
                                        exchange,
                                        pulse,
                                        Pace.FREE,
                                        Witness.NONE),
                                run);
        TestProbe<Bridge.Reached> probe = kit().createTestProbe();
        for (int until = 5; until < INTERVALS + 5; until += 5) {
            bridge.tell(new Bridge.Run(Math.min(until, INTERVALS), probe.getRef()));
            probe.receiveMessage(Duration.ofSeconds(60));
        }
        kit().stop(bridge);
        kit().stop(environment);
        kit().stop(agent);
        probe.stop();
        check(delays, clock);
    }
}
