package sporeloop.spore.deepr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sporeloop.spore.digits.StrokeDigits;

/** The rule of deep rewiring against its equations. Seeds are fixed; tolerances are over 4 sd. */
class DeepRewiringTest {
    private static final int[] DIGITS = IntStream.range(0, 10).toArray();
    private static final StrokeDigits FEW = new StrokeDigits(1, 40, DIGITS);
    private static final int[] ORDER = IntStream.range(0, 40).toArray();

    @Test
    void theGradientIsTheSlopeOfTheError() {
        SparseNetwork network =
                new SparseNetwork(
                        new int[] {256, 12, 12, 10},
                        new double[] {0.2, 0.5, 1},
                        new GradientDescent(0.1),
                        1);
        double step = 1e-6;
        for (int l = 0; l < 3; l++) {
            SparseLayer layer = network.layer(l);
            for (int k = 0; k < layer.connections(); k += 7) {
                network.gradient(FEW, ORDER, 20);
                double slope = layer.gradient[k];
                double before = layer.weight[k];
                layer.weight[k] = before + step;
                double more = network.gradient(FEW, ORDER, 20);
                layer.weight[k] = before - step;
                double less = network.gradient(FEW, ORDER, 20);
                layer.weight[k] = before;
                assertEquals((more - less) / (2 * step), slope, 1e-7, "layer " + l + ", " + k);
            }
            double before = layer.bias[3];
            layer.bias[3] = before + step;
            double more = network.gradient(FEW, ORDER, 20);
            layer.bias[3] = before - step;
            double less = network.gradient(FEW, ORDER, 20);
            layer.bias[3] = before;
            network.gradient(FEW, ORDER, 20);
            layer.moveBias(1);
            assertEquals((more - less) / (2 * step), before - layer.bias[3], 1e-7, "bias " + l);
            layer.bias[3] = before;
        }
    }

    @Test
    void thetaMovesByGradientL1AndNoise() {
        SparseLayer layer = new SparseLayer(100, 100, 5000, true, 3);
        Arrays.setAll(layer.weight, k -> 10 * layer.sign[k]);
        Arrays.setAll(layer.gradient, k -> k % 2 == 0 ? 1.5 : -0.5);
        new DeepRewiring(0.2, 0.25, 0.04).update(layer, 1);
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < 5000; k++) {
            double slope = layer.sign[k] * (k % 2 == 0 ? 1.5 : -0.5);
            double theta = layer.sign[k] * layer.weight[k];
            double noise = theta - (10 - 0.2 * slope - 0.2 * 0.25);
            sum += noise;
            squares += noise * noise;
        }
        double variance = 2 * 0.2 * 0.04;
        assertEquals(0, sum / 5000, 5 * Math.sqrt(variance / 5000), "mean of the noise");
        assertEquals(variance, squares / 5000, 0.1 * variance, "variance of the noise");
    }

    @Test
    void theNumberOfConnectionsNeverChangesAndSignsStayWithTheirPlaces() {
        SparseNetwork network =
                new SparseNetwork(
                        new int[] {256, 20, 10},
                        new double[] {0.05, 0.3},
                        new DeepRewiring(0.3, 0.01, 1e-4),
                        5);
        Map<Integer, Double> signs = new HashMap<>();
        int born = 0;
        for (int step = 1; step <= 400; step++) {
            SparseLayer layer = network.layer(step % 2);
            network.gradient(FEW, ORDER, step % 2 * 20);
            int[] before = places(layer);
            new DeepRewiring(0.3, 0.01, 1e-4).update(layer, step);
            assertEquals(step % 2 == 0 ? 256 : 60, Arrays.stream(places(layer)).distinct().count());
            for (int k = 0; k < layer.connections(); k++) {
                double sign = layer.sign[k];
                assertTrue(sign * layer.weight[k] >= 0, "sign of connection " + k);
                Double known = signs.put(layer.place(k) + 10_000 * (step % 2), sign);
                assertTrue(known == null || known == sign, "sign of place " + layer.place(k));
                born += before[k] != layer.place(k) ? 1 : 0;
            }
        }
        assertEquals(256 + 60, network.connections());
        assertTrue(born > 400, born + " births");
    }

    /**
     * Lindley's recursion θ ← max(0, θ + ξ), ξ ~ N(−m, s²): by Spitzer's identity the mean of its law
     * is Σ E[max(0, S_n)]/n, S_n ~ N(−n·m, n·s²), and its tail is exponential with mean s²/(2·m).
     */
    @Test
    void withoutErrorThetaFollowsTheLawOfAReflectedWalkWithMeanTemperatureByL1() {
        SparseLayer layer = new SparseLayer(250, 250, 30_000, true, 7);
        double temperature = 5e-3;
        double l1 = 0.01;
        DeepRewiring rule = new DeepRewiring(1, l1, temperature);
        for (int step = 1; step <= 1500; step++) {
            rule.update(layer, step);
        }
        double sd = Math.sqrt(2 * temperature);
        double expected = 0;
        for (int n = 1; n <= 2000; n++) {
            expected += positivePart(-n * l1, sd * Math.sqrt(n)) / n;
        }
        double[] theta = Arrays.stream(layer.weight).map(Math::abs).toArray();
        double mean = Arrays.stream(theta).average().orElseThrow();
        assertEquals(expected, mean, 0.025 * expected, "mean of θ");
        double beyond = Arrays.stream(theta).filter(each -> each > 0.2).count();
        double far = Arrays.stream(theta).filter(each -> each > 0.2 + temperature / l1).count();
        assertEquals(Math.exp(-1), far / beyond, 0.015, "share of θ > 0.2 beyond 0.2 + T/α");
    }

    @Test
    void birthsFallOnAllPlacesAlike() {
        SparseLayer layer = new SparseLayer(20, 20, 40, true, 9);
        DeepRewiring rule = new DeepRewiring(1, 0.1, 0.01);
        int[] births = new int[400];
        int count = 0;
        for (int step = 1; step <= 4000; step++) {
            int[] before = places(layer);
            rule.update(layer, step);
            for (int k = 0; k < 40; k++) {
                if (layer.place(k) != before[k]) {
                    births[layer.place(k)]++;
                    count++;
                }
            }
        }
        double expected = count / 400.0;
        double chiSquare = 0;
        for (int each : births) {
            chiSquare += (each - expected) * (each - expected) / expected;
        }
        assertTrue(expected > 20, count + " births");
        assertTrue(Math.abs(chiSquare - 399) < 6 * Math.sqrt(2 * 399), "χ² " + chiSquare);
    }

    private static int[] places(SparseLayer layer) {
        return IntStream.range(0, layer.connections()).map(layer::place).toArray();
    }

    /** E[max(0, S)] of S ~ N(mean, sd²), by Simpson's rule. */
    private static double positivePart(double mean, double sd) {
        double top = Math.max(0, mean + 9 * sd);
        double sum = 0;
        for (int i = 0; i <= 200; i++) {
            double x = top * i / 200;
            double z = (x - mean) / sd;
            int factor = i == 0 || i == 200 ? 1 : i % 2 == 0 ? 2 : 4;
            sum += factor * x * Math.exp(-z * z / 2) / (sd * Math.sqrt(2 * Math.PI));
        }
        return sum * top / 600;
    }
}
