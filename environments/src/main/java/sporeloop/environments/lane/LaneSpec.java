package sporeloop.environments.lane;

import java.util.List;
import sporeloop.environments.Channel;
import sporeloop.environments.Metric;
import sporeloop.environments.Spec;

/** What lane following takes and gives, and what is measured of it. */
final class LaneSpec {
    static final int TIME_ON_LANE = 0; // among the tallies
    static final int SQUARED_DISTANCE = 1;
    static final int RESETS = 2;

    /** Distances of the places ahead whose bearings are observed [m]. */
    static final double[] LOOK_AHEAD = {0.25, 0.5, 1, 1.5};

    private LaneSpec() {}

    static Spec of(LaneParameters p, Spec.Camera camera) {
        Channel command = new Channel("steering", "rad", -p.steeringLimit(), p.steeringLimit());
        return new Spec(
                "lane-following",
                2,
                List.of(
                        new Channel("distance", "m", -p.laneWidth(), p.laneWidth()),
                        new Channel("heading_error", "rad", -Math.PI, Math.PI),
                        new Channel("speed", "m/s", -2 * p.speed(), 2 * p.speed()),
                        command,
                        new Channel("curvature", "1/m", -10, 10),
                        new Channel("ahead_1", "rad", -Math.PI, Math.PI),
                        new Channel("ahead_2", "rad", -Math.PI, Math.PI),
                        new Channel("ahead_3", "rad", -Math.PI, Math.PI),
                        new Channel("ahead_4", "rad", -Math.PI, Math.PI)),
                List.of(command),
                camera,
                List.of("time_on_lane", "squared_distance", "resets"),
                metrics());
    }

    private static List<Metric> metrics() {
        return List.of(
                new Metric(
                        "time_on_lane_s",
                        "s",
                        "time on the lane in the window, divided by the resets in it (by 1 without any)",
                        true,
                        (gained, seconds) -> gained[TIME_ON_LANE] / Math.max(1, gained[RESETS])),
                new Metric(
                        "lane_rmse_m",
                        "m",
                        "root of the mean squared distance of the car from the lane's middle",
                        false,
                        (gained, seconds) ->
                                Math.sqrt(gained[SQUARED_DISTANCE] / gained[TIME_ON_LANE])),
                new Metric(
                        "resets_per_min",
                        "1/min",
                        "times the car left the lane, per simulated minute",
                        false,
                        (gained, seconds) -> 60 * gained[RESETS] / seconds));
    }
}
