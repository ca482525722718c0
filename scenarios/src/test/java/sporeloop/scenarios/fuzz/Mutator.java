package sporeloop.scenarios.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Changes bytes at random: flips, cuts, doubles, splices with another input, and puts in what breaks
 * parsers: numbers at the edge of their range, words of the format's dictionary. The same seed gives
 * the same changes.
 */
final class Mutator {
    private static final long[] EDGES = {
        0,
        1,
        -1,
        2,
        0x7F,
        0x80,
        0xFF,
        0x7FFF,
        0x8000,
        0xFFFF,
        0x10000,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xFFFFFFFFL,
        1L << 32,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Double.doubleToRawLongBits(Double.NaN),
        Double.doubleToRawLongBits(Double.POSITIVE_INFINITY),
        Double.doubleToRawLongBits(-0.0),
        Double.doubleToRawLongBits(1e300)
    };
    private static final int MOST_CHANGES = 4;
    private static final int LONGEST = 1 << 20;

    private final SplittableRandom random;

    Mutator(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    /** A number at the edge of some range, or any. */
    long number() {
        return once(4) ? random.nextLong() : EDGES[below(EDGES.length)];
    }

    /**
     * {@code from} with a few changes; the array itself is left alone.
     *
     * @param other an input of the same format to splice with
     * @param words of the format
     */
    byte[] changed(byte[] from, byte[] other, List<String> words) {
        byte[] bytes = from.clone();
        for (int n = once(2) ? 1 : 1 + below(MOST_CHANGES); n > 0; n--) {
            bytes = change(bytes, other, words);
        }
        return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
    }

    private byte[] change(byte[] from, byte[] other, List<String> words) {
        if (from.length == 0) {
            return word(words);
        }
        int at = below(from.length);
        int length = Math.min(from.length - at, 1 + below(1 << below(10)));
        switch (below(11)) {
            case 0 -> from[at] ^= (byte) (1 << below(8));
            case 1 -> from[at] = (byte) below(256);
            case 2 -> {
                return once(4) ? Arrays.copyOf(from, at) : spliced(from, at, at + length, other, 0);
            }
            case 3 -> {
                return spliced(from, at, at + length, from, 0);
            }
            case 4 -> {
                return spliced(from, at, at, from, length);
            }
            case 5 -> Arrays.fill(from, at, at + length, (byte) (below(3) - 1));
            case 6, 7 -> {
                byte[] word = word(words);
                return spliced(from, at, at + Math.min(length, below(3)), word, word.length, 0);
            }
            case 8 -> number(from, at, 1 << below(4), number());
            case 9 -> {
                int begin = other.length == 0 ? 0 : below(other.length);
                int size = Math.min(length, other.length - begin);
                return spliced(from, at, at + (once(2) ? size : 0), other, size, begin);
            }
            default -> addTo(from, at, 1 << below(4), below(71) - 35);
        }
        return from;
    }

    private byte[] word(List<String> words) {
        return words.isEmpty()
                ? new byte[] {(byte) below(256)}
                : words.get(below(words.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] spliced(byte[] from, int begin, int end, byte[] middle, int length) {
        int size = Math.min(length, middle.length);
        return spliced(from, begin, end, middle, size, below(middle.length - size + 1));
    }

    private static byte[] spliced(
            byte[] from, int begin, int end, byte[] middle, int size, int start) {
        int last = Math.min(end, from.length);
        byte[] result = new byte[from.length - (last - begin) + size];
        System.arraycopy(from, 0, result, 0, begin);
        System.arraycopy(middle, start, result, begin, size);
        System.arraycopy(from, last, result, begin + size, from.length - last);
        return result;
    }

    /** Puts a number of so many bytes, the highest first. */
    private static void number(byte[] into, int at, int bytes, long value) {
        for (int b = 0; b < bytes && at + b < into.length; b++) {
            into[at + b] = (byte) (value >>> (8 * (bytes - 1 - b)));
        }
    }

    private static void addTo(byte[] into, int at, int bytes, int difference) {
        long value = 0;
        for (int b = 0; b < bytes && at + b < into.length; b++) {
            value = value << 8 | (into[at + b] & 0xFF);
        }
        number(into, at, Math.min(bytes, into.length - at), value + difference);
    }
}
