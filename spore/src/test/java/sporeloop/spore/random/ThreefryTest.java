package sporeloop.spore.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ThreefryTest {
    /** Known answers of threefry2x32 with 20 rounds: Random123 1.14, file kat_vectors. */
    @Test
    void wordsAreThoseOfTheReferenceImplementation() {
        assertEquals(0x6b200159_99ba4efeL, Threefry.at(0, 0, 0));
        assertEquals(0x1cb996fc_bb002be7L, Threefry.at(-1L, -1, -1));
        assertEquals(
                0xc4923a9c_483df7a0L, Threefry.at(0x13198a2e_03707344L, 0x243f6a88, 0x85a308d3));
    }

    @Test
    void aBlockIsTheSameAsOneCallEach() {
        int[] first = new int[1001];
        int[] second = new int[1001];
        for (int k = 0; k < first.length; k++) {
            first[k] = k * 7;
            second[k] = -k;
        }
        Threefry.block(123456789012345L, first, second, first.length);
        for (int k = 0; k < first.length; k++) {
            long words = Threefry.at(123456789012345L, k * 7, -k);
            assertEquals((int) (words >>> 32), first[k], "first word of " + k);
            assertEquals((int) words, second[k], "second word of " + k);
        }
    }
}
