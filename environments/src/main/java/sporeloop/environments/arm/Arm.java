package sporeloop.environments.arm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jbox2d.collision.shapes.PolygonShape;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.BodyDef;
import org.jbox2d.dynamics.BodyType;
import org.jbox2d.dynamics.FixtureDef;
import org.jbox2d.dynamics.joints.RevoluteJoint;
import org.jbox2d.dynamics.joints.RevoluteJointDef;
import sporeloop.environments.Scene;
import sporeloop.environments.physics.Motion;
import sporeloop.environments.physics.Plane;

/**
 * Two links, a shoulder at the origin and an elbow, moving horizontally. At each joint an antagonist
 * pair of muscles, with activities f (flexor) and e (extensor) in [0, 1], drives a motor:
 *
 * <pre>
 *   target speed = jointSpeed·(f − e),   greatest torque = friction + torque·max(f, e)      (1)
 *   shoulder in [0°, 180°], elbow in [5°, 150°]                                            (2)
 *   hand = l₁·(cos q₁, sin q₁) + l₂·(cos(q₁ + q₂), sin(q₁ + q₂))                            (3)
 * </pre>
 */
final class Arm {
    static final double[] LEAST = {0, Math.toRadians(5)};
    static final double[] MOST = {Math.PI, Math.toRadians(150)};
    private static final double DENSITY = 30; // of a link [kg/m²]
    private static final double WIDTH = 0.04;

    private final ArmParameters p;
    private final Plane plane;
    private final Body[] links = new Body[2];
    private final RevoluteJoint[] joints = new RevoluteJoint[2];

    /** An arm with its links in these motions. */
    Arm(ArmParameters parameters, double physicsStep, Motion upper, Motion fore) {
        p = parameters;
        plane = new Plane(physicsStep);
        Body base = plane.world().createBody(new BodyDef());
        links[0] = link(upper, p.upperArm());
        links[1] = link(fore, p.forearm());
        joints[0] = joint(base, 0, links[0], p.upperArm(), 0);
        joints[1] = joint(links[0], p.upperArm() / 2, links[1], p.forearm(), 1);
    }

    /** An arm at rest at these joint angles. */
    static Arm atRest(ArmParameters p, double physicsStep, double shoulder, double elbow) {
        double x = p.upperArm() * StrictMath.cos(shoulder);
        double y = p.upperArm() * StrictMath.sin(shoulder);
        double fore = shoulder + elbow;
        return new Arm(
                p,
                physicsStep,
                Motion.restAt(x / 2, y / 2, shoulder),
                Motion.restAt(
                        x + p.forearm() / 2 * StrictMath.cos(fore),
                        y + p.forearm() / 2 * StrictMath.sin(fore),
                        fore));
    }

    /** Reads what {@link #save} wrote. */
    static Arm restore(ArmParameters p, double physicsStep, DataInput in) throws IOException {
        Motion upper = Motion.restore(in);
        return new Arm(p, physicsStep, upper, Motion.restore(in));
    }

    void save(DataOutput out) throws IOException {
        Motion.of(links[0]).save(out);
        Motion.of(links[1]).save(out);
    }

    /** Lets a physics step pass; activities of flexor and extensor, shoulder first. */
    void step(double[] muscles) {
        for (int i = 0; i < 2; i++) {
            double flexor = muscles[2 * i];
            double extensor = muscles[2 * i + 1];
            double torque = p.friction() + p.torque() * Math.max(flexor, extensor); // (1)
            joints[i].setMotorSpeed((float) (p.jointSpeed() * (flexor - extensor)));
            joints[i].setMaxMotorTorque(
                    (float) torque * Plane.UNITS_PER_METRE * Plane.UNITS_PER_METRE);
        }
        plane.step();
    }

    /** Angle of joint {@code i}: 0 the shoulder, 1 the elbow [rad]. */
    double angle(int i) {
        return joints[i].getJointAngle();
    }

    /** Angular speed of joint {@code i} [rad/s]. */
    double speed(int i) {
        return joints[i].getJointSpeed();
    }

    double elbowX() {
        return p.upperArm() * StrictMath.cos(links[0].getAngle());
    }

    double elbowY() {
        return p.upperArm() * StrictMath.sin(links[0].getAngle());
    }

    double handX() {
        return elbowX() + p.forearm() * StrictMath.cos(links[1].getAngle());
    }

    double handY() {
        return elbowY() + p.forearm() * StrictMath.sin(links[1].getAngle());
    }

    /** Direction of the forearm on the plane [rad]. */
    double forearmAngle() {
        return links[1].getAngle();
    }

    void draw(Scene scene) {
        scene.line(Scene.Role.LIMB, WIDTH, 0, 0, elbowX(), elbowY());
        scene.line(Scene.Role.LIMB, 0.8 * WIDTH, elbowX(), elbowY(), handX(), handY());
        scene.circle(Scene.Role.JOINT, 0, 0, WIDTH * 0.8);
        scene.circle(Scene.Role.JOINT, elbowX(), elbowY(), WIDTH * 0.6);
        scene.circle(Scene.Role.BODY, handX(), handY(), WIDTH * 0.6);
    }

    private Body link(Motion motion, double length) {
        BodyDef definition = new BodyDef();
        definition.type = BodyType.DYNAMIC;
        motion.define(definition);
        Body body = plane.world().createBody(definition);
        PolygonShape box = new PolygonShape();
        float scale = Plane.UNITS_PER_METRE;
        box.setAsBox((float) length / 2 * scale, (float) WIDTH / 2 * scale);
        FixtureDef fixture = new FixtureDef();
        fixture.shape = box;
        fixture.density = (float) DENSITY / (scale * scale);
        fixture.filter.maskBits = 0; // links pass each other
        body.createFixture(fixture);
        return body;
    }

    private RevoluteJoint joint(Body from, double at, Body link, double length, int i) {
        RevoluteJointDef definition = new RevoluteJointDef();
        definition.bodyA = from;
        definition.bodyB = link;
        definition.localAnchorA.set((float) at * Plane.UNITS_PER_METRE, 0);
        definition.localAnchorB.set((float) -length / 2 * Plane.UNITS_PER_METRE, 0);
        definition.referenceAngle = 0;
        definition.enableLimit = true;
        definition.lowerAngle = (float) LEAST[i];
        definition.upperAngle = (float) MOST[i];
        definition.enableMotor = true;
        return (RevoluteJoint) plane.world().createJoint(definition);
    }
}
