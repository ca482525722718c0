package sporeloop.environments.reaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sporeloop.environments.Disturbance;
import sporeloop.environments.End;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentContract;
import sporeloop.environments.Sensation;
import sporeloop.environments.Timing;
import sporeloop.environments.camera.CameraParameters;

class ReachingTest extends EnvironmentContract {
    private final Reaching reaching = new Reaching(ReachingParameters.standard(), TIMING);
    private final Sensation sensed = new Sensation(reaching.spec());

    @Override
    protected Environment create(Timing timing) {
        return new Reaching(ReachingParameters.standard(), timing);
    }

    @Test
    void theBallStartsAtRestInTheArenaAndAwayFromTheGoal() {
        for (int seed = 0; seed < 500; seed++) {
            reaching.reset(seed, sensed);
            double distance = Math.hypot(sensed.observation[0], sensed.observation[1]);
            assertTrue(distance >= 0.8 - 1e-6, "distance at the start: " + distance);
            assertEquals(0, Math.hypot(sensed.observation[2], sensed.observation[3]));
        }
    }

    @Test
    void theVelocityFollowsTheCommandWithItsLag() {
        reaching.reset(1, sensed);
        double towardsMiddle = -Math.signum(sensed.observation[0]);
        for (int k = 1; k <= 10; k++) {
            reaching.advance(new double[] {0.4 * towardsMiddle, 0}, sensed);
            double expected = 0.4 * towardsMiddle * -Math.expm1(-k * 0.02 / 0.05);
            assertEquals(expected, sensed.observation[2], 1e-6, "vx after interval " + k);
        }
    }

    /** v ← v + f·(c(s) − v), f = 1 − exp(−10 ms/50 ms), with c(1) between the two commands. */
    @Test
    void anInterpolatedCommandGrowsFromPhysicsStepToPhysicsStep() {
        reaching.reset(1, sensed);
        double towardsMiddle = -Math.signum(sensed.observation[0]);
        double follow = -Math.expm1(-0.01 / 0.05);
        double former = 0;
        double expected = 0;
        for (int k = 1; k <= 10; k++) {
            double command = towardsMiddle * 0.04 * k;
            reaching.advance(new double[] {former, 0}, new double[] {command, 0}, sensed);
            expected += follow * ((former + command) / 2 - expected);
            expected += follow * (command - expected);
            assertEquals(expected, sensed.observation[2], 1e-6, "vx after interval " + k);
            former = command;
        }
    }

    /** In an interval of two steps a pushed ball without a command keeps exp(−0.02/lag) of it. */
    @Test
    void aPushChangesTheVelocityAtOnceAndTheHardestLeavesTheBallInTheArena() {
        reaching.reset(1, sensed);
        reaching.disturb(new Disturbance.Push(0.3, -0.2));
        reaching.advance(new double[2], sensed);
        assertEquals(0.3 * Math.exp(-0.02 / 0.05), sensed.observation[2], 1e-6);
        assertEquals(-0.2 * Math.exp(-0.02 / 0.05), sensed.observation[3], 1e-6);
        for (int k = 0; k < 200; k++) {
            reaching.disturb(new Disturbance.Push(k % 2 == 0 ? 10 : -10, k % 3 == 0 ? 10 : -10));
            reaching.advance(new double[2], sensed);
            assertTrue(Math.abs(sensed.observation[0]) < 0.96, "x " + sensed.observation[0]);
            assertTrue(Math.abs(sensed.observation[1]) < 0.96, "y " + sensed.observation[1]);
        }
    }

    @Test
    void aMovedGoalIsWhereTheEpisodesEndUntilItReturns() {
        reaching.disturb(new Disturbance.MovedGoal(0.5, -0.4));
        double[] command = new double[2];
        for (int seed = 0; seed < 40; seed++) {
            if (seed == 20) {
                reaching.disturb(new Disturbance.ReturnedGoal());
            }
            reaching.reset(seed, sensed);
            while (sensed.end == End.NONE) {
                reaching.oracle(command);
                reaching.advance(command, sensed);
            }
            assertEquals(End.TERMINATED, sensed.end);
            double x = seed < 20 ? 0.5 : 0;
            double y = seed < 20 ? -0.4 : 0;
            double off = Math.hypot(sensed.observation[0] - x, sensed.observation[1] - y);
            assertTrue(off <= 0.25 + 1e-6, "ended " + off + " m from the goal, seed " + seed);
        }
    }

    @Test
    void aGoalOutsideTheArenaIsRefusedInASentence() {
        assertEquals(
                "The goal can't be moved to (1.5 m, 0.0 m), which is outside the arena of ±1.0 m.",
                reaching.refusal(new Disturbance.MovedGoal(1.5, 0)));
    }

    @Test
    void theCommandSaturatesAtTheTopSpeedInAllDirections() {
        reaching.reset(1, sensed);
        double x = -Math.signum(sensed.observation[0]);
        double y = -Math.signum(sensed.observation[1]);
        for (int k = 0; k < 30; k++) {
            reaching.advance(new double[] {9 * x, 9 * y}, sensed);
        }
        assertEquals(0.5, Math.hypot(sensed.observation[2], sensed.observation[3]), 1e-4);
    }

    @Test
    void aBallPressedIntoACornerSlidesOutAsFastAsItWouldRoll() {
        reaching.reset(3, sensed);
        drive(1, 1, 400);
        assertEquals(0.95, sensed.observation[0], 0.002);
        assertEquals(0.95, sensed.observation[1], 0.002);
        drive(1, -1, 50);
        assertEquals(0.95, sensed.observation[0], 0.002, "still at the wall");
        double slid = 0.95 - sensed.observation[1];
        assertEquals(0.5 / Math.sqrt(2) * (1 - 0.05), slid, 0.01, "slid along it in 1 s [m]");
    }

    @Test
    void reachingEndsTheEpisodeAndIsCounted() {
        reaching.reset(5, sensed);
        double distance = Math.hypot(sensed.observation[0], sensed.observation[1]);
        double[] command = new double[2];
        int intervals = 0;
        while (sensed.end == End.NONE) {
            reaching.oracle(command);
            reaching.advance(command, sensed);
            intervals++;
        }
        assertEquals(End.TERMINATED, sensed.end);
        assertTrue(Math.hypot(sensed.observation[0], sensed.observation[1]) <= 0.25 + 1e-6);
        double expected = (distance - 0.25) / 0.5 + 0.05; // the way at top speed, and the lag
        assertEquals(expected, intervals * 0.02, 0.04);
        double[] tallies = new double[2];
        reaching.tallies(tallies);
        assertEquals(1, tallies[0]);
        assertEquals(intervals * 0.02, tallies[1], 1e-9);
        assertEquals(6, reaching.spec().metrics().get(0).formula().value(tallies, 10));
        assertEquals(tallies[1], reaching.spec().metrics().get(1).formula().value(tallies, 10));
    }

    @Test
    void theTimeLimitCutsTheEpisodeShort() {
        reaching.reset(5, sensed);
        for (int k = 1; k < 1500; k++) {
            reaching.advance(new double[2], sensed);
            assertEquals(End.NONE, sensed.end, "in interval " + k);
        }
        reaching.advance(new double[2], sensed);
        assertEquals(End.TRUNCATED, sensed.end);
    }

    @Test
    void approachIsRewardedByCosineTimesShareOfTopSpeed() {
        Reward.Signal signal = new Reward.Signal(ReachingParameters.standard(), 0.02);
        assertEquals(1, signal.momentary(1, 0, 0.5, 0), 1e-12);
        assertEquals(0.5, signal.momentary(2, 0, 0.25, 0), 1e-12);
        assertEquals(Math.sqrt(0.5), signal.momentary(0, 1, 0.5, 0.5), 1e-12);
        assertEquals(0, signal.momentary(1, 0, -0.5, 0));
        assertEquals(0, signal.momentary(1, 0, 0, 0));
    }

    @Test
    void thePapersRewardFallsSteeplyWithTheAngleAndIsSmoothed() {
        ReachingParameters paper =
                ReachingParameters.of(Reward.KAISER2019, 0.05, CameraParameters.none());
        Reward.Signal signal = new Reward.Signal(paper, 0.02);
        assertEquals(1, signal.momentary(1, 0, 0.5, 0), 1e-12);
        assertEquals(1.0 / 16, signal.momentary(1, 0, 0.5, 0.5), 1e-12);
        assertEquals(0, signal.momentary(1, 0, 0, 0.5), 1e-12);
        double smoothed = 0;
        for (int k = 0; k < 50; k++) {
            smoothed = signal.smoothed(1);
        }
        assertEquals(-Math.expm1(-2), smoothed, 1e-12);
    }

    @Test
    void aStartThatTheArenaCannotHoldIsRefusedWithASentence() {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new ReachingParameters(
                                        1,
                                        0.05,
                                        0.5,
                                        0.05,
                                        0.25,
                                        0,
                                        0,
                                        0.8,
                                        30,
                                        Reward.APPROACH,
                                        1.5,
                                        0.5,
                                        CameraParameters.none()));
        assertTrue(refusal.getMessage().startsWith("start-distance = 0.8 m leaves the ball"));
    }

    private void drive(double x, double y, int intervals) {
        for (int k = 0; k < intervals; k++) {
            reaching.advance(new double[] {x, y}, sensed);
        }
    }
}
