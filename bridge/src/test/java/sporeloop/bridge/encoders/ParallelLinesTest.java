package sporeloop.bridge.encoders;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sporeloop.bridge.Encoder;
import sporeloop.bridge.Grid;
import sporeloop.environments.Channel;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.spore.Spikes;

/**
 * A picture of 32 × 4 pixels. With the horizon at −4 and a spacing of 8 the outer lines are 4.5, 5.5,
 * 6.5 and 7.5 columns from the middle in the four rows.
 */
class ParallelLinesTest {
    private static final Grid GRID = Grid.of(1, 20, 100, OptionalDouble.empty());
    private static final int NEURONS = 32; // one a column
    private static final double PEAK = 200;
    private static final Spec SPEC =
            new Spec(
                    "a camera",
                    1,
                    List.of(new Channel("a", "", -2, 2)),
                    List.of(new Channel("c", "", -1, 1)),
                    new Spec.Camera(32, 4),
                    List.of(),
                    List.of());

    private static Encoder encoder(String rows, double weight, double drift, double forgetting) {
        return new ParallelLines.ParallelLinesProvider()
                .create(
                        new ParallelLines.Parameters(
                                rows,
                                -4,
                                8,
                                0.5,
                                0.05,
                                1,
                                weight,
                                drift,
                                forgetting,
                                NEURONS,
                                1,
                                1,
                                PEAK),
                        SPEC,
                        GRID,
                        1);
    }

    /** Events at these rows and columns, one pair after the other. */
    private static Sensation events(int... rowsAndColumns) {
        Sensation sensed = new Sensation(SPEC);
        for (int i = 0; i < rowsAndColumns.length; i += 2) {
            sensed.events.add(0.001, 32 * rowsAndColumns[i] + rowsAndColumns[i + 1], i % 4 == 0);
        }
        return sensed;
    }

    private static void show(Encoder encoder, Sensation sensed, int times) {
        for (int k = 0; k < times; k++) {
            encoder.encode(sensed, 20, new Spikes(8), 0);
        }
    }

    /** Rates [Hz] over {@code intervals} without events. */
    private static double[] rates(Encoder encoder, int intervals) {
        Sensation quiet = new Sensation(SPEC);
        Spikes spikes = new Spikes(8);
        double[] rates = new double[encoder.size()];
        for (int k = 0; k < intervals; k++) {
            spikes.clear();
            encoder.encode(quiet, 20, spikes, 0);
            for (int i = 0; i < spikes.size(); i++) {
                rates[spikes.neuron(i)] += 1 / (0.02 * intervals);
            }
        }
        return rates;
    }

    /** Mean neuron of a band, weighted by rate. */
    private static double middle(double[] rates, int band) {
        double sum = 0;
        double moment = 0;
        for (int i = 0; i < NEURONS; i++) {
            sum += rates[band * NEURONS + i];
            moment += i * rates[band * NEURONS + i];
        }
        return moment / sum;
    }

    /** The equations, written down a second time, within 5.5 deviations of a Poisson count. */
    @Test
    void ratesAreThoseThatTheBeliefExpects() {
        double[] belief = new double[32];
        double[] expected = new double[32];
        double total = 0;
        for (int m = 0; m < 32; m++) {
            belief[m] = 1;
            for (int c : new int[] {10, 15}) {
                double l = 0.05 + 0.5 * bell(c - m) + bell(c - m - 4.5) + bell(c - m + 4.5);
                belief[m] *= Math.pow(l, 0.3);
            }
            total += belief[m];
        }
        // It forgets 2 times a second on: seen after 1, 2, … 25 more intervals.
        double seconds = 0;
        for (int k = 1; k <= 25; k++) {
            double kept = Math.exp(-2 * 0.02 * k);
            for (int m = 0; m < 32; m++) {
                double p = kept * belief[m] / total + (1 - kept) / 32;
                for (int i = 0; i < 32; i++) {
                    expected[i] += 0.02 * PEAK * p * bell(i - m);
                }
            }
            seconds += 0.02;
        }
        double[] mean = new double[32];
        int repeats = 400;
        for (int seed = 0; seed < repeats; seed++) {
            Encoder one =
                    new ParallelLines.ParallelLinesProvider()
                            .create(
                                    new ParallelLines.Parameters(
                                            "1", -4, 8, 0.5, 0.05, 1, 0.3, 0, 2, NEURONS, 1, 1,
                                            PEAK),
                                    SPEC,
                                    GRID,
                                    seed);
            show(one, events(0, 10, 0, 15), 1);
            double[] rates = rates(one, 25);
            for (int i = 0; i < 32; i++) {
                mean[i] += rates[i] * seconds;
            }
        }
        for (int i = 0; i < 32; i++) {
            double spikes = repeats * expected[i];
            assertEquals(spikes, mean[i], 5.5 * Math.sqrt(spikes) + 5, "neuron " + i);
        }
    }

    private static double bell(double x) {
        return Math.exp(-x * x / 2);
    }

    @Test
    void threeLinesTellTheirMiddleInEachBand() {
        Encoder encoder = encoder("1 2", 0.5, 3, 0.1);
        // Row 0: 12 ± 4.5. Rows 1 and 2: 20 ± 5.5 and 20 ± 6.5.
        Sensation lines = events(0, 12, 0, 16, 0, 8, 1, 20, 1, 25, 1, 14, 2, 20, 2, 27, 2, 14);
        show(encoder, lines, 20);
        double[] rates = rates(encoder, 10);
        assertEquals(2 * NEURONS, rates.length);
        assertEquals(12, middle(rates, 0), 0.7);
        assertEquals(20, middle(rates, 1), 0.7);
    }

    @Test
    void aLoneOuterLineIsTakenForTheOneThatItWasBefore() {
        Encoder encoder = encoder("1", 0.5, 5, 0.1);
        show(encoder, events(0, 12, 0, 17, 0, 7), 20);
        for (int column = 17; column <= 22; column++) { // the right line moves on alone
            show(encoder, events(0, column), 10);
        }
        assertEquals(17.5, middle(rates(encoder, 10), 0), 1);
    }

    @Test
    void noiseEventsMoveTheMiddleByLessThanAColumn() {
        Encoder encoder = encoder("1", 0.5, 3, 0.1);
        Random random = new Random(1);
        for (int k = 0; k < 200; k++) {
            show(encoder, events(0, 12, 0, 16, 0, 8, 0, random.nextInt(32)), 1);
        }
        assertEquals(12, middle(rates(encoder, 10), 0), 1);
    }

    @Test
    void withoutEventsTheBeliefFadesAndAllNeuronsFireAlike() {
        Encoder encoder = encoder("1", 1, 0, 10);
        show(encoder, events(0, 12, 0, 16, 0, 8), 5);
        double[] rates = rates(encoder, 50_000);
        double even = PEAK * Math.sqrt(2 * Math.PI) / 32;
        for (int i = 5; i < 27; i++) { // the fields of the others reach over the border
            assertEquals(even, rates[i], 5.5 * Math.sqrt(even / 1000) + 0.1, "neuron " + i);
        }
    }

    @Test
    void rowsBelowTheLastBandAreNotLookedAt() {
        Encoder blind = encoder("1 1", 1, 0, 0);
        Encoder same = encoder("1 1", 1, 0, 0);
        show(blind, events(2, 3, 3, 30, 3, 30), 10);
        show(same, events(), 10);
        assertArrayEquals(rates(same, 10), rates(blind, 10));
    }

    @Test
    void theCodeIsAsStrongHoweverManyEventsThereAre() {
        Encoder few = encoder("1", 0.5, 0, 0);
        Encoder many = encoder("1", 0.5, 0, 0);
        show(few, events(0, 12, 0, 16, 0, 8), 20);
        show(many, events(0, 12, 0, 16, 0, 8), 2000);
        double sum = Arrays.stream(rates(few, 5000)).sum();
        assertEquals(PEAK * Math.sqrt(2 * Math.PI), sum, 0.02 * sum);
        assertEquals(sum, Arrays.stream(rates(many, 5000)).sum(), 0.03 * sum);
    }

    @Test
    void evidenceAgainstACertainBeliefStillCounts() {
        Encoder encoder = encoder("1", 1, 0, 0);
        show(encoder, events(0, 4, 0, 4, 0, 4, 0, 8), 500);
        show(encoder, events(0, 24, 0, 28, 0, 20), 2000);
        assertEquals(24, middle(rates(encoder, 10), 0), 1);
    }

    @Test
    void rowsThatThePictureLacksAreRefused() {
        for (String rows : List.of("2 3", "0 2", "two", "")) {
            var refusal =
                    assertThrows(IllegalArgumentException.class, () -> encoder(rows, 0.2, 7, 0.1));
            assertTrue(
                    refusal.getMessage()
                            .endsWith(
                                    "must be numbers ≥ 1 separated by blanks, together at most the camera's height of 4 pixels."),
                    refusal.getMessage());
        }
    }
}
