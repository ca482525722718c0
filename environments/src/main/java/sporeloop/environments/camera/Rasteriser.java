package sporeloop.environments.camera;

import java.util.Arrays;
import sporeloop.environments.Scene;

/**
 * Turns a drawing into a picture of brightness, each pixel the mean over its area. Adjoining shapes of
 * one role count as one; a later role covers an earlier one. Work is done only where shapes are.
 */
public final class Rasteriser {
    private static final int CIRCLE_CORNERS = 32;
    private static final int ROOM = 64;
    private static final double[] CIRCLE_X = new double[CIRCLE_CORNERS];
    private static final double[] CIRCLE_Y = new double[CIRCLE_CORNERS];

    static {
        double angle = 2 * Math.PI / CIRCLE_CORNERS;
        double sameArea = Math.sqrt(angle / StrictMath.sin(angle));
        for (int i = 0; i < CIRCLE_CORNERS; i++) {
            CIRCLE_X[i] = sameArea * StrictMath.cos(i * angle);
            CIRCLE_Y[i] = sameArea * StrictMath.sin(i * angle);
        }
    }

    private final int width;
    private final int height;
    private final Palette palette;
    private final float[] picture;
    private final int[] left; // leftmost pixel of the row that may differ from the background
    private final int[] right;
    private final Coverage coverage;
    private final Polygon polygon = new Polygon(ROOM);

    /** A rasteriser for pictures of this size in pixels. */
    public Rasteriser(int width, int height, Palette palette) {
        this.width = width;
        this.height = height;
        this.palette = palette;
        picture = new float[width * height];
        left = new int[height];
        right = new int[height];
        coverage = new Coverage(width, height);
        Arrays.fill(picture, palette.background());
        forget();
    }

    /** Draws {@code scene} as seen from {@code view}. */
    public void draw(Scene scene, View view) {
        for (int row = 0; row < height; row++) {
            if (left[row] <= right[row]) {
                int from = row * width + left[row];
                Arrays.fill(picture, from, row * width + right[row] + 1, palette.background());
            }
        }
        forget();
        for (int k = 0; k < scene.size(); k++) {
            Scene.Role role = scene.role(k);
            if (palette.shows(role)) {
                switch (scene.kind(k)) {
                    case CIRCLE -> circle(scene, k, view);
                    case POLYGON -> polygon(scene, k, view);
                    case POLYLINE -> polyline(scene, k, view);
                }
                if (k + 1 == scene.size() || scene.role(k + 1) != role) {
                    blend(palette.brightness(role));
                }
            }
        }
    }

    /** Brightness of each pixel, {@code row * width + column}; overwritten by the next drawing. */
    public float[] picture() {
        return picture;
    }

    /** Leftmost pixel of {@code row} that may differ from the background. */
    int left(int row) {
        return left[row];
    }

    /** Rightmost such pixel; less than {@link #left} if there is none. */
    int right(int row) {
        return right[row];
    }

    private void circle(Scene scene, int k, View view) {
        polygon.clear();
        double radius = scene.extent(k);
        for (int i = 0; i < CIRCLE_CORNERS; i++) {
            double x = scene.x(k, 0) + radius * CIRCLE_X[i];
            double y = scene.y(k, 0) + radius * CIRCLE_Y[i];
            polygon.add(view.forward(x, y), view.left(x, y));
        }
        cover(view);
    }

    private void polygon(Scene scene, int k, View view) {
        polygon.clear();
        for (int i = 0; i < scene.points(k); i++) {
            double x = scene.x(k, i);
            double y = scene.y(k, i);
            polygon.add(view.forward(x, y), view.left(x, y));
        }
        cover(view);
    }

    /** The outline of the line at its width: along its left side and back along its right. */
    private void polyline(Scene scene, int k, View view) {
        int points = scene.points(k);
        double half = scene.extent(k) / 2;
        boolean closed =
                points > 3
                        && scene.x(k, 0) == scene.x(k, points - 1)
                        && scene.y(k, 0) == scene.y(k, points - 1);
        polygon.clear();
        for (int i = 0; i < points; i++) {
            side(scene, k, i, closed, half, view);
        }
        for (int i = points - 1; i >= 0; i--) {
            side(scene, k, i, closed, -half, view);
        }
        cover(view);
    }

    /** Adds the corner {@code aside} to the left of point {@code i}, on the mitre of its two pieces. */
    private void side(Scene scene, int k, int i, boolean closed, double aside, View view) {
        int end = scene.points(k) - 1;
        int before = i > 0 ? i - 1 : closed ? end - 1 : 0;
        int after = i < end ? i + 1 : closed ? 1 : end;
        double x = scene.x(k, i);
        double y = scene.y(k, i);
        double x1 = x - scene.x(k, before);
        double y1 = y - scene.y(k, before);
        double x2 = scene.x(k, after) - x;
        double y2 = scene.y(k, after) - y;
        double unit1 = 1 / Math.max(1e-12, Math.sqrt(x1 * x1 + y1 * y1));
        double unit2 = 1 / Math.max(1e-12, Math.sqrt(x2 * x2 + y2 * y2));
        double nx = -(y1 * unit1 + y2 * unit2);
        double ny = x1 * unit1 + x2 * unit2;
        boolean atEnd = before == i || after == i; // one piece only: n is its own normal
        double stretch = atEnd ? 1 : Math.min(4, 2 / Math.max(1e-9, nx * nx + ny * ny));
        x += aside * stretch * nx;
        y += aside * stretch * ny;
        polygon.add(view.forward(x, y), view.left(x, y));
    }

    private void cover(View view) {
        polygon.cutAhead(view.nearest(), view.farthest());
        polygon.project(view, width, height);
        polygon.cutToPicture(width, height);
        if (polygon.corners() > 2) {
            coverage.add(polygon.x(), polygon.y(), polygon.corners());
        }
    }

    private void blend(float brightness) {
        for (int row = coverage.top(); row <= coverage.bottom(); row++) {
            left[row] = Math.min(left[row], coverage.first(row));
            right[row] = Math.max(right[row], coverage.last(row));
            coverage.blend(row, brightness, picture);
        }
        coverage.clear();
    }

    private void forget() {
        Arrays.fill(left, width);
        Arrays.fill(right, -1);
    }
}
