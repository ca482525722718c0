package sporeloop.spore.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    @Test
    void everyWordIsMappedToItsQuantile() {
        double worst = 0;
        for (int n = 0; n < 1_000_000; n++) {
            int word = (int) (n * 2654435761L);
            worst = Math.max(worst, error(word));
        }
        for (int word = -4096; word < 4096; word++) { // both tails
            worst = Math.max(worst, error(word));
        }
        assertEquals(0, worst, 3e-7);
    }

    @Test
    void theLawIsSymmetric() {
        for (int n = 0; n < 1000; n++) {
            int word = (int) (n * 2654435761L);
            assertEquals(-NormalVariate.of(word), NormalVariate.of(~word), 1e-12);
        }
    }

    private static double error(int word) {
        double v = word + 0.5;
        double exact = -Math.signum(v) * NormalQuantile.of(Math.abs(v) / 0x1p32);
        return Math.abs(exact - NormalVariate.of(word));
    }
}
