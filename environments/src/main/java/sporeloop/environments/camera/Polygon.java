package sporeloop.environments.camera;

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

    /** Takes the corners in {@code ground[from … to − 1]}, x and y in turn; x is now ahead of the view. */
    void take(double[] ground, int from, int to, View view) {
        corners = (to - from) / 2;
        if (x.length < corners) {
            x = new double[2 * corners];
            y = new double[2 * corners];
        }
        final double[] ahead = x;
        final double[] aside = y;
        for (int i = 0; i < corners; i++) {
            double groundX = ground[from + 2 * i];
            double groundY = ground[from + 2 * i + 1];
            ahead[i] = view.forward(groundX, groundY);
            aside[i] = view.left(groundX, groundY);
        }
    }

    /** From ground to pixels. */
    void project(View view, int width, int height) {
        for (int i = 0; i < corners; i++) {
            double forward = x[i];
            double left = y[i];
            double inverse = view.inverseDepth(forward);
            double column = width * view.u(forward, left, inverse);
            double row = height * view.v(forward, left, inverse);
            x[i] = column < 0 ? 0 : column > width ? width : column; // what rounding leaves outside
            y[i] = row < 0 ? 0 : row > height ? height : row;
        }
    }

    /** Keeps what lies in a·x + b·y ≥ c. */
    void cut(double a, double b, double c) {
        if (cutX.length < 2 * corners) { // a corner may be kept and another added beside it
            cutX = new double[2 * corners];
            cutY = new double[2 * corners];
        }
        int kept = 0;
        double before = corners == 0 ? 0 : a * x[corners - 1] + b * y[corners - 1] - c;
        for (int i = 0, j = corners - 1; i < corners; j = i++) {
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
            before = now;
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
