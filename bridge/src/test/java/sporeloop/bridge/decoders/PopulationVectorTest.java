package sporeloop.bridge.decoders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import sporeloop.bridge.Decoder;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Sled;
import sporeloop.spore.Spikes;

class PopulationVectorTest {
    private static final Grid GRID = Grid.of(1, 20, 100, OptionalDouble.empty());

    private static Decoder vector(Filter filter, double time, double saturation, double deadBand) {
        return new PopulationVector.PopulationVectorProvider()
                .create(
                        new PopulationVector.Parameters(
                                "auto", "auto", filter, time, 0.2, saturation, deadBand),
                        Sled.SPEC,
                        8,
                        GRID,
                        1);
    }

    private static double[] decode(Decoder decoder, Spikes spikes) {
        double[] command = new double[2];
        decoder.decode(spikes, 100, command);
        return command;
    }

    @Test
    void eachNeuronPullsInItsOwnDirection() {
        for (int j = 0; j < 8; j++) {
            Spikes spikes = new Spikes(1);
            spikes.add(19, 100 + j);
            double[] command = decode(vector(Filter.NONE, 100, 0, 0), spikes);
            assertEquals(0.2 * Math.cos(Math.PI * j / 4), command[0], 1e-15, "x of neuron " + j);
            assertEquals(0.2 * Math.sin(Math.PI * j / 4), command[1], 1e-15, "y of neuron " + j);
        }
    }

    @Test
    void aSpikeFadesFromItsOwnStepOn() {
        Decoder decoder = vector(Filter.EXPONENTIAL, 100, 0, 0);
        Spikes spikes = new Spikes(1);
        spikes.add(5, 100);
        for (int k = 0; k < 30; k++) {
            double age = 20 * k + 14;
            assertEquals(
                    0.2 * Math.exp(-age / 100), decode(decoder, spikes)[0], 1e-12, "after " + k);
            spikes.clear();
        }
    }

    @Test
    void aWindowForgetsASpikeWhenItIsOlderThanItsLength() {
        for (int length : new int[] {7, 20, 33, 100}) {
            Decoder decoder = vector(Filter.WINDOW, length, 0, 0);
            Spikes spikes = new Spikes(1);
            spikes.add(5, 100);
            for (int k = 0; k < 8; k++) {
                double expected = 20 * k + 14 < length ? 0.2 : 0;
                assertEquals(expected, decode(decoder, spikes)[0], 0, length + " ms, " + k);
                spikes.clear();
            }
        }
    }

    @Test
    void theVectorIsShortenedToTheSaturationAndDroppedInTheDeadBand() {
        Spikes spikes = new Spikes(3);
        for (int n = 0; n < 3; n++) {
            spikes.add(0, 101);
        }
        double[] saturated = decode(vector(Filter.NONE, 1, 0.5, 0), spikes);
        assertEquals(0.5 * Math.sqrt(0.5), saturated[0], 1e-12);
        assertEquals(0.5 * Math.sqrt(0.5), saturated[1], 1e-12);
        assertEquals(0, decode(vector(Filter.NONE, 1, 0, 0.61), spikes)[0]);
        assertEquals(
                0.6 * Math.sqrt(0.5), decode(vector(Filter.NONE, 1, 0, 0.59), spikes)[0], 1e-12);
    }

    @Test
    void spikesOfOtherPopulationsAreIgnored() {
        Spikes spikes = new Spikes(2);
        spikes.add(0, 99);
        spikes.add(0, 108);
        assertEquals(0, decode(vector(Filter.NONE, 1, 0, 0), spikes)[0]);
    }
}
