package sporeloop.environments.camera;

import java.util.Arrays;

/**
 * Which share of each pixel polygons cover, exactly: each edge adds what it covers of a pixel
 * and, in the next one, what that adds to all pixels to its right; a running sum along the row gives
 * the share. Polygons that share an edge leave no seam. Between two pixels that edges touch the share
 * stays as it is, so that work is done for those alone.
 *
 * <p>Source: the signed-area accumulation of R. Levien's font-rs.
 */
final class Coverage {
    private final int width;
    private final int height;
    private final int stride;
    private final int words; // of 64 pixels in a row
    private final float[] change; // [height][stride], what the share gains from pixel to pixel
    private final long[] touched; // [height][words], a bit for each pixel that has a change
    private int top;
    private int bottom;

    Coverage(int width, int height) {
        this.width = width;
        this.height = height;
        stride = width + 2;
        words = (stride + 63) / 64;
        change = new float[height * stride];
        touched = new long[height * words];
        top = height;
        bottom = -1;
    }

    /** Adds a polygon that does not cross itself and whose corners, in pixels, lie on the picture. */
    void add(double[] x, double[] y, int corners) {
        double twiceArea = 0;
        for (int i = 0, j = corners - 1; i < corners; j = i++) {
            twiceArea += x[j] * y[i] - x[i] * y[j];
        }
        if (Math.abs(twiceArea) < 1e-9) {
            return;
        }
        float turn = twiceArea > 0 ? 1 : -1;
        for (int i = 0, j = corners - 1; i < corners; j = i++) {
            if (y[i] < y[j]) {
                edge(x[i], y[i], x[j], y[j], turn);
            } else if (y[j] < y[i]) {
                edge(x[j], y[j], x[i], y[i], -turn);
            }
        }
    }

    /** Blends {@code brightness} into the picture by the share covered, and forgets what was added. */
    void blend(float brightness, float[] picture) {
        for (int row = top; row <= bottom; row++) {
            blendRow(row, brightness, picture);
        }
        top = height;
        bottom = -1;
    }

    private void blendRow(int row, float brightness, float[] picture) {
        float share = 0;
        int at = row * stride;
        int pixel = row * width;
        int next = 0; // the first pixel not yet blended
        for (int word = 0; word < words; word++) {
            long bits = touched[row * words + word];
            touched[row * words + word] = 0;
            while (bits != 0) {
                int column = 64 * word + Long.numberOfTrailingZeros(bits);
                bits &= bits - 1;
                if (column > next && share > 0.00001f) {
                    blend(picture, pixel + next, pixel + column, share, brightness);
                }
                share += change[at + column];
                change[at + column] = 0;
                if (column < width && share > 0.00001f) {
                    blend(picture, pixel + column, pixel + column + 1, share, brightness);
                }
                next = column + 1;
            }
        }
    }

    private static void blend(float[] picture, int from, int to, float share, float brightness) {
        if (share > 0.99999f) {
            Arrays.fill(picture, from, to, brightness);
        } else {
            for (int i = from; i < to; i++) {
                picture[i] += share * (brightness - picture[i]);
            }
        }
    }

    /** Adds an edge that runs down from y0 to y1. */
    private void edge(double x0, double y0, double x1, double y1, float sign) {
        double slope = (x1 - x0) / (y1 - y0);
        int from = (int) y0;
        int to = Math.min(height, (int) Math.ceil(y1));
        top = Math.min(top, from);
        bottom = Math.max(bottom, to - 1);
        double x = x0;
        double y = y0;
        for (int row = from; row < to; row++) {
            double end = row + 1 < y1 ? row + 1 : y1;
            double next = x + slope * (end - y);
            next = next < 0 ? 0 : next > width ? width : next;
            float area = (float) (end - y) * sign;
            if (x < next) {
                crossRow(row, area, (float) x, (float) next);
            } else {
                crossRow(row, area, (float) next, (float) x);
            }
            x = next;
            y = end;
        }
    }

    /** Adds the part of an edge that crosses {@code row} between the columns x0 ≤ x1. */
    private void crossRow(int row, float area, float x0, float x1) {
        int c0 = (int) x0;
        int c1 = (int) x1; // the column of the end, or the one that begins with it
        int at = row * stride + c0;
        if (c1 == c0) {
            touchTwo(row, c0);
            float beyond = 0.5f * (x0 + x1) - c0;
            change[at] += area - area * beyond;
            change[at + 1] += area * beyond;
            return;
        }
        for (int c = c0; c <= c1; c++) {
            touchTwo(row, c);
        }
        float perColumn = 1 / (x1 - x0);
        float into = 1 - (x0 - c0);
        float share = 0.5f * perColumn * into * into;
        change[at] += area * share;
        float before = share;
        for (int c = c0 + 1; c < c1; c++) {
            share = perColumn * (c - x0 + 0.5f);
            change[at + c - c0] += area * (share - before);
            before = share;
        }
        float rest = x1 - c1;
        share = perColumn * (c1 - x0) + perColumn * rest * (1 - 0.5f * rest);
        change[at + c1 - c0] += area * (share - before);
        change[at + c1 + 1 - c0] += area * (1 - share);
    }

    /** Notes that a column and the next one have a change. */
    private void touchTwo(int row, int column) {
        int word = row * words + (column >> 6);
        touched[word] |= 3L << column;
        if ((column & 63) == 63) {
            touched[word + 1] |= 1;
        }
    }
}
