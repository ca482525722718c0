package sporeloop.environments.physics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.BodyDef;
import sporeloop.environments.Scene;

/**
 * The explicit state of one rigid body, from which a world is built anew: place, angle and
 * velocities, in Box2D's own units and precision, so that taking it down and up again loses nothing.
 *
 * @param x [0.1 m]
 * @param y [0.1 m]
 * @param angle [rad]
 * @param vx [0.1 m/s]
 * @param vy [0.1 m/s]
 * @param spin [rad/s]
 */
public record Motion(float x, float y, float angle, float vx, float vy, float spin) {
    /** A body at rest at a place [m] and angle [rad]. */
    public static Motion restAt(double x, double y, double angle) {
        float scale = Plane.UNITS_PER_METRE;
        return new Motion((float) x * scale, (float) y * scale, (float) angle, 0, 0, 0);
    }

    /** A body that moves along its axis at a speed [m/s] and turns at {@code spin} [rad/s]. */
    public static Motion moving(double x, double y, double angle, double speed, double spin) {
        float scale = Plane.UNITS_PER_METRE;
        return new Motion(
                (float) x * scale,
                (float) y * scale,
                (float) angle,
                (float) (speed * StrictMath.cos(angle)) * scale,
                (float) (speed * StrictMath.sin(angle)) * scale,
                (float) spin);
    }

    /** The motion of {@code body} now. */
    public static Motion of(Body body) {
        return new Motion(
                body.getPosition().x,
                body.getPosition().y,
                body.getAngle(),
                body.getLinearVelocity().x,
                body.getLinearVelocity().y,
                body.getAngularVelocity());
    }

    /** The same, with its velocity changed [m/s]. */
    public Motion pushed(double dvx, double dvy) {
        float scale = Plane.UNITS_PER_METRE;
        return new Motion(x, y, angle, vx + (float) dvx * scale, vy + (float) dvy * scale, spin);
    }

    /** Reads what {@link #save} wrote. */
    public static Motion restore(DataInput in) throws IOException {
        return new Motion(
                in.readFloat(),
                in.readFloat(),
                in.readFloat(),
                in.readFloat(),
                in.readFloat(),
                in.readFloat());
    }

    /** Writes it. */
    public void save(DataOutput out) throws IOException {
        out.writeFloat(x);
        out.writeFloat(y);
        out.writeFloat(angle);
        out.writeFloat(vx);
        out.writeFloat(vy);
        out.writeFloat(spin);
    }

    /** The motion of what is fixed to this body at a place on it [m], turned against it [rad]. */
    public Motion fixedAt(double ahead, double left, double turn) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double rx = (ahead * cos - left * sin) * Plane.UNITS_PER_METRE;
        double ry = (ahead * sin + left * cos) * Plane.UNITS_PER_METRE;
        return new Motion(
                (float) (x + rx),
                (float) (y + ry),
                (float) (angle + turn),
                (float) (vx - spin * ry),
                (float) (vy + spin * rx),
                spin);
    }

    /** The same motion elsewhere [m]. */
    public Motion moved(double dx, double dy) {
        float scale = Plane.UNITS_PER_METRE;
        return new Motion(x + (float) dx * scale, y + (float) dy * scale, angle, vx, vy, spin);
    }

    /** Draws a rectangle about the body's middle, {@code length} along its axis [m]. */
    public void drawBox(Scene scene, Scene.Role role, double length, double width) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        scene.begin(Scene.Kind.POLYGON, role, 0);
        for (int corner = 0; corner < 4; corner++) {
            double a = (corner == 0 || corner == 3 ? 0.5 : -0.5) * length;
            double b = (corner < 2 ? 0.5 : -0.5) * width;
            scene.point(
                    x * Plane.METRES_PER_UNIT + a * cos - b * sin,
                    y * Plane.METRES_PER_UNIT + a * sin + b * cos);
        }
        scene.finish();
    }

    /** Puts the body that {@code definition} will make into this motion. */
    public void define(BodyDef definition) {
        definition.position.set(x, y);
        definition.angle = angle;
        definition.linearVelocity.set(vx, vy);
        definition.angularVelocity = spin;
    }
}
