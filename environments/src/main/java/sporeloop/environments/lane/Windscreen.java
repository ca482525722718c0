package sporeloop.environments.lane;

import org.jspecify.annotations.Nullable;
import sporeloop.environments.Scene;
import sporeloop.environments.camera.View;

/**
 * What a camera at the nose of the car sees: the road ahead. The road's drawing is made anew only when
 * the track has changed or the car has moved on; a picture does not depend on when that was.
 */
final class Windscreen {
    private static final double NEAREST = 0.02; // [m]
    private static final double MOVED_ON = 1; // [m]

    private final LaneParameters p;
    private final View view;
    private final double middle; // of what is seen, ahead of the camera [m]
    private final double reach; // from there to its corners, and as far as the car may move on [m]
    private final Scene road = new Scene();
    private double x;
    private double y;
    private @Nullable Track drawn;
    private long revision;

    Windscreen(LaneParameters parameters) {
        p = parameters;
        double aspect = p.camera().width() / (double) p.camera().height();
        view =
                View.ahead(
                        p.cameraHeight(),
                        p.cameraPitch(),
                        p.cameraField(),
                        NEAREST,
                        p.cameraRange(),
                        aspect);
        middle = p.cameraRange() / 2;
        double side = StrictMath.tan(p.cameraField() / 2);
        reach = middle * Math.sqrt(1 + 4 * side * side) + p.laneWidth() + MOVED_ON;
    }

    /** The view of {@link #road}, as of then. */
    View view() {
        return view;
    }

    /** The road as it is to be seen now. */
    Scene road(Track track, Car car) {
        double cos = StrictMath.cos(car.angle());
        double sin = StrictMath.sin(car.angle());
        double noseX = car.x() + Car.LENGTH / 2 * cos;
        double noseY = car.y() + Car.LENGTH / 2 * sin;
        view.standAt(noseX, noseY, car.angle());
        double dx = noseX + middle * cos - x;
        double dy = noseY + middle * sin - y;
        boolean isOld = track != drawn || track.revision() != revision;
        if (isOld || dx * dx + dy * dy > MOVED_ON * MOVED_ON) {
            drawn = track;
            revision = track.revision();
            x += dx;
            y += dy;
            road.clear();
            track.draw(road, p.laneWidth(), LaneFollowing.LINE_WIDTH, x, y, reach);
        }
        return road;
    }
}
