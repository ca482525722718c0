package sporeloop.viewer.film;

import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * At most 255 colours that stand for many: the most frequent as they are, so that an even ground stays
 * even, the others by median cut: the box of colours with the longest side is halved at its median again
 * and again. Colour 255 is transparent.
 *
 * <p>Source: Heckbert, Color image quantization for frame buffer display, 1982.
 */
final class Palette {
    static final int TRANSPARENT = 255;
    private static final int MOST = 255;

    /** So many colours stay as they are if there are more than there is room for. */
    private static final int EXACT = 128;

    private record Cut(int[] colours, int from, int to) {
        int range(int shift) {
            int low = 255;
            int high = 0;
            for (int i = from; i < to; i++) {
                int channel = colours[i] >>> shift & 0xFF;
                low = Math.min(low, channel);
                high = Math.max(high, channel);
            }
            return high - low;
        }

        /** The channel in which the colours differ most, green counting most as in the eye. */
        int longest() {
            int red = 3 * range(16);
            int green = 4 * range(8);
            int blue = 2 * range(0);
            return green >= red && green >= blue ? 8 : red >= blue ? 16 : 0;
        }

        long worth() {
            return to - from < 2 ? 0 : (long) range(longest()) * range(longest()) * (to - from);
        }
    }

    private final byte[] red = new byte[256];
    private final byte[] green = new byte[256];
    private final byte[] blue = new byte[256];
    private final Map<Integer, Byte> index = new HashMap<>();

    /** The palette of pixels, {@code count} of them. */
    Palette(int[] pixels, int count) {
        int[] sorted = Arrays.copyOf(pixels, count);
        for (int i = 0; i < count; i++) {
            sorted[i] &= 0xFFFFFF;
        }
        Arrays.sort(sorted);
        long[] frequent = new long[count]; // how often above, the colour below
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                frequent[distinct++] = sorted[i];
            }
            frequent[distinct - 1] += 1L << 24;
        }
        frequent = Arrays.copyOf(frequent, distinct);
        Arrays.sort(frequent);
        int exact = distinct <= MOST ? distinct : EXACT;
        int[] colours = new int[distinct];
        for (int i = 0; i < distinct; i++) {
            colours[i] = (int) frequent[distinct - 1 - i] & 0xFFFFFF;
        }
        int n = 0;
        while (n < exact) {
            put(new Cut(colours, n, n + 1), n);
            n++;
        }
        PriorityQueue<Cut> cuts =
                new PriorityQueue<>(Comparator.comparingLong(Cut::worth).reversed());
        cuts.add(new Cut(colours, exact, distinct));
        while (cuts.size() < MOST - exact && !cuts.isEmpty() && cuts.peek().worth() > 0) {
            halve(cuts.remove(), cuts);
        }
        for (Cut cut : cuts) {
            if (cut.from < cut.to) {
                put(cut, n++);
            }
        }
    }

    private static void halve(Cut cut, PriorityQueue<Cut> cuts) {
        int shift = cut.longest();
        Integer[] part = new Integer[cut.to - cut.from];
        for (int i = 0; i < part.length; i++) {
            part[i] = cut.colours[cut.from + i];
        }
        Arrays.sort(part, Comparator.comparingInt(colour -> colour >>> shift & 0xFF));
        for (int i = 0; i < part.length; i++) {
            cut.colours[cut.from + i] = part[i];
        }
        int middle = (cut.from + cut.to) >>> 1;
        cuts.add(new Cut(cut.colours, cut.from, middle));
        cuts.add(new Cut(cut.colours, middle, cut.to));
    }

    private void put(Cut cut, int n) {
        long r = 0;
        long g = 0;
        long b = 0;
        for (int i = cut.from; i < cut.to; i++) {
            r += cut.colours[i] >>> 16 & 0xFF;
            g += cut.colours[i] >>> 8 & 0xFF;
            b += cut.colours[i] & 0xFF;
            index.put(cut.colours[i], (byte) n);
        }
        int size = cut.to - cut.from;
        red[n] = (byte) (r / size);
        green[n] = (byte) (g / size);
        blue[n] = (byte) (b / size);
    }

    /** Index of a colour that was among the pixels. */
    byte of(int colour) {
        Byte found = index.get(colour & 0xFFFFFF);
        if (found == null) {
            throw new IllegalArgumentException("a colour that is not of this palette");
        }
        return found;
    }

    /** The palette as Java's own; all of it is opaque but the last. */
    IndexColorModel model() {
        return new IndexColorModel(8, 256, red, green, blue, TRANSPARENT);
    }
}
