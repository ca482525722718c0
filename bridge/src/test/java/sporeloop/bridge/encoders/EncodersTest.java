package sporeloop.bridge.encoders;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.util.List;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sporeloop.bridge.Encoder;
import sporeloop.bridge.EncoderProvider;
import sporeloop.bridge.Grid;
import sporeloop.bridge.StateBytes;
import sporeloop.environments.Channel;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.spore.Spikes;

class EncodersTest {
    private static final Grid GRID = Grid.of(1, 20, 100, OptionalDouble.empty());
    private static final Spec SPEC =
            new Spec(
                    "two channels and a camera",
                    1,
                    List.of(new Channel("a", "", -2, 2), new Channel("b", "Hz", 0, 200)),
                    List.of(new Channel("c", "", -1, 1)),
                    new Spec.Camera(4, 2),
                    List.of(),
                    List.of());

    private static Encoder rate(long seed) {
        return new PoissonRate.PoissonRateProvider()
                .create(new PoissonRate.Parameters("all", 0, 200), SPEC, GRID, seed);
    }

    private static Encoder population(String channels, boolean circular, long seed) {
        return new Population.PopulationProvider()
                .create(
                        new Population.Parameters(channels, 10, "auto", 1, 80, circular),
                        SPEC,
                        GRID,
                        seed);
    }

    private static Encoder latency() {
        return new Latency.LatencyProvider()
                .create(new Latency.Parameters("all", 0.2), SPEC, GRID, 0);
    }

    private static Encoder events(Polarity polarity, int poolX, int poolY) {
        return new EventSpikes.EventSpikesProvider()
                .create(new EventSpikes.Parameters(polarity, poolX, poolY), SPEC, GRID, 0);
    }

    private static Encoder surface(long seed) {
        return new EventSurface.EventSurfaceProvider()
                .create(
                        new EventSurface.Parameters(Polarity.MERGED, 4, 2, 5, 20, 1, 2, 300),
                        SPEC,
                        GRID,
                        seed);
    }

    private static Encoder lines(long seed) {
        return new ParallelLines.ParallelLinesProvider()
                .create(
                        new ParallelLines.Parameters(
                                "1 1", -1, 1, 0.5, 0.05, 1, 0.2, 7, 0.1, 6, 1, 1.5, 80),
                        SPEC,
                        GRID,
                        seed);
    }

    private static Encoder exploration(boolean onlyWithoutEvents, long seed) {
        return new Exploration.ExplorationProvider()
                .create(new Exploration.Parameters(3, 90, onlyWithoutEvents), SPEC, GRID, seed);
    }

    private static Encoder constant() {
        return new Constant.ConstantProvider()
                .create(new Constant.Parameters(3, 30), SPEC, GRID, 0);
    }

    static Stream<LongFunction<Encoder>> all() {
        return Stream.of(
                EncodersTest::rate,
                seed -> population("all", false, seed),
                seed -> latency(),
                seed -> events(Polarity.APART, 2, 1),
                EncodersTest::surface,
                EncodersTest::lines,
                seed -> exploration(false, seed),
                seed -> constant());
    }

    private static Sensation sensed(int k) {
        Sensation sensed = new Sensation(SPEC);
        sensed.observation[0] = Math.sin(k);
        sensed.observation[1] = 100 + 90 * Math.cos(k);
        for (int i = 0; i < 6; i++) {
            sensed.events.add(0.003 * i, (i * 5 + k) % 8, i % 2 == 0);
        }
        return sensed;
    }

    private static int[] spikes(Encoder encoder, int from, int to) {
        Spikes spikes = new Spikes(8);
        Stream.Builder<int[]> all = Stream.builder();
        for (int k = from; k < to; k++) {
            spikes.clear();
            encoder.encode(sensed(k), 20, spikes, 7);
            int last = 0;
            for (int i = 0; i < spikes.size(); i++) {
                assertTrue(spikes.step(i) >= last && spikes.step(i) < 20, "in order, in time");
                last = spikes.step(i);
                int neuron = spikes.neuron(i) - 7;
                assertTrue(neuron >= 0 && neuron < encoder.size(), "one of its own neurons");
                all.add(new int[] {k, spikes.step(i), neuron});
            }
        }
        return all.build().flatMapToInt(java.util.Arrays::stream).toArray();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aSavedEncoderGoesOnWhereItStood(LongFunction<Encoder> make) throws Exception {
        Encoder straight = make.apply(1);
        spikes(straight, 0, 17);
        byte[] state = StateBytes.of(straight::save);
        Encoder resumed = make.apply(99);
        resumed.restore(new DataInputStream(new ByteArrayInputStream(state)));
        int[] expected = spikes(straight, 17, 60);
        assertTrue(expected.length > 0);
        assertArrayEquals(expected, spikes(resumed, 17, 60));
    }

    @Test
    @SuppressWarnings("rawtypes")
    void everyEncoderIsFoundByItsName() {
        List<String> names =
                ServiceLoader.load(EncoderProvider.class).stream()
                        .map(found -> found.get().name())
                        .sorted()
                        .toList();
        assertEquals(
                List.of(
                        "constant",
                        "event-surface",
                        "events",
                        "exploration",
                        "latency",
                        "parallel-lines",
                        "place-cells",
                        "poisson-rate",
                        "population"),
                names);
    }

    /** Spikes of each neuron in 4,000 s of one constant sensation. */
    private static int[] counts(Encoder encoder, double a, double b) {
        Sensation sensed = new Sensation(SPEC);
        sensed.observation[0] = a;
        sensed.observation[1] = b;
        Spikes spikes = new Spikes(8);
        int[] counts = new int[encoder.size()];
        for (int k = 0; k < 200_000; k++) {
            spikes.clear();
            encoder.encode(sensed, 20, spikes, 0);
            for (int i = 0; i < spikes.size(); i++) {
                counts[spikes.neuron(i)]++;
            }
        }
        return counts;
    }

    private static void assertRate(double expected, int count, String of) {
        double spikes = 4000 * expected;
        assertEquals(spikes, count, 5.5 * Math.sqrt(spikes) + 5, of);
    }

    @Test
    void poissonRatesRiseLinearlyWithTheChannelAndStopAtItsEnds() {
        int[] counts = counts(rate(1), 1, 37);
        assertRate(150, counts[0], "a = 1 of −2 … 2");
        assertRate(37, counts[1], "b in hertz");
        assertRate(200, counts(rate(1), 5, 37)[0], "a beyond its range");
    }

    @Test
    void tuningCurvesAreGaussianAndOnACircleMeetAtTheEnds() {
        int[] counts = counts(population("a", false, 1), 1.9, 0);
        int[] round = counts(population("a", true, 1), 1.9, 0);
        for (int i = 0; i < 10; i++) {
            double distance = i + 0.5 - 9.75;
            double shorter = Math.min(Math.abs(distance), 10 - Math.abs(distance));
            assertRate(80 * Math.exp(-distance * distance / 2), counts[i], "neuron " + i);
            assertRate(80 * Math.exp(-shorter * shorter / 2), round[i], "round, neuron " + i);
        }
    }

    @Test
    void theLargerAValueTheEarlierItsSpike() {
        Sensation sensed = new Sensation(SPEC);
        sensed.observation[0] = 2;
        sensed.observation[1] = 100;
        Spikes spikes = new Spikes(8);
        latency().encode(sensed, 20, spikes, 0);
        assertEquals(2, spikes.size());
        assertEquals(0, spikes.step(0), "a is at its greatest");
        assertEquals(10, spikes.step(1), "b is in its middle: round(19 · ½)");
        sensed.observation[0] = -1.5;
        spikes.clear();
        latency().encode(sensed, 20, spikes, 0);
        assertEquals(1, spikes.size(), "a is below the threshold");
    }

    @Test
    void anEventIsASpikeOfItsPooledPixelInItsStep() {
        Sensation sensed = new Sensation(SPEC);
        sensed.events.add(0.0031, 3, true);
        sensed.events.add(0.0199999, 6, false);
        Spikes spikes = new Spikes(8);
        events(Polarity.MERGED, 1, 1).encode(sensed, 20, spikes, 0);
        assertEquals(3, spikes.step(0));
        assertEquals(3, spikes.neuron(0));
        assertEquals(19, spikes.step(1));
        assertEquals(6, spikes.neuron(1));
        spikes.clear();
        events(Polarity.APART, 2, 1).encode(sensed, 20, spikes, 0);
        assertEquals(1, spikes.neuron(0), "row 0, columns 2 and 3");
        assertEquals(4 + 3, spikes.neuron(1), "OFF, row 1, columns 2 and 3");
        spikes.clear();
        events(Polarity.ON, 4, 2).encode(sensed, 20, spikes, 0);
        assertEquals(1, spikes.size());
        assertEquals(0, spikes.neuron(0));
    }

    @Test
    void aPoolThatDoesNotDivideTheCameraIsRefused() {
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> events(Polarity.MERGED, 3, 1));
        assertEquals(
                "pool-x = 3 does not divide the camera's width of 4 pixels.", refusal.getMessage());
    }

    @Test
    void explorationCanRestWhileTheCameraSeesSomething() {
        assertRate(90, counts(exploration(true, 1), 0, 0)[2], "without events");
        Spikes spikes = new Spikes(8);
        Encoder still = exploration(true, 1);
        for (int k = 0; k < 100; k++) {
            still.encode(sensed(k), 20, spikes, 0);
        }
        assertEquals(0, spikes.size());
    }

    @Test
    void constantNeuronsFireOnceAPeriodEvenlyShifted() {
        Spikes spikes = new Spikes(8);
        Encoder constant = constant();
        int[] next = {0, 10, 20};
        for (int k = 0; k < 9; k++) {
            spikes.clear();
            constant.encode(sensed(k), 20, spikes, 0);
            for (int i = 0; i < spikes.size(); i++) {
                int neuron = spikes.neuron(i);
                assertEquals(next[neuron], 20 * k + spikes.step(i), "neuron " + neuron);
                next[neuron] += 30;
            }
        }
        assertArrayEquals(new int[] {180, 190, 200}, next);
    }
}
