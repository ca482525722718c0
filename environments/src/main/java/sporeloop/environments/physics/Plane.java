package sporeloop.environments.physics;

import org.jbox2d.collision.shapes.CircleShape;
import org.jbox2d.collision.shapes.EdgeShape;
import org.jbox2d.collision.shapes.MassData;
import org.jbox2d.common.Settings;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.BodyDef;
import org.jbox2d.dynamics.BodyType;
import org.jbox2d.dynamics.FixtureDef;
import org.jbox2d.dynamics.World;

/**
 * A JBox2D world of a plane seen from above: no gravity, no sleep, the exact sine.
 *
 * <p>Box2D is tuned for bodies of 0.1 to 10 of its units and lets contacts overlap by 0.005 of them,
 * so one unit is {@value #METRES_PER_UNIT} m here. Masses are in kilograms; a force of 1 N is {@value
 * #UNITS_PER_METRE} in the world's units, a torque of 1 N·m {@value #UNITS_PER_METRE}².
 */
public final class Plane {
    /** Length of Box2D's unit [m]. */
    public static final double METRES_PER_UNIT = 0.1;

    /** Box2D's units in a metre. */
    public static final float UNITS_PER_METRE = 10;

    private static final int VELOCITY_ITERATIONS = 8;
    private static final int POSITION_ITERATIONS = 3;

    static {
        Settings.SINCOS_LUT_ENABLED = false; // the table's sine is off by 5.5e-5
    }

    private final FlatWorld world = new FlatWorld();
    private final float step;

    /**
     * An empty plane.
     *
     * @param physicsStep length of a step [s]
     */
    public Plane(double physicsStep) {
        step = (float) physicsStep;
        world.setAllowSleep(false);
    }

    /** Takes everything away: what is built next moves as in a new plane. */
    public void clear() {
        world.clear();
    }

    /** The world, for joints. */
    public World world() {
        return world;
    }

    /** Lets one physics step pass. */
    public void step() {
        world.step(step, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
    }

    /** Adds four frictionless walls around the square of side {@code side} [m] about the origin. */
    public void walls(double side) {
        float a = (float) (side / 2) * UNITS_PER_METRE;
        Body frame = world.createBody(new BodyDef());
        wall(frame, -a, -a, a, -a);
        wall(frame, a, -a, a, a);
        wall(frame, a, a, -a, a);
        wall(frame, -a, a, -a, -a);
    }

    /**
     * Adds a disc that slides without turning and loses its speed across a wall, but none along it.
     *
     * @param motion its place and velocity
     * @param radius [m]
     * @param mass [kg]
     */
    public Body disc(Motion motion, double radius, double mass) {
        BodyDef definition = new BodyDef();
        definition.type = BodyType.DYNAMIC;
        definition.fixedRotation = true;
        motion.define(definition);
        Body body = world.createBody(definition);
        CircleShape circle = new CircleShape();
        circle.m_radius = (float) radius * UNITS_PER_METRE;
        FixtureDef fixture = new FixtureDef();
        fixture.shape = circle;
        fixture.friction = 0;
        fixture.restitution = 0;
        fixture.density = (float) (mass / (Math.PI * circle.m_radius * circle.m_radius));
        body.createFixture(fixture);
        return body;
    }

    /**
     * Adds a rectangle that touches nothing: mass and moment of inertia only.
     *
     * @param motion its place and velocity
     * @param mass [kg]
     * @param length along its axis [m]
     */
    public static Body box(World world, Motion motion, double mass, double length, double width) {
        BodyDef definition = new BodyDef();
        definition.type = BodyType.DYNAMIC;
        motion.define(definition);
        Body body = world.createBody(definition);
        double scale = UNITS_PER_METRE;
        MassData data = new MassData();
        data.mass = (float) mass;
        data.I = (float) (mass * (length * length + width * width) / 12 * scale * scale);
        body.setMassData(data);
        return body;
    }

    private static void wall(Body frame, float x1, float y1, float x2, float y2) {
        EdgeShape edge = new EdgeShape();
        edge.set(new Vec2(x1, y1), new Vec2(x2, y2));
        FixtureDef fixture = new FixtureDef();
        fixture.shape = edge;
        fixture.friction = 0;
        frame.createFixture(fixture);
    }
}
