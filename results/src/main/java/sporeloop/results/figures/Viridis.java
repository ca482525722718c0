package sporeloop.results.figures;

/** Colours from dark to light: lightness alone tells the order, in print and to any eye. */
final class Viridis {
    private static final int[] PLACES = {
        0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725
    };

    private Viridis() {}

    /** The colour at a share of the scale, 0…1. */
    static int colour(double share) {
        double place = Math.min(1, Math.max(0, share)) * (PLACES.length - 1);
        int below = Math.min((int) place, PLACES.length - 2);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = PLACES[below] >> shift & 255;
            int b = PLACES[below + 1] >> shift & 255;
            mixed = (mixed << 8) | (int) Math.rint(a + (place - below) * (b - a));
        }
        return mixed;
    }
}
