package sporeloop.viewer.panels;

import sporeloop.environments.Scene;
import sporeloop.viewer.canvas.Box;

/**
 * From metres to pixels and back: a rectangle of the plane in the middle of a box.
 *
 * @param box in pixels
 * @param x middle of what is seen [m]
 * @param y middle of what is seen [m]
 * @param perMetre pixels of a metre
 */
public record View(Box box, double x, double y, double perMetre) {
    /** All of a scene. */
    static View whole(Scene scene, Box box) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < scene.size(); k++) {
            Scene.Role role = scene.role(k);
            if (role == Scene.Role.COMMAND || role == Scene.Role.VELOCITY) {
                continue; // they come and go, and the picture should not breathe with them
            }
            double out =
                    switch (scene.kind(k)) {
                        case CIRCLE -> scene.extent(k);
                        case POLYLINE -> scene.extent(k) / 2;
                        case POLYGON -> 0;
                    };
            for (int p = 0; p < scene.points(k); p++) {
                left = Math.min(left, scene.x(k, p) - out);
                right = Math.max(right, scene.x(k, p) + out);
                bottom = Math.min(bottom, scene.y(k, p) - out);
                top = Math.max(top, scene.y(k, p) + out);
            }
        }
        double width = Math.max(1e-9, right - left);
        double height = Math.max(1e-9, top - bottom);
        double perMetre = Math.min(box.width() / width, box.height() / height);
        return new View(box, (left + right) / 2, (bottom + top) / 2, perMetre);
    }

    double px(double metres) {
        return box.centreX() + (metres - x) * perMetre;
    }

    double py(double metres) {
        return box.centreY() - (metres - y) * perMetre;
    }

    /** Metres to the right of a pixel. */
    public double mx(double pixel) {
        return x + (pixel - box.centreX()) / perMetre;
    }

    /** Metres upwards of a pixel. */
    public double my(double pixel) {
        return y - (pixel - box.centreY()) / perMetre;
    }
}
