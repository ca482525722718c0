package sporeloop.environments.lane;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sporeloop.environments.RandomStream;
import sporeloop.environments.Scene;

/**
 * The middle line of a lane and where on it the car is. A closed track is given; an endless one grows
 * ahead at random (straights of 0.5 to 2 m between arcs of radius 1 to 3 m and 30° to 100°, never
 * turning back on itself) and is forgotten behind.
 */
final class Track {
    private static final double AHEAD = 8; // of an endless track that is known [m]
    private static final double BEHIND = 3;
    private static final double MOST_TURNED = Math.toRadians(110); // from the x axis

    private final boolean closed;
    private final List<Segment> segments;
    private int current;
    private double along;
    private double distance;
    private long revision;

    private Track(boolean closed, List<Segment> segments) {
        this.closed = closed;
        this.segments = segments;
    }

    static Track closed(List<Segment> segments) {
        return new Track(true, segments);
    }

    static Track endless(RandomStream random) {
        List<Segment> segments = new ArrayList<>();
        segments.add(new Segment(0, 0, 0, 0, 1.5, 0));
        Track track = new Track(false, segments);
        track.grow(random);
        return track;
    }

    /** A number that changes whenever the track does. */
    long revision() {
        return revision;
    }

    /** Length of a closed track [m]. */
    double length() {
        Segment last = segments.get(segments.size() - 1);
        return last.s + last.length;
    }

    /** Goes to the place {@code s} along the track [m]. */
    void start(double s) {
        current = 0;
        while (current + 1 < segments.size() && segments.get(current + 1).s <= s) {
            current++;
        }
        along = s - segments.get(current).s;
        distance = 0;
    }

    /** Follows the car to a place, from the segment that it was on. */
    void locate(double x, double y) {
        along = segments.get(current).along(x, y);
        for (int hops = 0; hops < segments.size(); hops++) {
            int step = along < 0 ? -1 : along > segments.get(current).length ? 1 : 0;
            int to = step == 0 ? current : neighbour(current, step);
            if (to == current) {
                break;
            }
            double there = segments.get(to).along(x, y);
            boolean bounces = step > 0 ? there < 0 : there > segments.get(to).length;
            if (bounces) {
                break; // in the wedge outside a bend both are equally near
            }
            current = to;
            along = there;
        }
        distance = segments.get(current).distance(x, y);
    }

    /** Distance from the middle, positive to the left [m]. */
    double distance() {
        return distance;
    }

    /** Direction of the lane here [rad]. */
    double heading() {
        return segments.get(current).heading(along);
    }

    /** Curvature of the lane here, positive to the left [1/m]. */
    double curvature() {
        return segments.get(current).curvature;
    }

    /** x of the middle {@code ahead} metres further on. */
    double xAhead(double ahead) {
        int segment = segmentAhead(ahead);
        return segments.get(segment).x(alongAhead(ahead, segment));
    }

    /** y of the middle {@code ahead} metres further on. */
    double yAhead(double ahead) {
        int segment = segmentAhead(ahead);
        return segments.get(segment).y(alongAhead(ahead, segment));
    }

    /** Lets an endless track grow ahead and be forgotten behind. */
    void follow(RandomStream random) {
        if (!closed) {
            grow(random);
            while (segments.get(0).s + segments.get(0).length
                    < segments.get(current).s + along - BEHIND) {
                segments.remove(0);
                current--;
                revision++;
            }
        }
    }

    /** Moves an endless track, so that its coordinates stay small. */
    void move(double dx, double dy) {
        segments.replaceAll(segment -> segment.moved(dx, dy));
        revision++;
    }

    /** Draws the ground under all of the track, {@code margin} [m] wider. */
    void drawGround(Scene scene, double margin) {
        double left = Double.POSITIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (Segment segment : segments) {
            for (int i = 0; i <= 8; i++) {
                double x = segment.x(segment.length * i / 8);
                double y = segment.y(segment.length * i / 8);
                left = Math.min(left, x);
                right = Math.max(right, x);
                bottom = Math.min(bottom, y);
                top = Math.max(top, y);
            }
        }
        scene.rectangle(
                Scene.Role.GROUND, left - margin, bottom - margin, right + margin, top + margin);
    }

    /** Draws the road within {@code reach} of a place: surface, borders, dashed middle. */
    void draw(Scene scene, double laneWidth, double lineWidth, double x, double y, double reach) {
        for (int k = 0; k < segments.size(); k++) {
            if (segments.get(k).isNear(x, y, reach)) {
                segments.get(k).drawLine(scene, Scene.Role.ROAD, laneWidth, 0);
            }
        }
        for (int k = 0; k < segments.size(); k++) {
            if (segments.get(k).isNear(x, y, reach)) {
                double border = laneWidth / 2;
                segments.get(k).drawLine(scene, Scene.Role.MARKING, lineWidth, border);
                segments.get(k).drawLine(scene, Scene.Role.MARKING, lineWidth, -border);
                segments.get(k).drawDashes(scene, Scene.Role.MARKING, lineWidth);
            }
        }
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(current);
        out.writeDouble(along);
        out.writeDouble(distance);
        if (!closed) {
            out.writeInt(segments.size());
            for (Segment segment : segments) {
                segment.save(out);
            }
        }
    }

    void restore(DataInput in) throws IOException {
        current = in.readInt();
        along = in.readDouble();
        distance = in.readDouble();
        if (!closed) {
            segments.clear();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                segments.add(Segment.restore(in));
            }
            revision++;
        }
        if (current < 0 || current >= segments.size()) {
            throw new IOException("segment " + current + " of a track of " + segments.size());
        }
    }

    private void grow(RandomStream random) {
        Segment last = segments.get(segments.size() - 1);
        while (last.s + last.length < segments.get(current).s + along + AHEAD) {
            if (last.curvature != 0) {
                last = last.next(random.uniform(0.5, 2), 0);
            } else {
                double radius = random.uniform(1, 3);
                double angle = random.uniform(Math.PI / 6, Math.PI / 1.8);
                double turn = random.uniform(-1, 1) < 0 ? -1 : 1;
                double turned = last.heading(last.length);
                if (Math.abs(turned + turn * angle) > MOST_TURNED) {
                    turn = -Math.signum(turned);
                }
                last = last.next(angle * radius, turn / radius);
            }
            segments.add(last);
            revision++;
        }
    }

    private int neighbour(int segment, int step) {
        int to = segment + step;
        if (closed) {
            return Math.floorMod(to, segments.size());
        }
        return Math.max(0, Math.min(segments.size() - 1, to));
    }

    private int segmentAhead(double ahead) {
        int segment = current;
        double left = along + ahead;
        while (left > segments.get(segment).length && neighbour(segment, 1) != segment) {
            left -= segments.get(segment).length;
            segment = neighbour(segment, 1);
        }
        return segment;
    }

    private double alongAhead(double ahead, int segment) {
        double left = along + ahead;
        for (int k = current; k != segment; k = neighbour(k, 1)) {
            left -= segments.get(k).length;
        }
        return left;
    }
}
