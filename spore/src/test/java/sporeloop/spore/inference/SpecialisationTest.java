package sporeloop.spore.inference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sporeloop.spore.random.Uniforms;

/**
 * The paper's demonstration: neurons specialise on the patterns of a mixture that nobody names to
 * them, know examples they never saw, and make up for lost neurons.
 *
 * <p>Four patterns, each of 30 % of 64 inputs; in each example 15 % of the inputs, drawn anew, are the
 * other way round; active inputs fire at 60 Hz, the others at 2 Hz.
 */
class SpecialisationTest {
    private static final int INPUTS = 64;
    private static final int NEURONS = 8;
    private static final int PATTERNS = 4;
    private static final int EXAMPLES = 1500;

    @Test
    void neuronsSpecialiseGeneraliseAndMakeUpForTheLossOfHalfOfThem() {
        for (int seed = 1; seed <= 2; seed++) {
            WinnerTakeAll network = new WinnerTakeAll(INPUTS, NEURONS, Inference.standard(), seed);
            double untrained = accuracy(network, seed);
            learn(network, seed, 0);
            double trained = accuracy(network, seed);
            loseSpecialists(network, seed);
            double damaged = accuracy(network, seed);
            learn(network, seed, EXAMPLES);
            double recovered = accuracy(network, seed);
            String all =
                    String.format(
                            "seed %d: untrained %.3f, trained %.3f, damaged %.3f, recovered %.3f",
                            seed, untrained, trained, damaged, recovered);
            assertTrue(trained > 0.85 && trained > untrained + 0.2, all);
            assertTrue(damaged < trained - 0.2, all);
            assertTrue(recovered > damaged + 0.2 && recovered > 0.85, all);
        }
    }

    private static void learn(WinnerTakeAll network, long seed, int from) {
        network.plastic(true);
        for (int n = from; n < from + EXAMPLES; n++) {
            network.present(example(seed, n, 0), 200);
        }
    }

    /** Takes out half of the neurons, those of the first patterns first. */
    private static void loseSpecialists(WinnerTakeAll network, long seed) {
        int[] names = names(network, seed);
        int lost = 0;
        for (int pattern = 0; pattern < PATTERNS; pattern++) {
            for (int k = 0; k < NEURONS && lost < NEURONS / 2; k++) {
                if (names[k] == pattern) {
                    network.lose(k);
                    lost++;
                }
            }
        }
    }

    /** Lets all neurons vote on examples that none has seen. */
    private static double accuracy(WinnerTakeAll network, long seed) {
        int[] names = names(network, seed);
        int right = 0;
        for (int n = 0; n < 200; n++) {
            int[] fired = network.present(example(seed, n, 2), 100);
            int[] votes = new int[PATTERNS];
            for (int k = 0; k < NEURONS; k++) {
                votes[names[k]] += fired[k];
            }
            right += greatest(votes) == n % PATTERNS ? 1 : 0;
        }
        return right / 200.0;
    }

    /** For each neuron the pattern it fires most for; stops learning. */
    private static int[] names(WinnerTakeAll network, long seed) {
        network.plastic(false);
        int[][] counts = new int[NEURONS][PATTERNS];
        for (int n = 0; n < 80; n++) {
            int[] fired = network.present(example(seed, n, 1), 100);
            for (int k = 0; k < NEURONS; k++) {
                counts[k][n % PATTERNS] += fired[k];
            }
        }
        return Arrays.stream(counts).mapToInt(SpecialisationTest::greatest).toArray();
    }

    private static int greatest(int[] values) {
        int most = Arrays.stream(values).max().orElseThrow();
        int at = 0;
        while (values[at] < most) {
            at++;
        }
        return at;
    }

    /** The rates [Hz] of example {@code n} of a set, of pattern {@code n % 4}. */
    private static double[] example(long seed, int n, int set) {
        Uniforms pattern = new Uniforms(seed, INPUTS);
        Uniforms flip = new Uniforms(seed + 1000, INPUTS);
        pattern.moveTo(n % PATTERNS);
        flip.moveTo(set * 1_000_000L + n);
        double[] rates = new double[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            boolean active = (pattern.of(i) < 0.3) != (flip.of(i) < 0.15);
            rates[i] = active ? 60 : 2;
        }
        return rates;
    }
}
