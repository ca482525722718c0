package sporeloop.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import sporeloop.environments.End;
import sporeloop.environments.Sensation;
import sporeloop.spore.random.Seeds;

class BodyTest {
    private final Sled sled = new Sled();
    private final Sensation sensed = new Sensation(Sled.SPEC);

    private void advance(Body body, double[] command) {
        body.advance(List.of(), command, command, sensed);
    }

    @Test
    void theEndIsDeliveredAndTheNextIntervalBeginsTheNextEpisode() {
        Body body = new Body(sled, 1000, 7);
        body.start(sensed);
        assertEquals(Seeds.derive(7, "episode", 0), sled.lastSeed);
        int intervals = 0;
        while (sensed.end == End.NONE) {
            advance(body, new double[] {5, 0});
            intervals++;
        }
        assertEquals(10, sensed.observation[0]);
        assertEquals(Seeds.derive(7, "episode", 0), sled.lastSeed, "no reset by itself");
        advance(body, new double[] {0, 0});
        assertEquals(Seeds.derive(7, "episode", 1), sled.lastSeed);
        double[] tallies = new double[2];
        body.tallies(tallies);
        assertEquals(intervals + 1, tallies[0], "the tallies go on");
    }

    @Test
    void thePhysicsIsRebuiltOnTheGridOnly() {
        Body body = new Body(sled, 10, 7);
        body.start(sensed);
        for (int k = 1; k <= 95; k++) {
            advance(body, new double[] {0, 0});
            assertEquals(k / 10, sled.rebuilds, "after interval " + k);
        }
    }
}
