package sporeloop.environments.lane;

import org.jbox2d.common.Rot;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.World;
import org.jbox2d.dynamics.joints.RevoluteJoint;
import org.jbox2d.dynamics.joints.RevoluteJointDef;
import sporeloop.environments.physics.Motion;
import sporeloop.environments.physics.Plane;

/**
 * A wheel: a body on a kingpin of the chassis, which a servo turns, with a tyre of limited grip. Its
 * impulses D along and J across its rolling direction share the grip:
 *
 * <pre>
 *   D² + J² ≤ (μ·load·step)²,  D first                                          (1)
 *   servo: turns at (angle − present angle)/step, with a torque of 0.2 N·m at most      (2)
 * </pre>
 */
final class Wheel {
    static final double MASS = 0.05;
    static final double LENGTH = 0.07;
    static final double WIDTH = 0.03;
    private static final double SERVO_TORQUE = 0.2;

    final double ahead; // of the chassis' middle [m]
    final double left;
    private final Body chassis;
    private final Body body;
    private final RevoluteJoint kingpin;
    private final double step;
    private final double grip; // μ·load·step [N·s]
    private final Vec2 impulse = new Vec2();
    private double driving; // D
    private double holding; // J
    private double most; // of J, in this step
    private double cos; // of its angle to the chassis
    private double sin;

    Wheel(Body chassis, double ahead, double left, Motion motion, double step, double grip) {
        this.chassis = chassis;
        this.ahead = ahead;
        this.left = left;
        this.step = step;
        this.grip = grip;
        World world = chassis.getWorld();
        body = Plane.box(world, motion, MASS, LENGTH, WIDTH);
        float scale = Plane.UNITS_PER_METRE;
        RevoluteJointDef pin = new RevoluteJointDef();
        pin.bodyA = chassis;
        pin.bodyB = body;
        pin.localAnchorA.set((float) ahead * scale, (float) left * scale);
        pin.enableMotor = true;
        pin.maxMotorTorque = (float) SERVO_TORQUE * scale * scale;
        kingpin = (RevoluteJoint) world.createJoint(pin);
    }

    Motion motion() {
        return Motion.of(body);
    }

    /** Begins a step: the servo is told an angle [rad], the tyre drives with D, as far as it grips. */
    void begin(double angle, double drive) {
        kingpin.setMotorSpeed((float) ((angle - kingpin.getJointAngle()) / step)); // (2)
        driving = Math.max(-grip, Math.min(grip, drive));
        most = Math.sqrt(grip * grip - driving * driving); // (1)
        holding = 0;
        Rot car = chassis.getTransform().q;
        Rot own = body.getTransform().q;
        cos = (double) car.c * own.c + (double) car.s * own.s;
        sin = (double) car.c * own.s - (double) car.s * own.c;
    }

    /** The part, ahead of the car, of the direction across the tyre. */
    double acrossAhead() {
        return -sin;
    }

    /** The part of it to the car's left. */
    double acrossLeft() {
        return cos;
    }

    double driving() {
        return driving;
    }

    /** Adds to J, as far as the tyre grips; what was added. */
    double hold(double more) {
        double before = holding;
        holding = Math.max(-most, Math.min(most, before + more));
        return holding - before;
    }

    /** Gives the wheel its impulses D and J. */
    void push() {
        Rot own = body.getTransform().q;
        double scale = Plane.UNITS_PER_METRE;
        impulse.set(
                (float) (scale * (driving * own.c - holding * own.s)),
                (float) (scale * (driving * own.s + holding * own.c)));
        body.applyLinearImpulse(impulse, body.getWorldCenter());
    }
}
