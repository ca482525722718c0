package sporeloop.spore.neuron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rates and intervals of ten neurons over 1,000 s against those that the original software gave:
 * NEST 2.14 with the SPORE module, {@code golden/rate_statistics.csv} and {@code
 * rate_isi_histograms.csv.gz}. Two tests a setting, each with a false-alarm rate of at most 1e-6,
 * so less than 1e-4 over all 38 settings.
 */
class NeuronRatesTest {
    private static final int NEURONS = 10;
    private static final int STEPS = 1_000_000;
    private static final int LONGEST = 20_000;

    /** Two-sided 1e-6 quantile of the normal law. */
    private static final double SIGMAS = 4.892;

    private static final double ALARM = 1e-6;

    /** One setting, as recorded. */
    private record Setting(Population population, double mean, double sd) {}

    /** Counts of intervals by their length [steps]. */
    private static long[] intervals(Population population, long seed) {
        PoissonNeurons neurons = new PoissonNeurons(population, 1);
        RandomDraw draw = new RandomDraw(population, seed);
        double[] nothing = new double[NEURONS];
        long[] counts = new long[LONGEST];
        int[] last = new int[NEURONS];
        for (int step = 1; step <= STEPS; step++) {
            neurons.advance(nothing, nothing, draw, step);
            for (int n = 0; n < neurons.firedCount(); n++) {
                int j = neurons.fired(n);
                if (last[j] > 0) {
                    counts[Math.min(LONGEST - 1, step - last[j])]++;
                }
                last[j] = step;
            }
        }
        return counts;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 12, 25, 36})
    void ratesAndIntervalsAreThoseOfTheOriginal(int group) {
        compare(group);
    }

    static IntStream groups() {
        return IntStream.range(0, 38);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("groups")
    void ratesAndIntervalsOfAllSettingsAreThoseOfTheOriginal(int group) {
        compare(group);
    }

    private static void compare(int group) {
        Setting setting = setting(group);
        long[] ours = intervals(setting.population, 100 + group);
        long[] theirs = recorded(group);
        double spread = setting.sd / setting.mean; // counts of a renewal process vary by CV²·n
        double error = spread * Math.sqrt(sum(ours) + sum(theirs));
        assertEquals(sum(theirs), sum(ours), SIGMAS * error, "intervals in setting " + group);
        double distance = distance(ours, theirs);
        assertTrue(distance < bound(ours, theirs), "setting " + group + ": distance " + distance);
        if (!setting.population.deadTimeRandom()) {
            for (int n = 0; n <= setting.population.deadTime(); n++) {
                assertEquals(0, ours[n], "intervals of " + n + " steps");
            }
        }
    }

    @Test
    void aDeadTimeOneStepLongerIsToldApart() {
        Population population = setting(3).population;
        long[] ours = intervals(population.withDeadTime(population.deadTime() + 1), 1);
        assertTrue(distance(ours, recorded(3)) > bound(ours, recorded(3)));
    }

    private static Setting setting(int group) {
        String[] cell = lines("rate_statistics.csv").get(group + 1).split(",", -1);
        Population standard = Population.of(NEURONS);
        Population population =
                new Population(
                        NEURONS,
                        Long.parseLong(cell[1]),
                        cell[2].equals("True"),
                        Integer.parseInt(cell[3]),
                        true,
                        0,
                        1,
                        1,
                        Double.parseDouble(cell[4]),
                        standard.tauRiseExc(),
                        standard.tauFallExc(),
                        standard.tauRiseInh(),
                        standard.tauFallInh(),
                        1,
                        Double.parseDouble(cell[5]),
                        Double.parseDouble(cell[6]),
                        -1000,
                        1000);
        return new Setting(population, Double.parseDouble(cell[8]), Double.parseDouble(cell[9]));
    }

    private static long[] recorded(int group) {
        long[] counts = new long[LONGEST];
        for (String line : lines("rate_isi_histograms.csv.gz")) {
            if (line.startsWith(group + ",")) {
                String[] cell = line.split(",", -1);
                counts[Integer.parseInt(cell[1])] = Long.parseLong(cell[2]);
            }
        }
        return counts;
    }

    private static double sum(long[] counts) {
        double sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Largest distance of the two cumulative laws: Kolmogorov and Smirnov's. */
    private static double distance(long[] one, long[] other) {
        double most = 0;
        double below = 0;
        double otherBelow = 0;
        double all = sum(one);
        double otherAll = sum(other);
        for (int n = 0; n < one.length; n++) {
            below += one[n] / all;
            otherBelow += other[n] / otherAll;
            most = Math.max(most, Math.abs(below - otherBelow));
        }
        return most;
    }

    private static double bound(long[] one, long[] other) {
        double pairs = 1.0 / sum(one) + 1.0 / sum(other);
        return Math.sqrt(-Math.log(ALARM / 2) / 2 * pairs);
    }

    private static List<String> lines(String name) {
        try (InputStream raw = NeuronRatesTest.class.getResourceAsStream("/golden/" + name);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
