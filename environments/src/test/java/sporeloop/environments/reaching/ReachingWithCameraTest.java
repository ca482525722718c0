package sporeloop.environments.reaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentContract;
import sporeloop.environments.Sensation;
import sporeloop.environments.Timing;
import sporeloop.environments.camera.CameraParameters;

class ReachingWithCameraTest extends EnvironmentContract {
    @Override
    protected Environment create(Timing timing) {
        return create(timing, CameraParameters.of(16, 16));
    }

    private static Reaching create(Timing timing, CameraParameters camera) {
        return new Reaching(ReachingParameters.of(Reward.APPROACH, 0.15, camera), timing);
    }

    @Test
    void aStillBallMakesNoEventsInAnIdealCameraAndARollingOneDoesWhereItIs() {
        Reaching reaching = create(TIMING, CameraParameters.of(16, 16).ideal());
        Sensation sensed = new Sensation(reaching.spec());
        reaching.reset(2, sensed);
        for (int k = 0; k < 100; k++) {
            reaching.advance(new double[2], sensed);
            assertEquals(0, sensed.events.size());
        }
        double[] command = new double[2];
        int seen = 0;
        for (int k = 0; k < 40; k++) {
            reaching.oracle(command);
            reaching.advance(command, sensed);
            for (int e = 0; e < sensed.events.size(); e++) {
                double x = (sensed.events.pixel(e) % 16 + 0.5) / 8 - 1;
                double y = 1 - (Math.floorDiv(sensed.events.pixel(e), 16) + 0.5) / 8;
                double away = Math.hypot(x - sensed.observation[0], y - sensed.observation[1]);
                assertTrue(away < 0.15 + 0.13, "event " + away + " m from the ball's middle");
                seen++;
            }
        }
        assertTrue(seen > 50, "events: " + seen);
    }

    @Test
    void whatIsAheadOfTheBallDarkensAndWhatIsBehindItBrightens() {
        Reaching reaching = create(TIMING, CameraParameters.of(16, 16).ideal());
        Sensation sensed = new Sensation(reaching.spec());
        reaching.reset(2, sensed);
        double[] command = new double[2];
        double ahead = 0;
        for (int k = 0; k < 40; k++) {
            reaching.oracle(command);
            reaching.advance(command, sensed);
            for (int e = 0; e < sensed.events.size(); e++) {
                double x = (sensed.events.pixel(e) % 16 + 0.5) / 8 - 1 - sensed.observation[0];
                double y =
                        1
                                - (Math.floorDiv(sensed.events.pixel(e), 16) + 0.5) / 8
                                - sensed.observation[1];
                double along = x * sensed.observation[2] + y * sensed.observation[3];
                ahead += (sensed.events.on(e) ? -1 : 1) * Math.signum(along);
            }
        }
        assertTrue(ahead > 50, "OFF ahead and ON behind, less the others: " + ahead);
    }
}
