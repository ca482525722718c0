package sporeloop.environments.lane;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.environments.Scene;

/**
 * A straight or an arc of a track's middle line, from a start pose on. Along it, a metres from the
 * start, with curvature κ (left turns positive):
 *
 * <pre>
 *   φ(a) = φ + κ·a                                                              (1)
 *   x(a) = x + a·cos φ          if κ = 0,  else  x + (sin φ(a) − sin φ)/κ        (2)
 *   y(a) = y + a·sin φ          if κ = 0,  else  y − (cos φ(a) − cos φ)/κ        (3)
 * </pre>
 */
final class Segment {
    private static final double VERTEX_EVERY = Math.PI / 36; // of an arc [rad]
    private static final double DASH = 0.15; // of the middle line [m]
    private static final double DASH_EVERY = 0.4;

    final double s; // distance of the start along the track [m]
    final double x;
    final double y;
    final double heading;
    final double length;
    final double curvature;

    private final double middleX;
    private final double middleY;
    private final double[] vertices; // x, y and the unit vector to the left, of points along it
    private final double[] dashes; // x, y of begin, middle, end

    Segment(double s, double x, double y, double heading, double length, double curvature) {
        this.s = s;
        this.x = x;
        this.y = y;
        this.heading = heading;
        this.length = length;
        this.curvature = curvature;
        middleX = x(length / 2);
        middleY = y(length / 2);
        int pieces = Math.max(1, (int) Math.ceil(Math.abs(curvature) * length / VERTEX_EVERY));
        vertices = new double[4 * (pieces + 1)];
        for (int i = 0; i <= pieces; i++) {
            double along = length * i / pieces;
            vertices[4 * i] = x(along);
            vertices[4 * i + 1] = y(along);
            vertices[4 * i + 2] = -StrictMath.sin(heading(along));
            vertices[4 * i + 3] = StrictMath.cos(heading(along));
        }
        double first = Math.ceil(s / DASH_EVERY) * DASH_EVERY - s;
        int count = Math.max(0, (int) Math.ceil((length - first) / DASH_EVERY));
        dashes = new double[6 * count];
        for (int i = 0; i < count; i++) {
            for (int end = 0; end < 3; end++) {
                double along = Math.min(length, first + i * DASH_EVERY + end * DASH / 2);
                dashes[6 * i + 2 * end] = x(along);
                dashes[6 * i + 2 * end + 1] = y(along);
            }
        }
    }

    /** The segment that goes on where this one ends. */
    Segment next(double nextLength, double nextCurvature) {
        return new Segment(
                s + length, x(length), y(length), heading(length), nextLength, nextCurvature);
    }

    /** The same segment elsewhere. */
    Segment moved(double dx, double dy) {
        return new Segment(s, x + dx, y + dy, heading, length, curvature);
    }

    double heading(double along) {
        return heading + curvature * along; // (1)
    }

    double x(double along) {
        return curvature == 0
                ? x + along * StrictMath.cos(heading)
                : x + (StrictMath.sin(heading(along)) - StrictMath.sin(heading)) / curvature; // (2)
    }

    double y(double along) {
        return curvature == 0
                ? y + along * StrictMath.sin(heading)
                : y - (StrictMath.cos(heading(along)) - StrictMath.cos(heading)) / curvature; // (3)
    }

    /** How far along the segment a place is; beyond 0 … length if it is before or behind it. */
    double along(double px, double py) {
        double cos = StrictMath.cos(heading);
        double sin = StrictMath.sin(heading);
        double forward = (px - x) * cos + (py - y) * sin;
        if (curvature == 0) {
            return forward;
        }
        double left = (py - y) * cos - (px - x) * sin;
        double toCentre = 1 / curvature - left;
        double turn = Math.signum(curvature);
        return StrictMath.atan2(forward, turn * toCentre) / Math.abs(curvature);
    }

    /** Distance of a place from the middle line, positive to the left. */
    double distance(double px, double py) {
        double cos = StrictMath.cos(heading);
        double sin = StrictMath.sin(heading);
        double forward = (px - x) * cos + (py - y) * sin;
        double left = (py - y) * cos - (px - x) * sin;
        if (curvature == 0) {
            return left;
        }
        double toCentre = 1 / curvature - left;
        return 1 / curvature
                - Math.signum(curvature) * Math.sqrt(forward * forward + toCentre * toCentre);
    }

    /** Whether any of it is within {@code reach} of a place. */
    boolean isNear(double px, double py, double reach) {
        double dx = middleX - px;
        double dy = middleY - py;
        double within = reach + length / 2;
        return dx * dx + dy * dy < within * within;
    }

    /** Adds a line of a width, {@code offset} to the left of the middle. */
    void drawLine(Scene scene, Scene.Role role, double width, double offset) {
        scene.begin(Scene.Kind.POLYLINE, role, width);
        for (int i = 0; i < vertices.length; i += 4) {
            scene.point(
                    vertices[i] + offset * vertices[i + 2],
                    vertices[i + 1] + offset * vertices[i + 3]);
        }
        scene.finish();
    }

    /** Adds the dashes of the middle line. */
    void drawDashes(Scene scene, Scene.Role role, double width) {
        for (int i = 0; i < dashes.length; i += 6) {
            scene.begin(Scene.Kind.POLYLINE, role, width);
            for (int end = 0; end < 3; end++) {
                scene.point(dashes[i + 2 * end], dashes[i + 2 * end + 1]);
            }
            scene.finish();
        }
    }

    void save(DataOutput out) throws IOException {
        for (double number : new double[] {s, x, y, heading, length, curvature}) {
            out.writeDouble(number);
        }
    }

    static Segment restore(DataInput in) throws IOException {
        return new Segment(
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble());
    }
}
