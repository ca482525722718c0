package sporeloop.environments.showcases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentContract;
import sporeloop.environments.Sensation;
import sporeloop.environments.Timing;

class PatternMatchingTest extends EnvironmentContract {
    private final Environment task = create(TIMING);
    private final Sensation sensed = new Sensation(task.spec());
    private final double[] tallies = new double[2];

    @Override
    protected Environment create(Timing timing) {
        return new PatternMatching(PatternParameters.standard(), timing);
    }

    @Test
    void theRewardIsTheSigmoidOfTheLeadOnceTheWindowIsFull() {
        task.reset(1, sensed);
        double[] oracle = new double[2];
        double[] command = new double[2];
        int inPattern = 0;
        for (int k = 0; k < 500; k++) {
            task.oracle(oracle);
            boolean pattern = oracle[0] + oracle[1] > 0;
            command[0] = oracle[0] > 0 ? 40 : 10;
            command[1] = oracle[1] > 0 ? 40 : 10;
            task.advance(command, sensed);
            inPattern = pattern ? inPattern + 1 : 0;
            double lead = 30 * Math.min(1, inPattern / 25.0);
            double expected = pattern ? 1 / (1 + Math.exp(-0.2 * (lead - 25))) : 0;
            assertEquals(expected, sensed.reward, 1e-9, "interval " + k);
        }
    }

    @Test
    void anAgentThatDoesNotListenIsRightHalfOfTheTime() {
        task.reset(2, sensed);
        for (int k = 0; k < 60_000; k++) {
            task.advance(new double[] {30, 10}, sensed);
        }
        task.tallies(tallies);
        // 800 trials, standard deviation 1.8 %; false alarm below 1e-6
        assertEquals(0.5, tallies[1] / tallies[0], 0.09);
        assertEquals(1200 / 1.5, tallies[0], 20, "trials of 1.5 s in 20 min");
    }

    @Test
    void theInputsTellTheTwoPatternsApart() {
        Inputs inputs = new Inputs(1, 2);
        double[] first = new double[Inputs.COUNT];
        double[] second = new double[Inputs.COUNT];
        inputs.show(0, first);
        inputs.show(1, second);
        int apart = 0;
        for (int i = 0; i < Inputs.COUNT; i++) {
            assertTrue(first[i] >= 2 && first[i] <= 60);
            apart += Math.abs(first[i] - second[i]) > 5 ? 1 : 0;
        }
        assertTrue(apart >= 10, "inputs that differ by more than 5 Hz: " + apart);
    }
}
