package sporeloop.environments.camera;

import java.util.Arrays;

/**
 * Which share of each pixel polygons cover, exactly: each edge adds what it covers of a pixel
 * and, in the next one, what that adds to all pixels to its right; a running sum along the row gives
 * the share. Polygons that share an edge leave no seam.
 *
 * <p>Source: the signed-area accumulation of R. Levien's font-rs.
 */
final class Coverage {
    private final int width;
    private final int height;
    private final int stride;
    private final float[] change; // [height][stride], what the share gains from pixel to pixel
    private final int[] first; // leftmost pixel touched in the row
    private final int[] last;
    private int top;
    private int bottom;

    Coverage(int width, int height) {
        this.width = width;
        this.height = height;
        stride = width + 2;
        change = new float[height * stride];
        first = new int[height];
        last = new int[height];
        Arrays.fill(first, width);
        Arrays.fill(last, -1);
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
        for (int i = 0, j = corners - 1; i < corners; j = i++) {
            if (twiceArea > 0) {
                edge(x[i], y[i], x[j], y[j]);
            } else {
                edge(x[j], y[j], x[i], y[i]);
            }
        }
    }

    /** First row touched; more than {@link #bottom} if none. */
    int top() {
        return top;
    }

    int bottom() {
        return bottom;
    }

    int first(int row) {
        return first[row];
    }

    int last(int row) {
        return Math.min(last[row], width - 1);
    }

    /**
     * Blends {@code brightness} into the touched pixels of the row by the share covered, and forgets
     * the row.
     */
    void blend(int row, float brightness, float[] picture) {
        if (last[row] < 0) {
            return; // between two shapes
        }
        float share = 0;
        int at = row * stride;
        int end = last(row);
        for (int column = first[row]; column <= end; column++) {
            share += change[at + column];
            float covered = share > 0.99999f ? 1 : share < 0.00001f ? 0 : share;
            int pixel = row * width + column;
            picture[pixel] += covered * (brightness - picture[pixel]);
        }
        Arrays.fill(change, at + first[row], at + last[row] + 1, 0);
        first[row] = width;
        last[row] = -1;
    }

    /** Forgets which rows were touched, once all are blended. */
    void clear() {
        top = height;
        bottom = -1;
    }

    private void edge(double x0, double y0, double x1, double y1) {
        if (y0 == y1) {
            return;
        }
        float sign = y0 < y1 ? 1 : -1;
        double yTop = Math.min(y0, y1);
        double yEnd = Math.max(y0, y1);
        double slope = (x1 - x0) / (y1 - y0);
        double x = y0 < y1 ? x0 : x1;
        int from = (int) yTop;
        int to = Math.min(height, (int) Math.ceil(yEnd));
        top = Math.min(top, from);
        bottom = Math.max(bottom, to - 1);
        for (int row = from; row < to; row++) {
            double part = Math.min(row + 1, yEnd) - Math.max(row, yTop);
            double next = Math.max(0, Math.min(width, x + slope * part));
            crossRow(
                    row, (float) part * sign, (float) Math.min(x, next), (float) Math.max(x, next));
            x = next;
        }
    }

    /** Adds the part of an edge that crosses {@code row} between the columns x0 ≤ x1. */
    private void crossRow(int row, float area, float x0, float x1) {
        int c0 = (int) x0;
        int c1 = (int) Math.ceil(x1);
        int at = row * stride + c0;
        first[row] = Math.min(first[row], c0);
        last[row] = Math.max(last[row], Math.max(c1, c0 + 1));
        if (c1 <= c0 + 1) {
            float beyond = 0.5f * (x0 + x1) - c0;
            change[at] += area - area * beyond;
            change[at + 1] += area * beyond;
            return;
        }
        float perColumn = 1 / (x1 - x0);
        float into = 1 - (x0 - c0);
        float share = 0.5f * perColumn * into * into;
        change[at] += area * share;
        float before = share;
        for (int c = c0 + 1; c < c1 - 1; c++) {
            share = perColumn * (c - x0 + 0.5f);
            change[at + c - c0] += area * (share - before);
            before = share;
        }
        float rest = x1 - (c1 - 1);
        share = perColumn * ((c1 - 1) - x0) + perColumn * rest * (1 - 0.5f * rest);
        change[at + c1 - 1 - c0] += area * (share - before);
        change[at + c1 - c0] += area * (1 - share);
    }
}
