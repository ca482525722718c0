package sporeloop.environments.showcases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sporeloop.environments.End;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentContract;
import sporeloop.environments.Sensation;
import sporeloop.environments.Timing;

class CenterOutTest extends EnvironmentContract {
    @Override
    protected Environment create(Timing timing) {
        return new CenterOut().create(TrialParameters.standard(), timing);
    }

    @Test
    void theOracleSucceedsForEveryMap() {
        for (int map = 1; map <= 30; map++) {
            Environment task =
                    new CenterOut().create(new TrialParameters(map, 0.5, 1, 0.3, 10, 200), TIMING);
            Sensation sensed = new Sensation(task.spec());
            task.reset(map, sensed);
            double[] command = new double[Cursor.CONTROLS];
            while (sensed.end == End.NONE) {
                task.oracle(command);
                task.advance(command, sensed);
            }
            assertEquals(End.TERMINATED, sensed.end, "map " + map);
        }
    }

    @Test
    void equalRatesLeaveTheCursorInTheMiddle() {
        Cursor cursor = new Cursor(200, 0.02, 5);
        double[] rates = new double[Cursor.CONTROLS];
        Arrays.fill(rates, 150);
        cursor.clear();
        for (int k = 0; k < 100; k++) {
            cursor.move(rates);
            assertEquals(false, cursor.accomplishes());
        }
    }
}
