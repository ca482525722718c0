package sporeloop.environments.lane;

import sporeloop.environments.camera.CameraParameters;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/** The block {@code environment} of a scenario with {@code task = lane-following}. */
public record LaneParameters(
        @Parameter(
                        value =
                                "circuit, serpentine, endless (at random), a file beside the scenario such as \"my.track\", or the segments of a closed track: 'straight 2 m; left 1.5 m 90 deg; …', one a line or between semicolons",
                        standard = "circuit")
                String track,
        @Parameter(
                        value = "width of the lane",
                        unit = Unit.M,
                        standard = "0.5 m",
                        range = "[0.1, 10]")
                double laneWidth,
        @Parameter(value = "where an episode starts", standard = "beginning") Start start,
        @Parameter(
                        value = "speed that the car keeps",
                        unit = Unit.M_PER_S,
                        standard = "0.5 m/s",
                        range = "(0, 5]")
                double speed,
        @Parameter(
                        value = "greatest angle of the front wheels",
                        unit = Unit.RAD,
                        standard = "30 deg",
                        range = "(0, 1]")
                double steeringLimit,
        @Parameter(
                        value = "time constant with which the wheels take up the commanded angle",
                        unit = Unit.S,
                        standard = "50 ms",
                        range = "(0, 10]")
                double steeringLag,
        @Parameter(
                        value =
                                "time that the car stands off the lane, seeing nothing and without reward, before the episode ends",
                        unit = Unit.S,
                        standard = "0 s",
                        range = "[0, 1000]")
                double pause,
        @Parameter(value = "friction of tyres on road", standard = "0.9", range = "(0, 2]")
                double friction,
        @Parameter(
                        value = "reward's fall with the heading error, per square degree",
                        standard = "0.03",
                        range = "[0, ∞)",
                        source = "Kaiser et al. 2019")
                double headingFall,
        @Parameter(
                        value = "reward's fall with the distance from the middle, per square metre",
                        standard = "70",
                        range = "[0, ∞)",
                        source = "Kaiser et al. 2019")
                double distanceFall,
        @Parameter(
                        value = "height of the camera above the road",
                        unit = Unit.M,
                        standard = "0.15 m",
                        range = "[0.02, 10]")
                double cameraHeight,
        @Parameter(
                        value = "angle of the camera's axis below the horizon",
                        unit = Unit.RAD,
                        standard = "17 deg",
                        range = "[0, 1.5]")
                double cameraPitch,
        @Parameter(
                        value = "angle that the camera sees from left to right",
                        unit = Unit.RAD,
                        standard = "90 deg",
                        range = "[0.1, 2.8]")
                double cameraField,
        @Parameter(
                        value = "distance to which the camera sees the road",
                        unit = Unit.M,
                        standard = "3 m",
                        range = "[0.5, 7]")
                double cameraRange,
        @Parameter("the event camera at the front of the car") CameraParameters camera) {
    /** Where an episode starts. */
    public enum Start {
        /** At the beginning of the track. */
        BEGINNING,
        /** Anywhere on the track. */
        RANDOM
    }

    public LaneParameters {
        Ranges.check(
                LaneParameters.class,
                track,
                laneWidth,
                start,
                speed,
                steeringLimit,
                steeringLag,
                pause,
                friction,
                headingFall,
                distanceFall,
                cameraHeight,
                cameraPitch,
                cameraField,
                cameraRange,
                camera);
        if (!Tracks.isEndless(track)) {
            Tracks.closed(track, laneWidth);
        }
    }

    /** The standard task, without a camera. */
    public static LaneParameters standard() {
        return of("circuit", Start.BEGINNING, CameraParameters.none());
    }

    /** The standard task but for track, start and camera. */
    public static LaneParameters of(String track, Start start, CameraParameters camera) {
        return new LaneParameters(
                track,
                0.5,
                start,
                0.5,
                Math.toRadians(30),
                0.05,
                0,
                0.9,
                0.03,
                70,
                0.15,
                Math.toRadians(17),
                Math.toRadians(90),
                3,
                camera);
    }

    /** The same with another pause off the lane [s]. */
    public LaneParameters withPause(double seconds) {
        return new LaneParameters(
                track,
                laneWidth,
                start,
                speed,
                steeringLimit,
                steeringLag,
                seconds,
                friction,
                headingFall,
                distanceFall,
                cameraHeight,
                cameraPitch,
                cameraField,
                cameraRange,
                camera);
    }
}
