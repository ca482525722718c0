package sporeloop.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import sporeloop.environments.Disturbance;
import sporeloop.environments.Sensation;
import sporeloop.spore.Spikes;

class ExchangeTest {
    /** Fires at one step of one interval: the n-th that it encodes, the start being number 0. */
    private record OneSpike(int[] encoded, int interval, int step, int size) implements Encoder {
        @Override
        public void encode(Sensation sensed, int steps, Spikes out, int firstNeuron) {
            if (encoded[0]++ == interval) {
                out.add(step, firstNeuron + size - 1);
            }
        }

        @Override
        public void save(java.io.DataOutput out) {}

        @Override
        public void restore(java.io.DataInput in) {}
    }

    /** Writes into the command the step of the last spike of its neuron, plus 1. */
    private record LastStep() implements Decoder {
        @Override
        public void decode(Spikes spikes, int firstNeuron, double[] command) {
            for (int k = 0; k < spikes.size(); k++) {
                if (spikes.neuron(k) == firstNeuron) {
                    command[0] += spikes.step(k) + 1;
                }
            }
        }

        @Override
        public void save(java.io.DataOutput out) {}

        @Override
        public void restore(java.io.DataInput in) {}
    }

    /** Through an echo a spike of interval n, step s, is the command of interval n + L + M. */
    @Property(tries = 300)
    void anEchoedSpikeBecomesACommandExactlyAfterBothLatencies(
            @ForAll @IntRange(min = 1, max = 40) int steps,
            @ForAll @IntRange(min = 1, max = 5) int sensory,
            @ForAll @IntRange(min = 1, max = 5) int motor,
            @ForAll @IntRange(min = 0, max = 9) int interval,
            @ForAll @IntRange(min = 0, max = 39) int anyStep) {
        int step = anyStep % steps;
        BridgeParameters parameters = new BridgeParameters(1, steps, sensory, motor, 30);
        Exchange exchange =
                new Exchange(
                        Grid.of(1, steps, 7, OptionalDouble.empty()),
                        parameters,
                        Sled.SPEC,
                        List.of(
                                new OneSpike(new int[1], -1, 0, 3),
                                new OneSpike(new int[1], interval, step, 4)),
                        List.of(new Readout(new LastStep(), 6)),
                        Pilot.AGENT);
        EchoBrain echo = new EchoBrain(7, 7);
        exchange.start();
        for (int k = 0; k < 25; k++) {
            // Encoding number n belongs to interval n − 1, as the start counts as interval −1.
            double expected = k == interval - 1 + sensory + motor ? step + 1 : 0;
            assertEquals(expected, exchange.command()[0], "command of interval " + k);
            echo.advance(steps, exchange.sensory(), exchange.reward(), exchange.motor());
            exchange.exchange(k);
        }
    }

    @Property(tries = 100)
    void theOracleActsAsLateAsAnAgentWould(
            @ForAll @IntRange(min = 1, max = 5) int sensory,
            @ForAll @IntRange(min = 1, max = 5) int motor) {
        Exchange exchange =
                new Exchange(
                        Grid.of(1, 20, 100, OptionalDouble.empty()),
                        new BridgeParameters(1, 20, sensory, motor, 30),
                        Sled.SPEC,
                        List.of(),
                        List.of(),
                        Pilot.ORACLE);
        exchange.oracle()[0] = -1 + 100;
        exchange.start();
        for (int k = 0; k < 25; k++) {
            double expected = k < sensory + motor - 1 ? 0 : k - sensory - motor + 100;
            assertEquals(expected, exchange.command()[0], "command of interval " + k);
            exchange.oracle()[0] = k + 100;
            exchange.exchange(k);
        }
    }

    @Test
    void theRewardTravelsWithWhatWasSensed() {
        Exchange exchange =
                new Exchange(
                        Grid.of(1, 20, 100, OptionalDouble.empty()),
                        new BridgeParameters(1, 20, 3, 1, 30),
                        Sled.SPEC,
                        List.of(),
                        List.of(),
                        Pilot.AGENT);
        exchange.start();
        for (int k = 0; k < 25; k++) {
            assertEquals(k < 3 ? 0 : k - 3 + 0.5, exchange.reward(), "reward in interval " + k);
            exchange.sensed().reward = k + 0.5;
            exchange.exchange(k);
        }
        assertEquals(25 * 24 / 2 + 25 * 0.5, exchange.rewardSum());
    }

    @Test
    void anAnswerToAnotherIntervalIsRefused() {
        Exchange exchange =
                new Exchange(
                        Grid.of(1, 20, 100, OptionalDouble.empty()),
                        BridgeParameters.standard(),
                        Sled.SPEC,
                        List.of(),
                        List.of(),
                        Pilot.AGENT);
        exchange.start();
        exchange.exchange(0);
        var refusal = assertThrows(IllegalStateException.class, () -> exchange.exchange(0));
        assertEquals(
                "Interval 0 was answered while interval 1 is under way: an answer was late or"
                        + " doubled.",
                refusal.getMessage());
    }

    private static Exchange idle(List<Intervention> interventions) {
        Exchange exchange =
                new Exchange(
                        Grid.of(1, 20, 100, OptionalDouble.empty()),
                        BridgeParameters.standard(),
                        Sled.SPEC,
                        List.of(),
                        List.of(),
                        Pilot.AGENT);
        interventions.forEach(exchange::intervene);
        return exchange;
    }

    /** A push, a goal that is moved twice, and a loss of synapses. */
    @Test
    void bodyAndBrainAreBefallenAtExactlyTheirTimesAlsoAfterAResumption() throws Exception {
        List<Intervention> all =
                List.of(
                        new Intervention(0.06, new Change.Push(2, 1)),
                        new Intervention(0.1, 0.08, new Change.MoveGoal(3, 4)),
                        new Intervention(0.18, new Change.MoveGoal(5, 6)),
                        new Intervention(0.12, new Change.LesionSynapses(0.5, "all")));
        Sled sled = new Sled();
        Loop loop = new Loop(new Body(sled, 1000, 7), new EchoBrain(0, 0), idle(all));
        loop.start();
        loop.advance(4);
        byte[] state = StateBytes.of(loop::save);
        Sled other = new Sled();
        List<SynapseLesion> lost = new ArrayList<>();
        Brain brain =
                new EchoBrain(0, 0) {
                    @Override
                    public void lesion(SynapseLesion lesion) {
                        lost.add(lesion);
                    }
                };
        Exchange exchange = idle(all);
        Loop resumed = new Loop(new Body(other, 1000, 7), brain, exchange);
        resumed.restore(new DataInputStream(new ByteArrayInputStream(state)));
        loop.advance(11);
        for (long k = 4; k < 15; k++) {
            resumed.advance(1);
            assertEquals(k < 6 ? 0 : 1, lost.size(), "after interval " + k);
        }
        List<String> later =
                List.of(
                        "5: " + new Disturbance.MovedGoal(3, 4),
                        "9: " + new Disturbance.ReturnedGoal(),
                        "9: " + new Disturbance.MovedGoal(5, 6));
        assertEquals("3: " + new Disturbance.Push(2, 1), sled.suffered.get(0));
        assertEquals(later, sled.suffered.subList(1, sled.suffered.size()));
        assertEquals(later, other.suffered);
    }

    @Test
    void anInterventionOffTheGridOrInThePastIsRefused() {
        Exchange exchange = idle(List.of());
        assertThrows(
                IllegalArgumentException.class,
                () -> exchange.intervene(new Intervention(0.05, new Change.Push(1, 0))));
        exchange.start();
        exchange.exchange(0);
        exchange.exchange(1);
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> exchange.intervene(new Intervention(0.02, new Change.Blackout())));
        assertEquals(
                "A blackout at 0.02 s would begin in the past: it is 0.04 s.",
                refusal.getMessage());
    }

    /** With a motor latency of 2 the oracle's word of interval k acts in k + 3. */
    @Test
    void anInterpolatedCommandGrowsOutOfTheOneThatActedBeforeAlsoAfterAResumption()
            throws Exception {
        BridgeParameters parameters =
                new BridgeParameters(1, 20, 1, 2, CommandCourse.INTERPOLATE, 30);
        Exchange exchange = null;
        byte[] state = new byte[0];
        for (int k = 0; k < 20; k++) {
            if (k % 5 == 0) {
                exchange =
                        new Exchange(
                                Grid.of(1, 20, 100, OptionalDouble.empty()),
                                parameters,
                                Sled.SPEC,
                                List.of(),
                                List.of(),
                                Pilot.ORACLE);
                if (k == 0) {
                    exchange.start();
                } else {
                    exchange.restore(new DataInputStream(new ByteArrayInputStream(state)));
                }
            }
            assertEquals(k < 3 ? 0 : k - 3 + 100, exchange.command()[0], "command of " + k);
            assertEquals(k < 4 ? 0 : k - 4 + 100, exchange.former()[0], "before that of " + k);
            exchange.oracle()[0] = k + 100;
            exchange.exchange(k);
            state = StateBytes.of(exchange::save);
        }
    }
}
