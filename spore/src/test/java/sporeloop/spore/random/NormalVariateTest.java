package sporeloop.spore.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NormalVariateTest {
    @Test
    void theQuantileIsThatOfTheNormalLaw() {
        // Φ(1) and Φ(3) to 17 digits: Abramowitz and Stegun, table 26.1.
        assertEquals(0, NormalQuantile.of(0.5), 0);
        assertEquals(1, NormalQuantile.of(0.8413447460685429), 1e-14);
        assertEquals(-1, NormalQuantile.of(1 - 0.8413447460685429), 1e-14);
        assertEquals(3, NormalQuantile.of(0.99865010196836990), 1e-12);
        assertEquals(-6, NormalQuantile.of(9.86587645037698e-10), 1e-13);
    }

    /** The third of a variate that each of three times ten bits contribute. */
    private static double[] atoms() {
        double[] atoms = new double[1024];
        for (int i = 0; i < atoms.length; i++) {
            atoms[i] = NormalVariate.of(i | i << 10 | i << 20) / 3;
        }
        return atoms;
    }

    @Test
    void aVariateIsTheSumOfItsThreeParts() {
        double[] z = atoms();
        for (int n = 0; n < 1000; n++) {
            int word = (int) (n * 2654435761L);
            double sum = z[word & 1023] + z[word >>> 10 & 1023] + z[word >>> 20 & 1023];
            assertEquals(sum, NormalVariate.of(word), 1e-15, "word " + word);
        }
    }

    @Test
    void eachPartHasTheMomentsOfTheNormalLawWithAThirdOfTheVariance() {
        double normal = 1;
        for (int k = 1; k <= 4; k++) {
            double even = 0;
            double odd = 0;
            for (double z : atoms()) {
                even += Math.pow(Math.sqrt(3) * z, 2 * k) / 1024;
                odd += Math.pow(Math.sqrt(3) * z, 2 * k - 1) / 1024;
            }
            normal *= 2 * k - 1;
            assertEquals(normal, even, 1e-11 * normal, "moment " + 2 * k);
            assertEquals(0, odd, 1e-12, "moment " + (2 * k - 1));
        }
    }

    /** All 2³⁰ words at once: the sums of two parts, sorted, against each third part. */
    @Test
    void theLawOfAllWordsIsNormalToTwoPartsInAHundredThousand() {
        double[] z = atoms();
        double[] two = new double[z.length * z.length];
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                two[i * z.length + j] = z[i] + z[j];
            }
        }
        Arrays.sort(two);
        for (int n = 1; n < 400; n++) {
            double probability = n / 800.0 + 1e-6; // the other half follows from the symmetry
            double x = NormalQuantile.of(probability);
            double below = 0;
            for (double third : z) {
                int at = Arrays.binarySearch(two, x - third);
                below += at < 0 ? -at - 1 : at;
            }
            below /= (double) two.length * z.length;
            assertEquals(probability, below, 2e-5, "Φ(" + x + ")");
        }
    }

    @Test
    void theLawIsSymmetric() {
        for (int n = 0; n < 1000; n++) {
            int word = (int) (n * 2654435761L);
            assertEquals(-NormalVariate.of(word), NormalVariate.of(~word), 1e-12);
        }
    }

    @Test
    void blocksAgreeWithSingleNumbers() {
        int[] words = new int[300];
        for (int k = 0; k < words.length; k++) {
            words[k] = (int) (k * 2654435761L);
        }
        double[] block = new double[310];
        NormalVariate.block(words, block, 10, words.length, 0.5);
        for (int k = 0; k < words.length; k++) {
            assertEquals(0.5 * NormalVariate.of(words[k]), block[10 + k], 0, "number " + k);
        }
    }
}
