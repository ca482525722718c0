package sporeloop.results.figures;

/**
 * How a line is drawn.
 *
 * @param rgb colour
 * @param width [px]
 * @param dash length of dashes [px]; 0 for a solid line
 * @param opacity 0…1
 */
record Ink(int rgb, double width, double dash, double opacity) {
    /** The colours of Okabe and Ito, darkest contrast on white first; yellow is left out: too light. */
    private static final int[] SERIES = {
        0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9
    };

    static final int BLUE = SERIES[0];
    static final int VERMILLION = SERIES[1];
    static final int GREEN = SERIES[2];
    static final int BLACK = 0x1A1A1A;
    static final int GREY = 0x5F5F5F;
    static final int PALE = 0xE3E3E3;

    static Ink solid(int rgb, double width) {
        return new Ink(rgb, width, 0, 1);
    }

    Ink dashed(double length) {
        return new Ink(rgb, width, length, opacity);
    }

    Ink faint(double share) {
        return new Ink(rgb, width, dash, share);
    }

    /** Colour of the n-th of several series. */
    static int series(int n) {
        return SERIES[n % SERIES.length];
    }
}
