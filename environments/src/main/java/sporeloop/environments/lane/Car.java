package sporeloop.environments.lane;

import java.util.Arrays;
import org.jbox2d.collision.shapes.PolygonShape;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.BodyDef;
import org.jbox2d.dynamics.BodyType;
import org.jbox2d.dynamics.FixtureDef;
import sporeloop.environments.Scene;
import sporeloop.environments.physics.Motion;
import sporeloop.environments.physics.Plane;

/**
 * A car on four tyres. In each physics step every tyre gets the impulse across its rolling direction n
 * that stops its sliding there, as far as friction allows, and the rear ones drive:
 *
 * <pre>
 *   m_eff = 1/(1/m + (r × n)²/I)                                                       (1)
 *   J ← clip±(μ·m·g/4·step)( J − m_eff·(v + ω × r)·n ),  4 rounds over the tyres        (2)
 *   drive along the car: clip±(μ·m·g/2·step)( m·(1 − exp(−step/0.2 s))·(v_set − v) )     (3)
 *   a front wheel l to the left of the middle rolls along (wheelbase − l·tan δ, wheelbase·tan δ)  (4)
 * </pre>
 *
 * Source: (2) sequential impulses with accumulated clipping, as Box2D treats contacts (E. Catto, GDC
 * 2006). Size and mass are those of a model car of scale 1:10.
 */
final class Car {
    static final double LENGTH = 0.4;
    static final double WIDTH = 0.2;
    static final double WHEELBASE = 0.26;
    static final double AXLE = WHEELBASE / 2;
    private static final double GAUGE = 0.16;
    private static final double MASS = 1.5;
    private static final double GRAVITY = 9.81;
    private static final double DRIVE_LAG = 0.2;
    private static final int ROUNDS = 4;

    private final Plane plane;
    private final Body body;
    private final double step;
    private final double friction;
    private final double follow;
    private final double[] given = new double[4];
    private final Vec2 impulse = new Vec2();
    private final Vec2 point = new Vec2();

    Car(Motion motion, double physicsStep, double friction) {
        plane = new Plane(physicsStep);
        step = physicsStep;
        this.friction = friction;
        follow = -Math.expm1(-step / DRIVE_LAG);
        BodyDef definition = new BodyDef();
        definition.type = BodyType.DYNAMIC;
        motion.define(definition);
        body = plane.world().createBody(definition);
        PolygonShape box = new PolygonShape();
        float scale = Plane.UNITS_PER_METRE;
        box.setAsBox((float) LENGTH / 2 * scale, (float) WIDTH / 2 * scale);
        FixtureDef fixture = new FixtureDef();
        fixture.shape = box;
        fixture.density = (float) (MASS / (LENGTH * WIDTH * scale * scale));
        body.createFixture(fixture);
    }

    /** Lets a physics step pass with the front wheels at {@code steering} [rad]. */
    void step(double steering, double speed) {
        drive(speed);
        double cos = StrictMath.cos(angle());
        double sin = StrictMath.sin(angle());
        double tangent = StrictMath.tan(steering);
        Arrays.fill(given, 0);
        for (int round = 0; round < ROUNDS; round++) {
            for (int wheel = 0; wheel < 4; wheel++) {
                double ahead = wheel < 2 ? AXLE : -AXLE;
                double left = (wheel & 1) == 0 ? GAUGE / 2 : -GAUGE / 2;
                double rx = ahead * cos - left * sin;
                double ry = ahead * sin + left * cos;
                if (wheel < 2) {
                    double c = WHEELBASE - left * tangent; // (4), along and across the car
                    double n = WHEELBASE * tangent;
                    double unit = 1 / Math.sqrt(c * c + n * n);
                    grip(wheel, rx, ry, -(n * cos + c * sin) * unit, (c * cos - n * sin) * unit);
                } else {
                    grip(wheel, rx, ry, -sin, cos);
                }
            }
        }
        plane.step();
    }

    Motion motion() {
        return Motion.of(body);
    }

    double x() {
        return body.getPosition().x * Plane.METRES_PER_UNIT;
    }

    double y() {
        return body.getPosition().y * Plane.METRES_PER_UNIT;
    }

    /** x of the rear axle's middle [m], which a car that does not slide moves along its own axis. */
    double rearX() {
        return x() - AXLE * StrictMath.cos(angle());
    }

    /** y of the rear axle's middle [m]. */
    double rearY() {
        return y() - AXLE * StrictMath.sin(angle());
    }

    double angle() {
        return body.getAngle();
    }

    /** Speed along the car [m/s]. */
    double speed() {
        return vx() * StrictMath.cos(angle()) + vy() * StrictMath.sin(angle());
    }

    void draw(Scene scene, double steering) {
        box(scene, Scene.Role.BODY, 0, 0, 0, LENGTH, WIDTH);
        for (int wheel = 0; wheel < 4; wheel++) {
            double ahead = wheel < 2 ? AXLE : -AXLE;
            double left = (wheel & 1) == 0 ? GAUGE / 2 : -GAUGE / 2;
            box(scene, Scene.Role.WHEEL, ahead, left, wheel < 2 ? steering : 0, 0.07, 0.03);
        }
    }

    /** (1) and (2) for the tyre at r from the middle, whose direction across is n. */
    private void grip(int wheel, double rx, double ry, double nx, double ny) {
        double scale = Plane.UNITS_PER_METRE;
        double inertia = body.getInertia() / (scale * scale);
        double arm = rx * ny - ry * nx;
        double effective = 1 / (1 / (double) body.getMass() + arm * arm / inertia);
        double spin = body.getAngularVelocity();
        double sliding = (vx() - spin * ry) * nx + (vy() + spin * rx) * ny;
        double most = friction * MASS * GRAVITY / 4 * step;
        double total = Math.max(-most, Math.min(most, given[wheel] - effective * sliding));
        double more = (total - given[wheel]) * scale;
        given[wheel] = total;
        impulse.set((float) (more * nx), (float) (more * ny));
        point.set(
                body.getPosition().x + (float) (rx * scale),
                body.getPosition().y + (float) (ry * scale));
        body.applyLinearImpulse(impulse, point);
    }

    private void drive(double speed) {
        double most = friction * MASS * GRAVITY / 2 * step;
        double push = Math.max(-most, Math.min(most, MASS * follow * (speed - speed())));
        double scale = push * Plane.UNITS_PER_METRE;
        impulse.set(
                (float) (scale * StrictMath.cos(angle())),
                (float) (scale * StrictMath.sin(angle())));
        body.applyLinearImpulse(impulse, body.getPosition());
    }

    private void box(
            Scene scene,
            Scene.Role role,
            double ahead,
            double left,
            double turn,
            double length,
            double width) {
        double cos = StrictMath.cos(angle());
        double sin = StrictMath.sin(angle());
        double middleX = x() + ahead * cos - left * sin;
        double middleY = y() + ahead * sin + left * cos;
        double c = StrictMath.cos(angle() + turn);
        double s = StrictMath.sin(angle() + turn);
        scene.begin(Scene.Kind.POLYGON, role, 0);
        for (int corner = 0; corner < 4; corner++) {
            double a = (corner == 0 || corner == 3 ? 0.5 : -0.5) * length;
            double b = (corner < 2 ? 0.5 : -0.5) * width;
            scene.point(middleX + a * c - b * s, middleY + a * s + b * c);
        }
        scene.finish();
    }

    private double vx() {
        return body.getLinearVelocity().x * Plane.METRES_PER_UNIT;
    }

    private double vy() {
        return body.getLinearVelocity().y * Plane.METRES_PER_UNIT;
    }
}
