package sporeloop.environments.camera;

import java.util.Arrays;
import sporeloop.environments.Scene;

/**
 * The shapes of a drawing that a palette shows, as closed outlines on the ground, each with a circle
 * about it, so that what is out of sight is passed over at once. Long lines are cut into pieces that
 * share an edge. A drawing that has not changed is not gone through again.
 */
final class Outlines {
    private static final int CIRCLE_CORNERS = 32;
    private static final int PIECES = 8; // of a line in one outline
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

    private final Palette palette;
    private Scene.Role[] roles = new Scene.Role[16];
    private boolean[] last = new boolean[16]; // of adjoining shapes of one role
    private int[] starts = new int[17];
    private double[] circles = new double[48]; // x, y and radius about the outline
    private double[] corners = new double[256]; // x, y
    private int size;
    private Scene taken = new Scene();
    private long revision = -1;

    Outlines(Palette palette) {
        this.palette = palette;
    }

    /** Takes up what {@code scene} draws. */
    void take(Scene scene) {
        if (scene == taken && scene.revision() == revision) {
            return;
        }
        taken = scene;
        revision = scene.revision();
        size = 0;
        for (int k = 0; k < scene.size(); k++) {
            Scene.Role role = scene.role(k);
            if (palette.shows(role)) {
                switch (scene.kind(k)) {
                    case CIRCLE -> circle(scene, k);
                    case POLYGON -> polygon(scene, k);
                    case POLYLINE -> polyline(scene, k);
                }
                last[size - 1] = k + 1 == scene.size() || scene.role(k + 1) != role;
            }
        }
    }

    int size() {
        return size;
    }

    Scene.Role role(int k) {
        return roles[k];
    }

    /** Whether outline {@code k} ends a group of one role, which counts as one shape. */
    boolean isLast(int k) {
        return last[k];
    }

    double middleX(int k) {
        return circles[3 * k];
    }

    double middleY(int k) {
        return circles[3 * k + 1];
    }

    double radius(int k) {
        return circles[3 * k + 2];
    }

    /** Where in {@link #corners} the outline begins; it ends where the next one begins. */
    int start(int k) {
        return starts[k];
    }

    /** x and y of the corners, in turn. */
    double[] corners() {
        return corners;
    }

    private void circle(Scene scene, int k) {
        begin(scene.role(k));
        double radius = scene.extent(k);
        for (int i = 0; i < CIRCLE_CORNERS; i++) {
            corner(scene.x(k, 0) + radius * CIRCLE_X[i], scene.y(k, 0) + radius * CIRCLE_Y[i]);
        }
        finish();
    }

    private void polygon(Scene scene, int k) {
        begin(scene.role(k));
        for (int i = 0; i < scene.points(k); i++) {
            corner(scene.x(k, i), scene.y(k, i));
        }
        finish();
    }

    /** The outline of the line at its width: along its left side and back along its right. */
    private void polyline(Scene scene, int k) {
        int end = scene.points(k) - 1;
        double half = scene.extent(k) / 2;
        boolean closed =
                end > 2 && scene.x(k, 0) == scene.x(k, end) && scene.y(k, 0) == scene.y(k, end);
        for (int from = 0; from < end; from += PIECES) {
            int to = Math.min(end, from + PIECES);
            begin(scene.role(k));
            for (int i = from; i <= to; i++) {
                side(scene, k, i, closed, half);
            }
            for (int i = to; i >= from; i--) {
                side(scene, k, i, closed, -half);
            }
            finish();
        }
    }

    /** Adds the corner {@code aside} to the left of point {@code i}, on the mitre of its two pieces. */
    private void side(Scene scene, int k, int i, boolean closed, double aside) {
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
        corner(x + aside * stretch * nx, y + aside * stretch * ny);
    }

    private void begin(Scene.Role role) {
        if (size == roles.length) {
            roles = Arrays.copyOf(roles, 2 * size);
            last = Arrays.copyOf(last, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size + 1);
            circles = Arrays.copyOf(circles, 6 * size);
        }
        roles[size] = role;
        last[size] = false;
        starts[size + 1] = starts[size];
    }

    private void corner(double x, double y) {
        int at = starts[size + 1];
        if (at + 2 > corners.length) {
            corners = Arrays.copyOf(corners, 2 * corners.length);
        }
        corners[at] = x;
        corners[at + 1] = y;
        starts[size + 1] = at + 2;
    }

    /** Ends the outline with a circle about it: round the middle of its extent. */
    private void finish() {
        double left = Double.POSITIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (int i = starts[size]; i < starts[size + 1]; i += 2) {
            left = Math.min(left, corners[i]);
            right = Math.max(right, corners[i]);
            bottom = Math.min(bottom, corners[i + 1]);
            top = Math.max(top, corners[i + 1]);
        }
        double x = (left + right) / 2;
        double y = (bottom + top) / 2;
        double square = 0;
        for (int i = starts[size]; i < starts[size + 1]; i += 2) {
            double dx = corners[i] - x;
            double dy = corners[i + 1] - y;
            square = Math.max(square, dx * dx + dy * dy);
        }
        circles[3 * size] = x;
        circles[3 * size + 1] = y;
        circles[3 * size + 2] = Math.sqrt(square);
        size++;
    }
}
