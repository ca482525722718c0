package sporeloop.environments.reaching;

import java.util.List;
import sporeloop.environments.Channel;
import sporeloop.environments.Metric;
import sporeloop.environments.Spec;

/** What reaching takes and gives, and what is measured of it. */
final class ReachingSpec {
    static final int TARGETS = 0; // among the tallies
    static final int TIME_TO_TARGETS = 1;

    private ReachingSpec() {}

    static Spec of(ReachingParameters p, Spec.Camera camera) {
        double half = p.arenaSide() / 2;
        return new Spec(
                "reaching",
                1,
                List.of(
                        new Channel("x", "m", -half, half),
                        new Channel("y", "m", -half, half),
                        new Channel("vx", "m/s", -p.topSpeed(), p.topSpeed()),
                        new Channel("vy", "m/s", -p.topSpeed(), p.topSpeed())),
                List.of(
                        new Channel("vx", "m/s", -p.topSpeed(), p.topSpeed()),
                        new Channel("vy", "m/s", -p.topSpeed(), p.topSpeed())),
                camera,
                List.of("targets", "time_to_targets"),
                List.of(
                        new Metric(
                                "targets_reached_per_min",
                                "1/min",
                                "times the ball came to the goal, per simulated minute",
                                true,
                                (gained, seconds) -> 60 * gained[TARGETS] / seconds),
                        new Metric(
                                "mean_time_to_target_s",
                                "s",
                                "mean time from start to goal, of the times it was reached",
                                false,
                                (gained, seconds) -> gained[TIME_TO_TARGETS] / gained[TARGETS])));
    }
}
