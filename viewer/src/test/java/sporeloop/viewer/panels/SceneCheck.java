package sporeloop.viewer.panels;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import sporeloop.environments.Scene;

/**
 * Holds a picture against the scene that it shows: each shape that has a place which nothing drawn later
 * covers has its role's colour there.
 */
public final class SceneCheck {
    /** How near to a border no colour is certain [pixels]. */
    private static final double MARGIN = 3;

    /** How far inside a border a colour is certain [pixels]. */
    private static final double INSIDE = 1.2;

    private final Scene scene;
    private final View view;
    private final int[] pixels;
    private final int width;

    /** Of a picture of this width. */
    public SceneCheck(Scene scene, View view, int[] pixels, int width) {
        this.scene = scene;
        this.view = view;
        this.pixels = pixels;
        this.width = width;
    }

    /**
     * Looks at all shapes.
     *
     * @return the roles of which a shape was looked at
     * @throws IllegalStateException if one has another colour
     */
    public Set<Scene.Role> roles(Theme theme) {
        int[] order =
                IntStream.concat(
                                IntStream.range(0, scene.size()).filter(this::isGround),
                                IntStream.range(0, scene.size()).filter(k -> !isGround(k)))
                        .toArray();
        Set<Scene.Role> seen = EnumSet.noneOf(Scene.Role.class);
        for (int i = 0; i < order.length; i++) {
            double[] at = open(order, i);
            if (at != null) {
                int found = pixels[(int) Math.round(at[1]) * width + (int) Math.round(at[0])];
                int wanted = theme.of(scene.role(order[i]));
                if (apart(found, wanted) > 8) {
                    throw new IllegalStateException(
                            "%s at pixel %.0f, %.0f is %08x, but should be %08x"
                                    .formatted(scene.role(order[i]), at[0], at[1], found, wanted));
                }
                seen.add(scene.role(order[i]));
            }
        }
        return seen;
    }

    private static int apart(int a, int b) {
        return IntStream.of(0, 8, 16)
                .map(shift -> Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)))
                .max()
                .orElse(0);
    }

    private boolean isGround(int k) {
        return SceneBrush.GROUND.contains(scene.role(k));
    }

    /** A pixel of a shape that no later one covers; null if there is none. */
    private double[] open(int[] order, int i) {
        int k = order[i];
        if (scene.kind(k) != Scene.Kind.POLYLINE) {
            double x = middle(k, true);
            double y = middle(k, false);
            return isOpen(order, i, x, y) ? new double[] {x, y} : null;
        }
        for (int piece = 0; piece + 1 < scene.points(k); piece++) {
            double x = view.px(scene.x(k, piece));
            double y = view.py(scene.y(k, piece));
            double dx = view.px(scene.x(k, piece + 1)) - x;
            double dy = view.py(scene.y(k, piece + 1)) - y;
            // Along a road's middle there may be a marking.
            double aside = thickness(k, false) / 4 / Math.max(1e-9, Math.hypot(dx, dy));
            for (double along : new double[] {0.5, 0.3, 0.7, 0.15, 0.85}) {
                for (double left : new double[] {0, aside}) {
                    double px = x + along * dx - left * dy;
                    double py = y + along * dy + left * dx;
                    if (isOpen(order, i, px, py)) {
                        return new double[] {px, py};
                    }
                }
            }
        }
        return null;
    }

    private boolean isOpen(int[] order, int i, double x, double y) {
        int k = order[i];
        boolean open =
                covers(k, x, y, -INSIDE)
                        && view.box().inset(8).contains(x, y)
                        && !(isGround(k) && nearBody(x, y))
                        && !inMap(x, y);
        for (int later = i + 1; open && later < order.length; later++) {
            open = !covers(order[later], x, y, MARGIN);
        }
        return open;
    }

    private double middle(int k, boolean horizontal) {
        double sum = 0;
        for (int p = 0; p < scene.points(k); p++) {
            sum += horizontal ? view.px(scene.x(k, p)) : view.py(scene.y(k, p));
        }
        return sum / scene.points(k);
    }

    /** The trail is where the body was. */
    private boolean nearBody(double x, double y) {
        for (int k = 0; k < scene.size(); k++) {
            if (scene.role(k) == Scene.Role.BODY
                    && Math.hypot(middle(k, true) - x, middle(k, false) - y) < 120) {
                return true;
            }
        }
        return false;
    }

    /** A body that is followed has a map in the corner. */
    private boolean inMap(double x, double y) {
        return IntStream.range(0, scene.size()).anyMatch(k -> scene.role(k) == Scene.Role.ROAD)
                && x > view.box().centreX()
                && y < view.box().centreY();
    }

    /** Whether a shape, made larger by a margin, covers a pixel. */
    private boolean covers(int k, double x, double y, double margin) {
        return switch (scene.kind(k)) {
            case CIRCLE ->
                    Math.hypot(x - view.px(scene.x(k, 0)), y - view.py(scene.y(k, 0)))
                            <= scene.extent(k) * view.perMetre() + margin;
            case POLYLINE -> toLine(k, x, y) <= thickness(k, margin > 0) / 2 + margin;
            case POLYGON -> inPolygon(k, x, y, margin);
        };
    }

    private double thickness(int k, boolean withHead) {
        boolean arrow = scene.role(k) == Scene.Role.COMMAND || scene.role(k) == Scene.Role.VELOCITY;
        return scene.extent(k) * view.perMetre() + (arrow && withHead ? 24 : 0);
    }

    private double toLine(int k, double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int p = 0; p + 1 < scene.points(k); p++) {
            nearest = Math.min(nearest, toSegment(k, p, p + 1, x, y));
        }
        return nearest;
    }

    private double toSegment(int k, int from, int to, double x, double y) {
        double ax = view.px(scene.x(k, from));
        double ay = view.py(scene.y(k, from));
        double dx = view.px(scene.x(k, to)) - ax;
        double dy = view.py(scene.y(k, to)) - ay;
        double square = Math.max(1e-12, dx * dx + dy * dy);
        double share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
        return Math.hypot(x - ax - share * dx, y - ay - share * dy);
    }

    private boolean inPolygon(int k, double x, double y, double margin) {
        int points = scene.points(k);
        boolean inside = false;
        double edge = Double.POSITIVE_INFINITY;
        for (int p = 0; p < points; p++) {
            int q = (p + 1) % points;
            double ax = view.px(scene.x(k, p));
            double ay = view.py(scene.y(k, p));
            double bx = view.px(scene.x(k, q));
            double by = view.py(scene.y(k, q));
            if (ay > y != by > y && x < (bx - ax) * (y - ay) / (by - ay) + ax) {
                inside = !inside;
            }
            edge = Math.min(edge, toSegment(k, p, q, x, y));
        }
        return inside ? margin >= 0 || edge >= -margin : edge <= margin;
    }
}
