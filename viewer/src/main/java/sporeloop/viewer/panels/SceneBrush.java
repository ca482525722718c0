package sporeloop.viewer.panels;

import java.util.EnumSet;
import java.util.Set;
import sporeloop.environments.Scene;
import sporeloop.viewer.canvas.Canvas;

/** Draws a scene's shapes in the colours of their roles. */
final class SceneBrush {
    /** What lies flat on the ground. */
    static final Set<Scene.Role> GROUND =
            EnumSet.of(Scene.Role.GROUND, Scene.Role.WALL, Scene.Role.ROAD, Scene.Role.MARKING);

    private double[] xs = new double[64];
    private double[] ys = new double[64];

    /** Draws what lies on the ground, or what moves over it. */
    void draw(Canvas canvas, Scene scene, View view, Theme theme, boolean ground) {
        for (int k = 0; k < scene.size(); k++) {
            if (GROUND.contains(scene.role(k)) == ground) {
                shape(canvas, scene, k, view, theme);
            }
        }
    }

    private void shape(Canvas canvas, Scene scene, int k, View view, Theme theme) {
        Scene.Role role = scene.role(k);
        int colour = theme.of(role);
        double least = canvas.scale() * 1.2;
        switch (scene.kind(k)) {
            case CIRCLE ->
                    canvas.circle(
                            view.px(scene.x(k, 0)),
                            view.py(scene.y(k, 0)),
                            Math.max(least, scene.extent(k) * view.perMetre()),
                            colour);
            case POLYGON -> {
                int points = scene.points(k);
                if (xs.length < points) {
                    xs = new double[points];
                    ys = new double[points];
                }
                for (int p = 0; p < points; p++) {
                    xs[p] = view.px(scene.x(k, p));
                    ys[p] = view.py(scene.y(k, p));
                }
                canvas.polygon(xs, ys, points, colour);
            }
            case POLYLINE -> polyline(canvas, scene, k, view, colour, least);
        }
        if (scene.kind(k) == Scene.Kind.POLYLINE
                && (role == Scene.Role.COMMAND || role == Scene.Role.VELOCITY)) {
            head(canvas, scene, k, view, colour);
        }
    }

    private static void polyline(
            Canvas canvas, Scene scene, int k, View view, int colour, double least) {
        double width = Math.max(least, scene.extent(k) * view.perMetre());
        for (int p = 0; p + 1 < scene.points(k); p++) {
            canvas.line(
                    view.px(scene.x(k, p)),
                    view.py(scene.y(k, p)),
                    view.px(scene.x(k, p + 1)),
                    view.py(scene.y(k, p + 1)),
                    width,
                    colour);
        }
    }

    /** An arrow's head at the end of a line that is a vector. */
    private void head(Canvas canvas, Scene scene, int k, View view, int colour) {
        int last = scene.points(k) - 1;
        double x = view.px(scene.x(k, last));
        double y = view.py(scene.y(k, last));
        double dx = x - view.px(scene.x(k, last - 1));
        double dy = y - view.py(scene.y(k, last - 1));
        double length = Math.hypot(dx, dy);
        double size = Math.min(4.5 * canvas.scale() + scene.extent(k) * view.perMetre(), length);
        if (length < 2) {
            return;
        }
        double ux = dx / length * size;
        double uy = dy / length * size;
        double[] px = {x + ux, x - 0.4 * ux - 0.8 * uy, x - 0.4 * ux + 0.8 * uy};
        double[] py = {y + uy, y - 0.4 * uy + 0.8 * ux, y - 0.4 * uy - 0.8 * ux};
        canvas.polygon(px, py, 3, colour);
    }
}
