package sporeloop.environments.showcases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sporeloop.environments.End;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentContract;
import sporeloop.environments.Sensation;
import sporeloop.environments.Timing;

class LeverPressTest extends EnvironmentContract {
    private final Environment task = create(TIMING);
    private final Sensation sensed = new Sensation(task.spec());

    @Override
    protected Environment create(Timing timing) {
        return new LeverPress().create(TrialParameters.standard(), timing);
    }

    @Test
    void thePushCountsOnlyAfterThePull() {
        task.reset(1, sensed);
        for (int k = 0; k < 300; k++) {
            task.advance(new double[] {100, 0}, sensed);
            assertEquals(0, sensed.reward);
        }
        for (int k = 0; k < 25; k++) {
            task.advance(new double[] {0, 100}, sensed);
            assertEquals(0, sensed.reward);
        }
        double reward = 0;
        while (sensed.end == End.NONE) {
            task.advance(new double[] {100, 0}, sensed);
            reward += sensed.reward * 0.02;
        }
        assertEquals(End.TERMINATED, sensed.end);
        assertEquals(0.3, reward, 1e-9, "seconds of reward");
    }

    @Test
    void anIdleLeverFailsTheTrialAfterTheLimit() {
        task.reset(1, sensed);
        int intervals = 0;
        while (sensed.end == End.NONE) {
            task.advance(new double[2], sensed);
            intervals++;
        }
        assertEquals(End.TRUNCATED, sensed.end);
        double seconds = intervals * 0.02;
        assertTrue(seconds >= 10.5 - 0.02 && seconds <= 11 + 0.02, seconds + " s");
        double[] tallies = new double[3];
        task.tallies(tallies);
        assertEquals(1, tallies[0]);
        assertEquals(0, tallies[1]);
    }

    @Test
    void theLeverFollowsTheRatesByFiveHundredthsEachTick() {
        Lever lever = new Lever(200, 0.015);
        double expected = 0;
        for (int k = 0; k < 20; k++) {
            lever.move(new double[] {30, 10});
            expected = 0.95 * expected + 0.05 * 20;
        }
        boolean over = expected > 15;
        lever.move(new double[] {0, 200}); // pull, then see that it was counted from there
        expected = 0.95 * expected + 0.05 * -200;
        assertEquals(expected < -15, lever.accomplishes());
        assertEquals(false, over);
    }
}
