package sporeloop.bridge.encoders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import sporeloop.bridge.Encoder;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Sled;
import sporeloop.environments.Sensation;
import sporeloop.spore.Spikes;

class PlaceCellsTest {
    private static final Grid GRID = Grid.of(1, 20, 100, OptionalDouble.empty());
    private static final int INTERVALS = 50_000;

    private static Encoder cells(int columns, int rows, double rate, long seed) {
        return new PlaceCells.PlaceCellsProvider()
                .create(
                        new PlaceCells.Parameters(columns, rows, "x", "y", 1.5, rate),
                        Sled.SPEC,
                        GRID,
                        seed);
    }

    /** With 5.5 standard deviations in 256 cells a sound encoder fails once in 10⁵ seeds. */
    @Test
    void eachCellFiresAtTheRateOfItsGaussianField() {
        Encoder cells = cells(16, 16, 60, 1);
        Sensation sensed = new Sensation(Sled.SPEC);
        sensed.observation[0] = 3.1;
        sensed.observation[1] = -4.7;
        Spikes spikes = new Spikes(64);
        int[] counts = new int[256];
        for (int k = 0; k < INTERVALS; k++) {
            spikes.clear();
            cells.encode(sensed, 20, spikes, 1000);
            for (int i = 0; i < spikes.size(); i++) {
                counts[spikes.neuron(i) - 1000]++;
            }
        }
        double u = (3.1 + 10) / 20 * 16;
        double v = (10 + 4.7) / 20 * 16;
        double seconds = INTERVALS * 0.02;
        for (int row = 0; row < 16; row++) {
            for (int column = 0; column < 16; column++) {
                double dx = column + 0.5 - u;
                double dy = row + 0.5 - v;
                double expected = 60 * Math.exp(-(dx * dx + dy * dy) / 4.5) * seconds;
                assertEquals(
                        expected,
                        counts[row * 16 + column],
                        5.5 * Math.sqrt(expected) + 5,
                        "row " + row + ", column " + column);
            }
        }
    }

    @Test
    void countsInAStepScatterAsPoissonDoesAlsoAtHighRates() {
        Encoder one = cells(1, 1, 40_000, 2);
        Sensation sensed = new Sensation(Sled.SPEC);
        Spikes spikes = new Spikes(64);
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < 5000; k++) {
            spikes.clear();
            one.encode(sensed, 20, spikes, 0);
            sum += spikes.size();
            squares += (double) spikes.size() * spikes.size();
        }
        double mean = sum / 5000;
        double variance = squares / 5000 - mean * mean;
        assertEquals(800, mean, 5 * Math.sqrt(800.0 / 5000));
        assertEquals(800, variance, 5 * 800 * Math.sqrt(2.0 / 5000));
    }

    @Test
    void spikesComeInTheOrderOfStepsWithinTheInterval() {
        Encoder cells = cells(16, 16, 60, 3);
        Spikes spikes = new Spikes(64);
        cells.encode(new Sensation(Sled.SPEC), 20, spikes, 0);
        assertTrue(spikes.size() > 3);
        for (int i = 0; i < spikes.size(); i++) {
            assertTrue(spikes.step(i) < 20 && spikes.neuron(i) < 256);
            assertTrue(i == 0 || spikes.step(i) >= spikes.step(i - 1), "spike " + i);
        }
    }

    @Test
    void aChannelThatTheTaskLacksIsRefusedNamingThoseItHas() {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new PlaceCells.PlaceCellsProvider()
                                        .create(
                                                new PlaceCells.Parameters(
                                                        16, 16, "x", "angle", 1.5, 60),
                                                Sled.SPEC,
                                                GRID,
                                                1));
        assertEquals("y = angle is not a channel of the task. It has: x, y.", refusal.getMessage());
    }
}
