package sporeloop.viewer.panels;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sporeloop.environments.Scene;
import sporeloop.viewer.story.About;

/**
 * What a hand holds in the scene: the goal, which it puts elsewhere, or the body, which it pushes.
 *
 * <pre>
 *   change of the body's velocity = 2/s · (where the hand lets go − the body)       (1)
 * </pre>
 *
 * of a body on wheels in its own frame: ahead, to the left.
 *
 * @param goal whether it is the goal
 * @param x middle of what is held [m]
 * @param y middle of what is held [m]
 * @param heading of a body on wheels [rad]; 0 of any other
 */
public record Grip(boolean goal, double x, double y, double heading) {
    private static final double PER_METRE = 2; // [1/s]
    private static final double FASTEST = 10; // [m/s]

    /** How far from the body's middle a hand takes hold of it, in half bodies. */
    private static final double REACH = 3;

    /**
     * What is at a place; null if there is nothing that the task lets hands move.
     *
     * @param mx place of the hand [m]
     * @param my place of the hand [m]
     */
    static @Nullable Grip at(Scene scene, About about, double mx, double my) {
        Grip body = null;
        for (int k = 0; k < scene.size(); k++) {
            double x = middle(scene, k, true);
            double y = middle(scene, k, false);
            double away = Math.hypot(mx - x, my - y);
            double size = size(scene, k, x, y);
            if (scene.role(k) == Scene.Role.GOAL && about.takes("goal") && away <= size) {
                return new Grip(true, x, y, 0);
            }
            if (body == null
                    && scene.role(k) == Scene.Role.BODY
                    && about.takes("push")
                    && away <= REACH * size) {
                body = new Grip(false, x, y, heading(scene, k));
            }
        }
        return body;
    }

    private static double middle(Scene scene, int k, boolean horizontal) {
        double sum = 0;
        for (int p = 0; p < scene.points(k); p++) {
            sum += horizontal ? scene.x(k, p) : scene.y(k, p);
        }
        return sum / scene.points(k);
    }

    private static double size(Scene scene, int k, double x, double y) {
        double size = scene.kind(k) == Scene.Kind.POLYGON ? 0 : scene.extent(k);
        for (int p = 0; p < scene.points(k); p++) {
            size = Math.max(size, Math.hypot(scene.x(k, p) - x, scene.y(k, p) - y));
        }
        return size;
    }

    /** Along the longest side of a body on wheels, to where its command points. */
    private static double heading(Scene scene, int body) {
        double ahead = Double.NaN;
        boolean wheels = false;
        for (int k = 0; k < scene.size(); k++) {
            wheels |= scene.role(k) == Scene.Role.WHEEL;
            if (scene.role(k) == Scene.Role.COMMAND) {
                int last = scene.points(k) - 1;
                ahead =
                        Math.atan2(
                                scene.y(k, last) - scene.y(k, 0), scene.x(k, last) - scene.x(k, 0));
            }
        }
        if (!wheels || Double.isNaN(ahead)) {
            return 0;
        }
        double longest = 0;
        double angle = ahead;
        int points = scene.points(body);
        for (int p = 0; p < points; p++) {
            double dx = scene.x(body, (p + 1) % points) - scene.x(body, p);
            double dy = scene.y(body, (p + 1) % points) - scene.y(body, p);
            if (Math.hypot(dx, dy) > longest) {
                longest = Math.hypot(dx, dy);
                angle = Math.atan2(dy, dx);
            }
        }
        return Math.cos(angle - ahead) >= 0 ? angle : angle + Math.PI;
    }

    /** What the run is told when the hand lets go at this place [m]. */
    public String line(double mx, double my) {
        if (goal) {
            return String.format(Locale.ROOT, "goal %.4f %.4f", mx, my);
        }
        double size = Math.hypot(mx - x, my - y) * PER_METRE;
        double factor = PER_METRE * Math.min(1, FASTEST / Math.max(size, 1e-9)); // (1)
        double vx = factor * (mx - x);
        double vy = factor * (my - y);
        double cosine = Math.cos(heading);
        double sine = Math.sin(heading);
        return String.format(
                Locale.ROOT, "push %.4f %.4f", cosine * vx + sine * vy, cosine * vy - sine * vx);
    }

    /** The same in words. */
    public String words(double mx, double my) {
        return goal
                ? String.format(Locale.ROOT, "goal to %.2f, %.2f m", mx, my)
                : String.format(
                        Locale.ROOT,
                        "push %.1f m/s",
                        Math.min(FASTEST, PER_METRE * Math.hypot(mx - x, my - y)));
    }
}
