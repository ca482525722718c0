package sporeloop.environments.camera;

import java.util.Arrays;

/**
 * A polygon on its way from the ground to the picture: cut by half planes (Sutherland and Hodgman
 * 1974) and projected, in place. What cutting leaves of one that is not convex may hang together by
 * edges that run to and fro along the cut; they cover nothing. Its room grows when it must.
 */
final class Polygon {
    private double[] x;
    private double[] y;
    private double[] cutX;
    private double[] cutY;
    private int corners;

    Polygon(int room) {
        x = new double[room];
        y = new double[room];
        cutX = new double[room];
        cutY = new double[room];
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    int corners() {
        return corners;
    }

    void clear() {
        corners = 0;
    }

    void add(double newX, double newY) {
        if (2 * corners + 8 > x.length) { // a cut may add a corner for each
            x = Arrays.copyOf(x, 2 * x.length);
            y = Arrays.copyOf(y, 2 * y.length);
            cutX = new double[x.length];
            cutY = new double[y.length];
        }
        x[corners] = newX;
        y[corners++] = newY;
    }

    /** Keeps what lies between two distances ahead (x is ahead). */
    void cutAhead(double nearest, double farthest) {
        if (nearest > Double.NEGATIVE_INFINITY) {
            cut(1, 0, nearest);
            cut(-1, 0, -farthest);
        }
    }

    /** From ground to pixels. */
    void project(View view, int width, int height) {
        for (int i = 0; i < corners; i++) {
            double forward = x[i];
            double left = y[i];
            x[i] = width * view.u(forward, left);
            y[i] = height * view.v(forward, left);
        }
    }

    /** Keeps what lies on the picture. */
    void cutToPicture(int width, int height) {
        cut(1, 0, 0);
        cut(-1, 0, -width);
        cut(0, 1, 0);
        cut(0, -1, -height);
        for (int i = 0; i < corners; i++) { // what rounding leaves outside
            x[i] = Math.max(0, Math.min(width, x[i]));
            y[i] = Math.max(0, Math.min(height, y[i]));
        }
    }

    /** Keeps what lies in a·x + b·y ≥ c. */
    private void cut(double a, double b, double c) {
        boolean anyOut = false;
        boolean anyIn = false;
        for (int i = 0; i < corners; i++) {
            boolean in = a * x[i] + b * y[i] >= c;
            anyIn |= in;
            anyOut |= !in;
        }
        if (!anyOut) {
            return;
        }
        if (!anyIn) {
            corners = 0;
            return;
        }
        int kept = 0;
        for (int i = 0, j = corners - 1; i < corners; j = i++) {
            double before = a * x[j] + b * y[j] - c;
            double now = a * x[i] + b * y[i] - c;
            if ((before >= 0) != (now >= 0)) {
                double share = before / (before - now);
                cutX[kept] = x[j] + share * (x[i] - x[j]);
                cutY[kept++] = y[j] + share * (y[i] - y[j]);
            }
            if (now >= 0) {
                cutX[kept] = x[i];
                cutY[kept++] = y[i];
            }
        }
        double[] oldX = x;
        double[] oldY = y;
        x = cutX;
        y = cutY;
        cutX = oldX;
        cutY = oldY;
        corners = kept;
    }
}
