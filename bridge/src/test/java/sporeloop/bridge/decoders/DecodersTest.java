package sporeloop.bridge.decoders;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.util.List;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sporeloop.bridge.Decoder;
import sporeloop.bridge.DecoderProvider;
import sporeloop.bridge.Encoder;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Sled;
import sporeloop.bridge.StateBytes;
import sporeloop.bridge.encoders.PoissonRate;
import sporeloop.bridge.encoders.Population;
import sporeloop.environments.Sensation;
import sporeloop.spore.Spikes;

class DecodersTest {
    private static final Grid GRID = Grid.of(1, 20, 100, OptionalDouble.empty());

    private static Decoder opponent(Filter filter) {
        return new Opponent.OpponentProvider()
                .create(
                        new Opponent.Parameters("vy", filter, 100, 0.5, 3, 0.4),
                        Sled.SPEC,
                        8,
                        GRID,
                        0);
    }

    private static Decoder rates(Filter filter, double time, double gain) {
        return new GroupRates.GroupRatesProvider()
                .create(
                        new GroupRates.Parameters("all", filter, time, gain, 0, 0),
                        Sled.SPEC,
                        8,
                        GRID,
                        0);
    }

    private static Decoder linear(Filter filter, List<Double> weights, double offset) {
        return new LinearReadout.LinearReadoutProvider()
                .create(
                        new LinearReadout.Parameters("vx", weights, filter, 100, 2, offset, 0, 0),
                        Sled.SPEC,
                        weights.size(),
                        GRID,
                        0);
    }

    private static Decoder winner(Filter filter) {
        return new WinnerTakeAll.WinnerTakeAllProvider()
                .create(
                        new WinnerTakeAll.Parameters("vx", 4, "auto", filter, 100),
                        Sled.SPEC,
                        8,
                        GRID,
                        0);
    }

    static Stream<Function<Filter, Decoder>> all() {
        return Stream.of(
                DecodersTest::opponent,
                filter -> rates(filter, 100, 0.01),
                filter -> linear(filter, List.of(1., -2., 3., 4., 5., 6., 7., 8.), 0.5),
                DecodersTest::winner);
    }

    private static double[] decode(Decoder decoder, int... neurons) {
        Spikes spikes = new Spikes(8);
        for (int i = 0; i < neurons.length; i++) {
            spikes.add(Math.min(19, i), 100 + neurons[i]);
        }
        double[] command = new double[2];
        decoder.decode(spikes, 100, command);
        return command;
    }

    @ParameterizedTest
    @MethodSource("all")
    void aSavedDecoderGoesOnWhereItStoodWithEveryFilter(Function<Filter, Decoder> make)
            throws Exception {
        for (Filter filter : Filter.values()) {
            Decoder straight = make.apply(filter);
            for (int k = 0; k < 13; k++) {
                decode(straight, k % 8, 3, k / 2);
            }
            byte[] state = StateBytes.of(straight::save);
            Decoder resumed = make.apply(filter);
            resumed.restore(new DataInputStream(new ByteArrayInputStream(state)));
            for (int k = 0; k < 13; k++) {
                assertArrayEquals(
                        decode(straight, k % 8), decode(resumed, k % 8), filter + " " + k);
            }
        }
    }

    @Test
    @SuppressWarnings("rawtypes")
    void everyDecoderIsFoundByItsName() {
        List<String> names =
                ServiceLoader.load(DecoderProvider.class).stream()
                        .map(found -> found.get().name())
                        .sorted()
                        .toList();
        assertEquals(
                List.of("linear", "opponent", "population-vector", "rates", "winner-take-all"),
                names);
    }

    @Test
    void opponentHalvesPullAgainstEachOtherWithinDeadBandAndSaturation() {
        assertEquals(1.0, decode(opponent(Filter.NONE), 0, 3)[1]);
        assertEquals(-0.5, decode(opponent(Filter.NONE), 0, 4, 7)[1]);
        assertEquals(3, decode(opponent(Filter.NONE), 0, 1, 2, 3, 0, 1, 2)[1], "saturated");
        assertEquals(0, decode(opponent(Filter.NONE), 0, 4)[1]);
        assertEquals(0, decode(opponent(Filter.NONE), 0)[0], "the other channel is left alone");
    }

    @Test
    void aLinearReadoutIsTheWeightedSumOfTheSpikes() {
        Decoder decoder = linear(Filter.NONE, List.of(1., -2., 0.25), 0.5);
        assertEquals(0.5 + 2 * (1 - 4 + 0.25), decode(decoder, 0, 1, 1, 2)[0], 1e-15);
    }

    @Test
    void theMostActiveGroupDecidesAndATieKeepsTheLastWinner() {
        Decoder decoder = winner(Filter.NONE);
        assertEquals(0, decode(decoder)[0], "nobody is active");
        assertEquals(5, decode(decoder, 6, 7, 0)[0], "the last of four values in −5 … 5");
        assertEquals(5, decode(decoder, 0, 6)[0], "a tie");
        assertEquals(-5.0 / 3, decode(decoder, 2, 3, 0)[0], 1e-12);
    }

    @Test
    void aWeightTooFewIsRefusedWithTheNumberNeeded() {
        var parameters =
                new LinearReadout.Parameters("all", List.of(1.), Filter.NONE, 20, 1, 0, 0, 0);
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new LinearReadout.LinearReadoutProvider()
                                        .create(parameters, Sled.SPEC, 3, GRID, 0));
        assertEquals(
                "weights has 1 numbers, but 2 channels of 3 neurons need 6.", refusal.getMessage());
    }

    /** What the rate encoder writes, the rate decoder reads, within 6 standard errors of 200 s. */
    @Property(tries = 20)
    void ratesInvertPoissonRates(
            @ForAll @DoubleRange(min = -10, max = 10) double x,
            @ForAll @DoubleRange(min = -10, max = 10) double y) {
        Encoder encoder =
                new PoissonRate.PoissonRateProvider()
                        .create(new PoissonRate.Parameters("all", 0, 100), Sled.SPEC, GRID, 5);
        Decoder decoder =
                new GroupRates.GroupRatesProvider()
                        .create(
                                new GroupRates.Parameters("all", Filter.NONE, 20, 0.2, 0, 0),
                                Sled.SPEC,
                                2,
                                GRID,
                                0);
        double[] mean = mean(encoder, decoder, x, y);
        double error = 6 * 0.2 * Math.sqrt(100 / 200.0);
        assertEquals(x, mean[0] - 10, error);
        assertEquals(y, mean[1] - 10, error);
    }

    /** A linear readout of the tuning curves' centres, divided by the sum of rates, gives the value. */
    @Property(tries = 20)
    void aLinearReadoutInvertsAPopulationCode(@ForAll @DoubleRange(min = -6, max = 6) double x) {
        Encoder encoder =
                new Population.PopulationProvider()
                        .create(
                                new Population.Parameters("x", 20, "auto", 1, 50, false),
                                Sled.SPEC,
                                GRID,
                                6);
        double perInterval = 50 * Math.sqrt(2 * Math.PI) * 0.02;
        List<Double> centres =
                Stream.iterate(-9.5, c -> c + 1).limit(20).map(c -> c / perInterval).toList();
        Decoder decoder =
                new LinearReadout.LinearReadoutProvider()
                        .create(
                                new LinearReadout.Parameters(
                                        "vx", centres, Filter.NONE, 20, 1, 0, 0, 0),
                                Sled.SPEC,
                                20,
                                GRID,
                                0);
        // Variance of the sum: Σ c²·λ, at most about (x² + 1) / (spikes in 200 s).
        double error = 6 * Math.sqrt((x * x + 1) / (perInterval * 10_000)) + 1e-3;
        assertEquals(x, mean(encoder, decoder, x, 0)[0], error);
    }

    /** On a circle the vector's angle is the value's, half a distance of neighbours off (see (1) of both). */
    @Property(tries = 20)
    void aPopulationVectorInvertsAPopulationCodeOnACircle(
            @ForAll @DoubleRange(min = -10, max = 10) double x) {
        Encoder encoder =
                new Population.PopulationProvider()
                        .create(
                                new Population.Parameters("x", 20, "auto", 1, 50, true),
                                Sled.SPEC,
                                GRID,
                                7);
        Decoder decoder =
                new PopulationVector.PopulationVectorProvider()
                        .create(
                                new PopulationVector.Parameters(
                                        "auto", "auto", Filter.NONE, 20, 1, 0, 0),
                                Sled.SPEC,
                                20,
                                GRID,
                                0);
        double[] vector = mean(encoder, decoder, x, 0);
        double read = -10 + 0.5 + 20 * Math.atan2(vector[1], vector[0]) / (2 * Math.PI);
        double perInterval = 50 * Math.sqrt(2 * Math.PI) * 0.02;
        double error = 6 / Math.sqrt(perInterval * 10_000);
        assertEquals(0, Math.IEEEremainder(read - x, 20), error);
    }

    private static double[] mean(Encoder encoder, Decoder decoder, double x, double y) {
        Sensation sensed = new Sensation(Sled.SPEC);
        sensed.observation[0] = x;
        sensed.observation[1] = y;
        double[] sum = new double[2];
        double[] command = new double[2];
        Spikes spikes = new Spikes(64);
        for (int k = 0; k < 10_000; k++) {
            spikes.clear();
            encoder.encode(sensed, 20, spikes, 0);
            java.util.Arrays.fill(command, 0);
            decoder.decode(spikes, 0, command);
            sum[0] += command[0] / 10_000;
            sum[1] += command[1] / 10_000;
        }
        return sum;
    }
}
