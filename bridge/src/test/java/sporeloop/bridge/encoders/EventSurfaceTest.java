package sporeloop.bridge.encoders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import sporeloop.bridge.Encoder;
import sporeloop.bridge.Grid;
import sporeloop.environments.Channel;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.spore.Spikes;

/** Rates are compared within 5.5 standard deviations of a Poisson count: never wrong by chance. */
class EventSurfaceTest {
    private static final Grid GRID = Grid.of(1, 20, 100, OptionalDouble.empty());
    private static final int COLUMNS = 8;
    private static final double RATE = 400;
    private static final int QUIET = 50_000; // intervals without events, 1,000 s
    private static final Spec SPEC =
            new Spec(
                    "a camera",
                    1,
                    List.of(new Channel("a", "", -2, 2)),
                    List.of(new Channel("c", "", -1, 1)),
                    new Spec.Camera(16, 4),
                    List.of(),
                    List.of());

    private static EventSurface.Parameters parameters(
            Polarity polarity, double memory, double support, double sharpness) {
        return new EventSurface.Parameters(
                polarity, COLUMNS, 2, memory, support, 1, sharpness, RATE);
    }

    private static Encoder encoder(EventSurface.Parameters parameters) {
        return new EventSurface.EventSurfaceProvider().create(parameters, SPEC, GRID, 1);
    }

    private static Encoder encoder(double memory, double support) {
        return encoder(parameters(Polarity.MERGED, memory, support, 1));
    }

    /** Shows the encoder events of an interval: time [s], row, column, 1 for ON. */
    private static void show(Encoder encoder, double[]... events) {
        Sensation sensed = new Sensation(SPEC);
        for (double[] event : events) {
            sensed.events.add(event[0], (int) (16 * event[1] + event[2]), event[3] == 1);
        }
        encoder.encode(sensed, 20, new Spikes(8), 0);
    }

    /** Spikes of each neuron in 1,000 s without events. */
    private static int[] counts(Encoder encoder) {
        Sensation quiet = new Sensation(SPEC);
        Spikes spikes = new Spikes(8);
        int[] counts = new int[encoder.size()];
        for (int k = 0; k < QUIET; k++) {
            spikes.clear();
            encoder.encode(quiet, 20, spikes, 0);
            for (int i = 0; i < spikes.size(); i++) {
                counts[spikes.neuron(i)]++;
            }
        }
        return counts;
    }

    /** That a band's neurons share its rate as the activities do. */
    private static void assertShares(double[] activity, int[] counts, int band) {
        double sum = 0;
        for (double a : activity) {
            sum += a;
        }
        for (int i = 0; i < COLUMNS; i++) {
            double spikes = 1000 * RATE * activity[i] / sum;
            int count = counts[band * COLUMNS + i];
            assertEquals(spikes, count, 5.5 * Math.sqrt(spikes) + 5, "neuron " + i);
        }
    }

    private static double[] gaussian(double share, int centre) {
        double[] activity = new double[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            activity[i] = share * Math.exp(-(i - centre) * (i - centre) / 2.0);
        }
        return activity;
    }

    @Test
    void aBandShowsWhereItsEventsWereForAsLongAsNoOthersCome() {
        Encoder encoder = encoder(10, 0);
        show(encoder, new double[] {0.004, 1, 7, 1});
        int[] counts = counts(encoder);
        assertShares(gaussian(1, 3), counts, 0);
        for (int i = COLUMNS; i < 2 * COLUMNS; i++) {
            assertEquals(0, counts[i], "a band without events is silent, neuron " + i);
        }
    }

    @Test
    void thePictureAgesByEventsNotByTime() {
        Encoder encoder = encoder(2, 0);
        show(encoder, new double[] {0.004, 2, 2, 1});
        counts(encoder); // 1,000 s pass
        show(encoder, new double[] {0.004, 3, 12, 0}, new double[] {0.005, 3, 13, 1});
        double[] activity = gaussian(Math.exp(-2 / 2.0), 1);
        double[] newer = gaussian(1 + Math.exp(-1 / 2.0), 6);
        for (int i = 0; i < COLUMNS; i++) {
            activity[i] += newer[i];
        }
        assertShares(activity, counts(encoder), 1);
    }

    @Test
    void tenTimesTheEventsDriveNoStronger() {
        Encoder encoder = encoder(100, 0);
        for (int k = 0; k < 10; k++) {
            show(encoder, new double[] {0.004, 0, 9, 1}, new double[] {0.006, 0, 9, 0});
        }
        assertShares(gaussian(1, 4), counts(encoder), 0);
    }

    @Test
    void aSharperCodeRaisesActivityToItsPower() {
        Encoder encoder = encoder(parameters(Polarity.MERGED, 10, 0, 3));
        show(encoder, new double[] {0.004, 0, 9, 1});
        double[] activity = gaussian(1, 4);
        for (int i = 0; i < COLUMNS; i++) {
            activity[i] = Math.pow(activity[i], 3);
        }
        assertShares(activity, counts(encoder), 0);
    }

    @Test
    void anEventWithoutARecentNeighbourDoesNotCount() {
        Encoder encoder = encoder(10, 15);
        show(
                encoder,
                new double[] {0.001, 0, 2, 1}, // the first: lonely
                new double[] {0.002, 0, 2, 1}, // itself is no neighbour
                new double[] {0.003, 0, 4, 1}); // two columns away
        show(encoder, new double[] {0.000, 1, 1, 0}); // 18 ms after its neighbour
        assertEquals(0, java.util.Arrays.stream(counts(encoder)).sum());
        Encoder seeing = encoder(10, 15);
        show(seeing, new double[] {0.010, 0, 15, 1}); // at the edge of the picture
        show(seeing, new double[] {0.004, 1, 14, 0}); // diagonal, 14 ms later, other polarity
        assertShares(gaussian(1, 7), counts(seeing), 0);
    }

    @Test
    void onlyEventsOfTheWantedPolarityCount() {
        Encoder encoder = encoder(parameters(Polarity.OFF, 10, 0, 1));
        show(encoder, new double[] {0.001, 0, 2, 1}, new double[] {0.001, 0, 9, 0});
        assertShares(gaussian(1, 4), counts(encoder), 0);
    }

    @Test
    void partsThatDoNotDivideThePictureAndPolaritiesApartAreRefused() {
        var parts =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                encoder(
                                        new EventSurface.Parameters(
                                                Polarity.ON, 5, 2, 10, 0, 1, 1, 1)));
        assertEquals(
                "columns = 5 does not divide the camera's width of 16 pixels.", parts.getMessage());
        var apart =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> encoder(parameters(Polarity.APART, 10, 0, 1)));
        assertEquals(
                "polarity = apart, but a surface has one picture: write merged, on or off, or use two encoders.",
                apart.getMessage());
    }
}
