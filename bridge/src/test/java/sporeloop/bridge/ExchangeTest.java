package sporeloop.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
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
}
