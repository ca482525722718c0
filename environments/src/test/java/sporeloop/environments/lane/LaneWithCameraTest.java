package sporeloop.environments.lane;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sporeloop.environments.End;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentContract;
import sporeloop.environments.Scene;
import sporeloop.environments.Sensation;
import sporeloop.environments.Timing;
import sporeloop.environments.camera.CameraParameters;

class LaneWithCameraTest extends EnvironmentContract {
    @Override
    protected Environment create(Timing timing) {
        return new LaneFollowing(
                LaneParameters.of(
                        "endless", LaneParameters.Start.BEGINNING, CameraParameters.of(128, 32)),
                timing);
    }

    @Test
    void turningLeftMovesTheLinesRightSoThatEventsTellTheSide() {
        Environment lane = create(TIMING);
        Sensation sensed = new Sensation(lane.spec());
        lane.reset(4, sensed);
        int events = 0;
        for (int k = 0; k < 100 && sensed.end == End.NONE; k++) {
            lane.advance(new double[] {0}, sensed);
            events += sensed.events.size();
        }
        assertTrue(events > 500, "events of the road: " + events);
    }

    @Test
    void anEndlessDriveKeepsItsCoordinatesSmallAndItsCarOnTheLane() {
        Environment lane =
                new LaneFollowing(
                        LaneParameters.of(
                                "endless", LaneParameters.Start.BEGINNING, CameraParameters.none()),
                        TIMING);
        Sensation sensed = new Sensation(lane.spec());
        lane.reset(4, sensed);
        double[] command = new double[1];
        Scene scene = new Scene();
        for (int k = 0; k < 60_000; k++) { // 600 m in 20 min
            lane.oracle(command);
            lane.advance(command, sensed);
            assertTrue(sensed.end == End.NONE, "left the lane at " + k * 0.02 + " s");
            if (k % 1000 == 0) {
                scene.clear();
                lane.draw(scene);
                for (int s = 0; s < scene.size(); s++) {
                    assertTrue(Math.abs(scene.x(s, 0)) < 70);
                }
            }
        }
    }
}
