package sporeloop.environments.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sporeloop.environments.Disturbance;
import sporeloop.environments.End;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentContract;
import sporeloop.environments.Sensation;
import sporeloop.environments.Timing;

class ArmReachingTest extends EnvironmentContract {
    private final ArmParameters standard = ArmParameters.standard();

    @Override
    protected Environment create(Timing timing) {
        return new ArmReaching(standard, timing);
    }

    @Test
    void theLinksStayJoined() {
        Arm arm = Arm.atRest(standard, 0.01, 1, 1);
        for (int k = 0; k < 2000; k++) {
            boolean flexing = (k / 70) % 2 == 0;
            arm.step(new double[] {flexing ? 1 : 0, flexing ? 0 : 1, flexing ? 0 : 1, 0});
            double shoulderTurn = arm.forearmAngle() - arm.angle(1) - arm.angle(0);
            assertEquals(0, shoulderTurn, 1e-3, "step " + k);
            assertTrue(arm.angle(0) > -0.05 && arm.angle(0) < Math.PI + 0.05);
            assertTrue(arm.angle(1) > 0 && arm.angle(1) < Arm.MOST[1] + 0.05);
        }
    }

    @Test
    void aFullyActiveFlexorTurnsItsJointAtTheJointSpeed() {
        Arm arm = Arm.atRest(standard, 0.01, 0.5, 1);
        for (int k = 0; k < 50; k++) {
            arm.step(new double[] {1, 0, 0.5, 0.5});
        }
        assertEquals(2, arm.speed(0), 0.05);
        assertEquals(0, arm.speed(1), 0.05, "a co-contracted elbow stays");
    }

    @Test
    void aMovedTargetIsTheOneOfLaterEpisodesTooUntilTheirOwnReturns() {
        Environment moved = create(TIMING);
        Environment plain = create(TIMING);
        Sensation seen = new Sensation(moved.spec());
        Sensation usual = new Sensation(moved.spec());
        moved.disturb(new Disturbance.MovedGoal(0, 0.4));
        moved.reset(3, seen);
        plain.reset(3, usual);
        Arm arm = Arm.atRest(standard, 0.01, seen.observation[0], seen.observation[1]);
        double distance = Math.hypot(arm.handX(), 0.4 - arm.handY());
        assertEquals(distance, seen.observation[6], 1e-5);
        moved.disturb(new Disturbance.ReturnedGoal());
        moved.advance(new double[4], seen);
        moved.reset(3, seen);
        for (int i = 0; i < seen.observation.length; i++) {
            assertEquals(usual.observation[i], seen.observation[i], "observation " + i);
        }
    }

    @Test
    void theOracleTouchesEveryTargetWellBeforeTheLimit() {
        Environment arm = create(TIMING);
        Sensation sensed = new Sensation(arm.spec());
        double[] command = new double[4];
        for (int seed = 0; seed < 200; seed++) {
            arm.reset(seed, sensed);
            int intervals = 0;
            while (sensed.end == End.NONE) {
                arm.oracle(command);
                arm.advance(command, sensed);
                intervals++;
            }
            assertEquals(End.TERMINATED, sensed.end, "target " + seed);
            assertTrue(intervals * 0.02 < 4, "target " + seed + ": " + intervals * 0.02 + " s");
        }
    }
}
