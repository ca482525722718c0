package sporeloop.environments.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sporeloop.environments.Disturbance;
import sporeloop.environments.End;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentContract;
import sporeloop.environments.Sensation;
import sporeloop.environments.Timing;
import sporeloop.environments.camera.CameraParameters;

class LaneFollowingTest extends EnvironmentContract {
    @Override
    protected Environment create(Timing timing) {
        return new LaneFollowing(
                LaneParameters.of("circuit", LaneParameters.Start.RANDOM, CameraParameters.none()),
                timing);
    }

    /** A push ahead is along the car: its speed rises by it before the drive takes it back. */
    @Test
    void aPushAheadMakesTheCarFasterByAsMuch() {
        Environment pushed = new LaneFollowing(LaneParameters.standard(), new Timing(1e-4, 1));
        Sensation sensed = new Sensation(pushed.spec());
        pushed.reset(1, sensed);
        pushed.advance(new double[1], sensed);
        double before = sensed.observation[2];
        pushed.disturb(new Disturbance.Push(0.1, 0));
        pushed.advance(new double[1], sensed);
        assertEquals(before + 0.1, sensed.observation[2], 0.005);
    }

    @Test
    void theOracleDrivesTenRoundsWithoutLeavingTheLane() {
        Environment lane = new LaneFollowing(LaneParameters.standard(), TIMING);
        Sensation sensed = new Sensation(lane.spec());
        lane.reset(1, sensed);
        double[] command = new double[1];
        double sum = 0;
        for (int k = 0; k < 24_000; k++) {
            lane.oracle(command);
            lane.advance(command, sensed);
            assertEquals(End.NONE, sensed.end, "at " + k * 0.02 + " s");
            sum += sensed.reward;
        }
        double[] tallies = new double[3];
        lane.tallies(tallies);
        assertEquals(480, lane.spec().metrics().get(0).formula().value(tallies, 480), 1e-6);
        double rmse = lane.spec().metrics().get(1).formula().value(tallies, 480);
        assertTrue(rmse < 0.03, "rmse " + rmse + " m");
        assertTrue(sum / 24_000 > 0.7, "mean reward " + sum / 24_000);
    }

    @Test
    void aCarOffTheLaneStandsWithoutRewardUntilThePauseIsOver() {
        LaneParameters parameters = LaneParameters.standard().withPause(1);
        Environment lane = new LaneFollowing(parameters, TIMING);
        Sensation sensed = new Sensation(lane.spec());
        lane.reset(1, sensed);
        double[] left = {1};
        double[] tallies = new double[3];
        while (tallies[2] == 0) {
            lane.advance(left, sensed);
            lane.tallies(tallies);
        }
        double onLane = tallies[0];
        double distance = sensed.observation[0];
        for (int k = 1; k <= 50; k++) {
            assertEquals(End.NONE, sensed.end, "interval " + k + " of the pause");
            lane.advance(left, sensed);
            assertEquals(0, sensed.reward, "reward in interval " + k + " of the pause");
        }
        lane.tallies(tallies);
        assertEquals(End.TERMINATED, sensed.end);
        assertEquals(distance, sensed.observation[0]);
        assertEquals(onLane, tallies[0]);
        assertEquals(1, tallies[2]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "circuit",
                "serpentine",
                "endless",
                "straight 1 m; left 0.6 m 180 deg; straight 1 m; left 0.6 m 180 deg",
                "straight 1 m; right 0.8 m 180 deg; straight 1 m; right 0.8 m 180 deg"
            })
    void theOracleKeepsItsLaneOnEveryTrack(String track) {
        LaneParameters parameters =
                LaneParameters.of(track, LaneParameters.Start.BEGINNING, CameraParameters.none());
        Environment lane = new LaneFollowing(parameters, TIMING);
        Sensation sensed = new Sensation(lane.spec());
        lane.reset(3, sensed);
        double[] command = new double[1];
        for (int k = 0; k < 15_000; k++) {
            lane.oracle(command);
            lane.advance(command, sensed);
            assertEquals(End.NONE, sensed.end, "at " + k * 0.02 + " s");
        }
    }

    @Test
    void withoutSteeringTheCarLeavesTheLaneInTheFirstCurve() {
        Environment lane = new LaneFollowing(LaneParameters.standard(), TIMING);
        Sensation sensed = new Sensation(lane.spec());
        lane.reset(1, sensed);
        int intervals = 0;
        while (sensed.end == End.NONE) {
            lane.advance(new double[1], sensed);
            intervals++;
        }
        // 4 m to the curve of 1.5 m, then 0.25 m aside after sqrt(1.75² − 1.5²) = 0.90 m
        assertEquals((4 + 0.90) / 0.5, intervals * 0.02, 0.1);
        assertEquals(End.TERMINATED, sensed.end);
    }

    @Test
    void theRewardHalvesForAboutATenthOfAMetreOrFiveDegrees() {
        assertEquals(0.5, Math.exp(-70 * 0.1 * 0.1), 0.01);
        assertEquals(0.5, Math.exp(-0.03 * 4.8 * 4.8), 0.01);
    }
}
