package sporeloop.spore.deepr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sporeloop.spore.digits.StrokeDigits;

/** What deep rewiring reaches, beside dense networks and pruning. */
class SparseNetworkTest {
    private static final int[] DIGITS = IntStream.range(0, 10).toArray();
    private static final int[] SIZES = {StrokeDigits.PIXELS, 60, 10};
    private static final int EPOCHS = 8;
    private static final StrokeDigits TRAINING = new StrokeDigits(1, 3000, DIGITS);
    private static final StrokeDigits TEST = new StrokeDigits(2, 1000, DIGITS);

    @Test
    void atTenPercentItIsNearDenseAndAtOneAndThreePercentAboveThePrunedAndTheFixed() {
        SparseNetwork dense = trained(new double[] {1, 1}, new GradientDescent(0.5));
        double whole = dense.accuracy(TEST);
        double tenth = rewired(0.1, 0.3).accuracy(TEST);
        double thirtieth = rewired(0.03, 0.3).accuracy(TEST);
        double hundredth = rewired(0.01, 0.3).accuracy(TEST);
        double fixed = trained(new double[] {0.01, 0.3}, new GradientDescent(0.5)).accuracy(TEST);
        dense.prune(0.03, 0.3);
        double prunedToThirtieth = dense.accuracy(TEST);
        dense.prune(0.01, 0.3);
        double prunedToHundredth = dense.accuracy(TEST);
        String all =
                String.format(
                        "dense %.3f; rewired %.3f, %.3f, %.3f; fixed %.3f; pruned %.3f, %.3f",
                        whole,
                        tenth,
                        thirtieth,
                        hundredth,
                        fixed,
                        prunedToThirtieth,
                        prunedToHundredth);
        assertTrue(whole > 0.85, all);
        assertTrue(tenth > whole - 0.1, all);
        assertTrue(thirtieth > prunedToThirtieth + 0.1, all);
        assertTrue(hundredth > prunedToHundredth + 0.1, all);
        assertTrue(hundredth > fixed + 0.05, all);
    }

    @Test
    void theSameSeedGivesTheSameNetwork() {
        SparseNetwork[] twins = new SparseNetwork[2];
        for (int n = 0; n < 2; n++) {
            twins[n] =
                    new SparseNetwork(
                            SIZES, new double[] {0.02, 0.1}, new DeepRewiring(0.5, 1e-3, 1e-6), 4);
            twins[n].train(TEST);
            twins[n].accuracy(TEST);
            twins[n].train(TEST);
        }
        for (int k = 0; k < twins[0].layer(0).connections(); k++) {
            assertEquals(twins[0].layer(0).place(k), twins[1].layer(0).place(k));
            assertEquals(twins[0].layer(0).weight[k], twins[1].layer(0).weight[k], 0);
        }
    }

    @Test
    void pruningKeepsTheStrongestConnectionsWhereTheyWere() {
        SparseLayer layer = new SparseLayer(10, 10, 100, false, 1);
        double[] at = new double[100];
        for (int k = 0; k < 100; k++) {
            layer.weight[k] = (k % 2 == 0 ? 1 : -1) * (k / 2); // two of each size
            at[layer.place(k)] = layer.weight[k];
        }
        layer.prune(31);
        assertEquals(31, layer.connections());
        for (int k = 0; k < 31; k++) {
            assertTrue(Math.abs(layer.weight[k]) >= 34, "weight " + layer.weight[k]);
            assertEquals(at[layer.place(k)], layer.weight[k], 0);
        }
    }

    @Test
    void aDensityOutOfRangeIsRefused() {
        GradientDescent learning = new GradientDescent(0.1);
        Throwable refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new SparseNetwork(SIZES, new double[] {0.1, 1.5}, learning, 1));
        assertEquals("density 1.5, but must be in (0, 1]", refusal.getMessage());
    }

    private static SparseNetwork rewired(double... density) {
        return trained(density, new DeepRewiring(0.8, 1e-3, 1e-6));
    }

    private static SparseNetwork trained(double[] density, Learning learning) {
        SparseNetwork network = new SparseNetwork(SIZES, density, learning, 3);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            network.train(TRAINING);
        }
        return network;
    }
}
