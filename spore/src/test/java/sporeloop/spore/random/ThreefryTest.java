package sporeloop.spore.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ThreefryTest {
    /** Known answers of threefry2x32 with 13 rounds: Random123 1.14, file kat_vectors. */
    @Test
    void wordsAreThoseOfTheReferenceImplementation() {
        assertEquals(0x9d1c5ec6_8bd50731L, Threefry.at(0, 0, 0));
        assertEquals(0xfd36d048_2d17272cL, Threefry.at(-1L, -1, -1));
        assertEquals(
                0xba3e4725_f27d669eL, Threefry.at(0x13198a2e_03707344L, 0x243f6a88, 0x85a308d3));
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
