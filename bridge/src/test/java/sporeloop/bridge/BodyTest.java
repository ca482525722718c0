package sporeloop.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import sporeloop.environments.Disturbance;
import sporeloop.environments.End;
import sporeloop.environments.Sensation;
import sporeloop.spore.random.Seeds;

class BodyTest {
    private final Sled sled = new Sled();
    private final Sensation sensed = new Sensation(Sled.SPEC);

    @Test
    void theEndIsDeliveredAndTheNextIntervalBeginsTheNextEpisode() {
        Body body = new Body(sled, 1000, 7);
        body.start(sensed);
        assertEquals(Seeds.derive(7, "episode", 0), sled.lastSeed);
        int intervals = 0;
        while (sensed.end == End.NONE) {
            body.advance(new double[] {5, 0}, sensed);
            intervals++;
        }
        assertEquals(10, sensed.observation[0]);
        assertEquals(Seeds.derive(7, "episode", 0), sled.lastSeed, "no reset by itself");
        body.advance(new double[] {0, 0}, sensed);
        assertEquals(Seeds.derive(7, "episode", 1), sled.lastSeed);
        double[] tallies = new double[2];
        body.tallies(tallies);
        assertEquals(intervals + 1, tallies[0], "the tallies go on");
    }

    /** A push of 2 m/s and a moved goal befall the sled, which takes them down. */
    @Test
    void theBodyIsDisturbedAtExactlyItsTimesAlsoAfterAResumption() throws Exception {
        List<Intervention> all =
                List.of(
                        new Intervention.Push(0.06, 2, 1),
                        new Intervention.MoveGoal(0.1, 0.08, 3, 4),
                        new Intervention.MoveGoal(0.18, 0, 5, 6));
        Grid grid = Grid.of(1, 20, 100, OptionalDouble.empty());
        Body body = new Body(sled, 1000, 7, all, grid);
        body.start(sensed);
        for (int k = 0; k < 4; k++) {
            body.advance(new double[2], sensed);
        }
        byte[] state = StateBytes.of(body::save);
        Sled other = new Sled();
        Body resumed = new Body(other, 1000, 7, all, grid);
        resumed.restore(new DataInputStream(new ByteArrayInputStream(state)));
        for (int k = 4; k < 15; k++) {
            body.advance(new double[2], sensed);
            resumed.advance(new double[2], sensed);
        }
        List<String> later =
                List.of(
                        "5: " + new Disturbance.MovedGoal(3, 4),
                        "9: " + new Disturbance.ReturnedGoal(),
                        "9: " + new Disturbance.MovedGoal(5, 6));
        assertEquals("3: " + new Disturbance.Push(2, 1), sled.suffered.get(0));
        assertEquals(later, sled.suffered.subList(1, sled.suffered.size()));
        assertEquals(later, other.suffered);
    }

    @Test
    void aPushOffTheGridIsRefusedBeforeAnythingStarts() {
        Grid grid = Grid.of(1, 20, 100, OptionalDouble.empty());
        List<Intervention> off = List.of(new Intervention.Push(0.05, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Body(sled, 10, 7, off, grid));
    }

    @Test
    void thePhysicsIsRebuiltOnTheGridOnly() {
        Body body = new Body(sled, 10, 7);
        body.start(sensed);
        for (int k = 1; k <= 95; k++) {
            body.advance(new double[] {0, 0}, sensed);
            assertEquals(k / 10, sled.rebuilds, "after interval " + k);
        }
    }
}
