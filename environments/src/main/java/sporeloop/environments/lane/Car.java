package sporeloop.environments.lane;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jbox2d.common.Rot;
import org.jbox2d.dynamics.Body;
import sporeloop.environments.Scene;
import sporeloop.environments.physics.Motion;
import sporeloop.environments.physics.Plane;

/**
 * A car: a chassis on four {@link Wheel}s, bodies of their own on revolute joints, the front pair
 * steered, the rear pair driven. In each physics step every tyre gets the impulse J across its rolling
 * direction n that stops its sliding there, as far as it grips; the joints carry the impulses into the
 * chassis. In the frame of the car (ahead, left), of mass m and moment of inertia I in all:
 *
 * <pre>
 *   D = m/2·(1 − exp(−step/0.2 s))·(v_set − v)  at each rear wheel, v ← v + ΣD/m             (1)
 *   ΔJ = −(v + ω × r)·n / (1/m + (r × n)²/I)                                                 (2)
 *   v ← v + ΔJ·n/m,  ω ← ω + ΔJ·(r × n)/I,   4 rounds over the wheels                        (3)
 *   a front wheel l to the left of the middle is turned by atan(W·tan δ/(W − l·tan δ))       (4)
 * </pre>
 *
 * <p>W is the wheelbase, δ the steering angle; by (4) all wheels roll about one point.
 *
 * <p>Source: (2) and (3) sequential impulses with accumulated clipping, as Box2D treats contacts (E.
 * Catto, GDC 2006). Size and mass are those of a model car of scale 1:10.
 */
final class Car {
    static final double LENGTH = 0.4;
    static final double WIDTH = 0.2;
    static final double WHEELBASE = 0.26;
    static final double AXLE = WHEELBASE / 2;
    static final double MASS = 1.5; // with its wheels
    private static final double GAUGE = 0.16;
    private static final double CHASSIS = MASS - 4 * Wheel.MASS;
    private static final double GRAVITY = 9.81;
    private static final double DRIVE_LAG = 0.2;
    private static final int ROUNDS = 4;
    private static final double[] AHEAD = {AXLE, AXLE, -AXLE, -AXLE};
    private static final double[] LEFT = {GAUGE / 2, -GAUGE / 2, GAUGE / 2, -GAUGE / 2};

    private final Plane plane;
    private final double physicsStep;
    private final double friction;
    private final Body chassis;
    private final Wheel[] wheels = new Wheel[4];
    private final double inertia; // I
    private final double follow; // 1 − exp(−step/0.2 s)
    private double forward; // v during a step, ahead
    private double sideward; // v, to the left
    private double spin; // ω

    private Car(double physicsStep, double friction, Motion body, Motion[] wheelMotions) {
        this.physicsStep = physicsStep;
        this.friction = friction;
        follow = -Math.expm1(-physicsStep / DRIVE_LAG);
        plane = new Plane(physicsStep);
        chassis = Plane.box(plane.world(), body, CHASSIS, LENGTH, WIDTH);
        double grip = friction * MASS * GRAVITY / 4 * physicsStep;
        double moment = CHASSIS * (LENGTH * LENGTH + WIDTH * WIDTH) / 12;
        for (int i = 0; i < 4; i++) {
            wheels[i] = new Wheel(chassis, AHEAD[i], LEFT[i], wheelMotions[i], physicsStep, grip);
            moment += Wheel.MASS * (AXLE * AXLE + GAUGE * GAUGE / 4);
        }
        inertia = moment;
    }

    /** A car whose rear axle moves so, its front wheels steered [rad]. */
    static Car of(double physicsStep, double friction, Motion rear, double steering) {
        Motion body = rear.fixedAt(AXLE, 0, 0);
        Motion[] wheelMotions = new Motion[4];
        for (int i = 0; i < 4; i++) {
            double turn = AHEAD[i] > 0 ? turn(steering, LEFT[i]) : 0;
            wheelMotions[i] = body.fixedAt(AHEAD[i], LEFT[i], turn);
        }
        return new Car(physicsStep, friction, body, wheelMotions);
    }

    /** Reads what {@link #save} wrote. */
    static Car restore(double physicsStep, double friction, DataInput in) throws IOException {
        Motion body = Motion.restore(in);
        Motion[] wheelMotions = new Motion[4];
        for (int i = 0; i < 4; i++) {
            wheelMotions[i] = Motion.restore(in);
        }
        return new Car(physicsStep, friction, body, wheelMotions);
    }

    void save(DataOutput out) throws IOException {
        Motion.of(chassis).save(out);
        for (Wheel wheel : wheels) {
            wheel.motion().save(out);
        }
    }

    /** The same car elsewhere. */
    Car moved(double dx, double dy) {
        Motion[] wheelMotions = new Motion[4];
        for (int i = 0; i < 4; i++) {
            wheelMotions[i] = wheels[i].motion().moved(dx, dy);
        }
        return new Car(physicsStep, friction, Motion.of(chassis).moved(dx, dy), wheelMotions);
    }

    /** The same car, with its velocity changed ahead and to its left [m/s]. */
    Car pushed(double ahead, double left) {
        Rot q = chassis.getTransform().q;
        double x = ahead * q.c - left * q.s;
        double y = ahead * q.s + left * q.c;
        Motion[] wheelMotions = new Motion[4];
        for (int i = 0; i < 4; i++) {
            wheelMotions[i] = wheels[i].motion().pushed(x, y);
        }
        return new Car(physicsStep, friction, Motion.of(chassis).pushed(x, y), wheelMotions);
    }

    /** Lets a physics step pass with the front wheels steered by {@code steering} [rad]. */
    void step(double steering, double speed) {
        Rot q = chassis.getTransform().q;
        forward = vx() * q.c + vy() * q.s;
        sideward = vy() * q.c - vx() * q.s;
        spin = chassis.getAngularVelocity();
        double drive = MASS / 2 * follow * (speed - forward); // (1)
        for (int i = 0; i < 4; i++) {
            wheels[i].begin(i < 2 ? turn(steering, LEFT[i]) : 0, i < 2 ? 0 : drive);
            forward += wheels[i].driving() / MASS;
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Wheel wheel : wheels) {
                grip(wheel);
            }
        }
        for (Wheel wheel : wheels) {
            wheel.push();
        }
        plane.step();
    }

    double x() {
        return chassis.getPosition().x * Plane.METRES_PER_UNIT;
    }

    double y() {
        return chassis.getPosition().y * Plane.METRES_PER_UNIT;
    }

    /** x of the rear axle's middle [m], which a car that does not slide moves along its own axis. */
    double rearX() {
        return x() - AXLE * chassis.getTransform().q.c;
    }

    /** y of the rear axle's middle [m]. */
    double rearY() {
        return y() - AXLE * chassis.getTransform().q.s;
    }

    double angle() {
        return chassis.getAngle();
    }

    /** Speed along the car [m/s]. */
    double speed() {
        Rot q = chassis.getTransform().q;
        return vx() * q.c + vy() * q.s;
    }

    void draw(Scene scene) {
        Motion.of(chassis).drawBox(scene, Scene.Role.BODY, LENGTH, WIDTH);
        for (Wheel wheel : wheels) {
            wheel.motion().drawBox(scene, Scene.Role.WHEEL, Wheel.LENGTH, Wheel.WIDTH);
        }
    }

    /** (2) and (3) for one tyre. */
    private void grip(Wheel wheel) {
        double ahead = wheel.acrossAhead();
        double left = wheel.acrossLeft();
        double arm = wheel.ahead * left - wheel.left * ahead;
        double sliding = forward * ahead + sideward * left + spin * arm;
        double given = wheel.hold(-sliding / (1 / MASS + arm * arm / inertia));
        forward += given * ahead / MASS;
        sideward += given * left / MASS;
        spin += given * arm / inertia;
    }

    /** (4). */
    private static double turn(double steering, double left) {
        double tangent = StrictMath.tan(steering);
        return StrictMath.atan2(WHEELBASE * tangent, WHEELBASE - left * tangent);
    }

    private double vx() {
        return chassis.getLinearVelocity().x * Plane.METRES_PER_UNIT;
    }

    private double vy() {
        return chassis.getLinearVelocity().y * Plane.METRES_PER_UNIT;
    }
}
