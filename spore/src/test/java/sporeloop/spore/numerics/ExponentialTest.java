package sporeloop.spore.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExponentialTest {
    @Test
    void theExponentialIsThatOfThePlatformToTheLastDigits() {
        for (double x = -708; x < 709; x += 0.00731) {
            double exact = StrictMath.exp(x);
            assertEquals(1, Exponential.of(x) / exact, 5e-16, "exp(" + x + ")");
        }
    }

    @Test
    void outsideItsRangeItIsZeroInfiniteOrNotANumber() {
        assertEquals(0, Exponential.of(-1e9), 0);
        assertEquals(Double.POSITIVE_INFINITY, Exponential.of(1e9), 0);
        assertTrue(Double.isNaN(Exponential.of(Double.NaN)));
        assertEquals(1, Exponential.of(0), 0);
    }

    @Test
    void theComplementDoesNotCancel() {
        for (double x = -20; x < 20; x += 0.00097) {
            double exact = -StrictMath.expm1(-x);
            assertEquals(
                    exact, Exponential.complement(x), 1e-14 * Math.abs(exact) + 1e-30, "x " + x);
        }
        assertEquals(1e-9, Exponential.complement(1e-9), 1e-18);
    }

    @Test
    void blocksAgreeWithSingleNumbers() {
        for (double bound : new double[] {1, 5, 100, 300}) {
            double[] x = new double[1001];
            double[] exact = new double[x.length];
            for (int k = 0; k < x.length; k++) {
                x[k] = bound * (k - 500) / 500.0 + 3;
                exact[k] = 0.5 * StrictMath.exp(x[k] - 3);
            }
            new BlockExponential(3 - bound, 3 + bound).apply(x, x, x.length, 3, 0.5);
            for (int k = 0; k < x.length; k++) {
                assertEquals(
                        1, x[k] / exact[k], 3e-15 + bound * 1.2e-15, "bound " + bound + " at " + k);
            }
        }
    }
}
