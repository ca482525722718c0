package sporeloop.scenarios.picture;

import java.awt.geom.Rectangle2D;
import sporeloop.environments.Scene;

/**
 * Where metres are on the page.
 * <pre>
 *   column = left + (x − x0)·scale,   row = top + height − (y − y0)·scale
 * </pre>
 *
 * @param box part of the page [px]
 * @param x0 what lies at its left edge [m]
 * @param y0 what lies at its lower edge [m]
 * @param scale [px/m]
 */
record Frame(Rectangle2D box, double x0, double y0, double scale) {
    /** The frame that shows all of a scene as large as the box allows, in its middle. */
    static Frame around(Scene scene, Rectangle2D box) {
        double left = Double.POSITIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < scene.size(); k++) {
            double half =
                    switch (scene.kind(k)) {
                        case CIRCLE -> scene.extent(k);
                        case POLYLINE -> scene.extent(k) / 2;
                        case POLYGON -> 0;
                    };
            for (int p = 0; p < scene.points(k); p++) {
                left = Math.min(left, scene.x(k, p) - half);
                right = Math.max(right, scene.x(k, p) + half);
                bottom = Math.min(bottom, scene.y(k, p) - half);
                top = Math.max(top, scene.y(k, p) + half);
            }
        }
        if (!(right > left && top > bottom)) {
            return new Frame(box, -0.5, -0.5, Math.min(box.getWidth(), box.getHeight()));
        }
        return centred(box, (left + right) / 2, (bottom + top) / 2, right - left, top - bottom);
    }

    /** The frame that shows {@code width} metres around the scene's first body. */
    static Frame closeUp(Scene scene, Rectangle2D box, double width) {
        for (int k = 0; k < scene.size(); k++) {
            if (scene.role(k) == Scene.Role.BODY) {
                double x = 0;
                double y = 0;
                for (int p = 0; p < scene.points(k); p++) {
                    x += scene.x(k, p) / scene.points(k);
                    y += scene.y(k, p) / scene.points(k);
                }
                return centred(box, x, y, width, 0);
            }
        }
        return around(scene, box);
    }

    private static Frame centred(Rectangle2D box, double x, double y, double width, double height) {
        double scale = Math.min(box.getWidth() / width, box.getHeight() / height);
        return new Frame(
                box, x - box.getWidth() / scale / 2, y - box.getHeight() / scale / 2, scale);
    }

    double column(double x) {
        return box.getX() + (x - x0) * scale;
    }

    double row(double y) {
        return box.getMaxY() - (y - y0) * scale;
    }
}
