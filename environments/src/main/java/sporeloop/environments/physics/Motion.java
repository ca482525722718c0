package sporeloop.environments.physics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.BodyDef;

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

    /** Puts the body that {@code definition} will make into this motion. */
    public void define(BodyDef definition) {
        definition.position.set(x, y);
        definition.angle = angle;
        definition.linearVelocity.set(vx, vy);
        definition.angularVelocity = spin;
    }
}
