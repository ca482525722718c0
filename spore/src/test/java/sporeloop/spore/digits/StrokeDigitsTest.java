package sporeloop.spore.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StrokeDigitsTest {
    @Test
    void aPictureDependsOnItsSeedAndNumberAlone() {
        StrokeDigits few = new StrokeDigits(3, 5, 7, 1);
        StrokeDigits many = new StrokeDigits(3, 50, 7, 1);
        for (int n = 0; n < 5; n++) {
            assertEquals(n % 2 == 0 ? 7 : 1, few.label(n));
            assertArrayEquals(few.picture(n), many.picture(n));
        }
        assertTrue(new StrokeDigits(4, 1, 7).picture(0)[100] != few.picture(0)[100]);
    }

    @Test
    void everyPictureHasSomeInkAndSomePaper() {
        StrokeDigits digits = new StrokeDigits(1, 100, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        for (int n = 0; n < 100; n++) {
            double ink = 0;
            for (double pixel : digits.picture(n)) {
                assertTrue(pixel >= 0 && pixel <= 1, "pixel " + pixel);
                ink += pixel;
            }
            assertTrue(ink > 8 && ink < 120, "ink of picture " + n + ": " + ink);
        }
    }
}
