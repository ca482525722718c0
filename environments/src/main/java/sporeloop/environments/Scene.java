package sporeloop.environments;

import java.util.Arrays;

/**
 * A drawing as data: circles, polygons and polylines with a role, in metres, x to the right and y up,
 * later shapes on top of earlier ones. A reused buffer; the event camera's rasteriser, pictures,
 * films and the window all draw from it.
 */
public final class Scene {
    /** How a shape is drawn. */
    public enum Kind {
        /** Filled; one point, the centre, and a radius. */
        CIRCLE,
        /** Filled, convex; three points or more. */
        POLYGON,
        /** A line of a width through two points or more. */
        POLYLINE
    }

    /** What a shape stands for; the theme turns it into a colour. */
    public enum Role {
        GROUND,
        WALL,
        ROAD,
        MARKING,
        GOAL,
        BODY,
        WHEEL,
        LIMB,
        JOINT,
        TRAIL,
        COMMAND,
        VELOCITY,
        INSTRUMENT,
        NEEDLE
    }

    private Kind[] kinds = new Kind[16];
    private Role[] roles = new Role[16];
    private double[] sizes = new double[16];
    private int[] starts = new int[17];
    private double[] points = new double[128];
    private int size;
    private long revision;
    private boolean toScale = true;

    /** A number that changes whenever the drawing does. */
    public long revision() {
        return revision;
    }

    /** Whether its metres are lengths in the world; not so where instruments show other quantities. */
    public boolean isToScale() {
        return toScale;
    }

    /** Says that lengths stand for other quantities, until it is cleared. */
    public void notToScale() {
        revision++;
        toScale = false;
    }

    /** Number of shapes. */
    public int size() {
        return size;
    }

    /** How shape {@code k} is drawn. */
    public Kind kind(int k) {
        return kinds[k];
    }

    /** What shape {@code k} stands for. */
    public Role role(int k) {
        return roles[k];
    }

    /** Radius of a circle, width of a polyline [m]; 0 for a polygon. */
    public double extent(int k) {
        return sizes[k];
    }

    /** Number of points of shape {@code k}. */
    public int points(int k) {
        return (starts[k + 1] - starts[k]) / 2;
    }

    /** x of point {@code p} of shape {@code k} [m]. */
    public double x(int k, int p) {
        return points[starts[k] + 2 * p];
    }

    /** y of point {@code p} of shape {@code k} [m]. */
    public double y(int k, int p) {
        return points[starts[k] + 2 * p + 1];
    }

    /** Removes all shapes and keeps the room. */
    public void clear() {
        revision++;
        size = 0;
        toScale = true;
    }

    /** Adds a filled circle. */
    public void circle(Role role, double x, double y, double radius) {
        begin(Kind.CIRCLE, role, radius);
        point(x, y);
        finish();
    }

    /** Adds a straight line of a width. */
    public void line(Role role, double width, double x1, double y1, double x2, double y2) {
        begin(Kind.POLYLINE, role, width);
        point(x1, y1);
        point(x2, y2);
        finish();
    }

    /** Adds a filled rectangle with sides along the axes. */
    public void rectangle(Role role, double left, double bottom, double right, double top) {
        begin(Kind.POLYGON, role, 0);
        corners(left, bottom, right, top);
        finish();
    }

    /** Adds the outline of a rectangle, a line of a width. */
    public void frame(
            Role role, double width, double left, double bottom, double right, double top) {
        begin(Kind.POLYLINE, role, width);
        corners(left, bottom, right, top);
        point(left, bottom);
        finish();
    }

    /** Begins a shape of several points; {@link #point} follows, then {@link #finish}. */
    public void begin(Kind kind, Role role, double extent) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * size);
            roles = Arrays.copyOf(roles, 2 * size);
            sizes = Arrays.copyOf(sizes, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size + 1);
        }
        kinds[size] = kind;
        roles[size] = role;
        sizes[size] = extent;
        starts[size + 1] = starts[size];
    }

    /** Adds a point to the shape that was begun. */
    public void point(double x, double y) {
        int at = starts[size + 1];
        if (at + 2 > points.length) {
            points = Arrays.copyOf(points, 2 * points.length);
        }
        points[at] = x;
        points[at + 1] = y;
        starts[size + 1] = at + 2;
    }

    /** Ends the shape that was begun. */
    public void finish() {
        revision++;
        size++;
    }

    private void corners(double left, double bottom, double right, double top) {
        point(left, bottom);
        point(right, bottom);
        point(right, top);
        point(left, top);
    }
}
