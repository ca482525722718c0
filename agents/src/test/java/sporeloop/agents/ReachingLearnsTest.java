package sporeloop.agents;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sporeloop.bridge.Loop;

class ReachingLearnsTest {
    /** In trials every seed had at least 26 targets a minute by then, and none before learning. */
    @Test
    void tenSimulatedMinutesTeachAnAgentToReach() {
        Loop loop = ReachingLoop.learning(20, 1).plain();
        loop.start();
        loop.advance(3000);
        double firstMinute = loop.reading().tallies()[0];
        loop.advance(7 * 3000);
        double before = loop.reading().tallies()[0];
        loop.advance(2 * 3000);
        double perMinute = (loop.reading().tallies()[0] - before) / 2;
        assertTrue(firstMinute <= 3, "untrained: " + firstMinute + " targets in a minute");
        assertTrue(perMinute >= 20, "after learning: " + perMinute + " targets a minute");
    }
}
