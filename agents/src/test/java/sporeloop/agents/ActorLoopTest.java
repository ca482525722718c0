package sporeloop.agents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sporeloop.bridge.Loop;
import sporeloop.bridge.RealTime;
import sporeloop.bridge.StateBytes;

class ActorLoopTest {
    private static final long INTERVALS = 1500;

    private static byte[] state(ReachingLoop parts) {
        return StateBytes.of(parts.plain()::save);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void actorsOnAnyNumberOfThreadsLeaveTheStateOfThePlainLoopByteForByte(int threads) {
        ReachingLoop plain = ReachingLoop.learning(20, 3);
        Loop loop = plain.plain();
        loop.start();
        loop.advance(INTERVALS);

        ReachingLoop parts = ReachingLoop.learning(20, 3);
        try (ActorLoop actors = new ActorLoop(parts, threads)) {
            for (long k = 100; k <= INTERVALS; k += 100) {
                assertEquals(k, actors.advance(k).intervals());
            }
        }
        assertArrayEquals(state(plain), state(parts));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void randomDelaysBetweenTheSidesChangeNoByte(int threads) {
        ReachingLoop plain = ReachingLoop.learning(20, 8);
        Loop loop = plain.plain();
        loop.start();
        loop.advance(300);

        ReachingLoop parts = ReachingLoop.learning(20, 8);
        ReachingLoop delayed = parts.with(new DawdlingBrain(parts.brain, threads));
        try (ActorLoop actors = new ActorLoop(delayed, threads)) {
            actors.advance(300);
        }
        assertArrayEquals(state(plain), state(parts));
    }

    @Test
    void aPacedLoopKeepsToTheWallClockAndChangesNoByte() {
        ReachingLoop plain = ReachingLoop.learning(20, 8);
        Loop loop = plain.plain();
        loop.start();
        loop.advance(100);

        ReachingLoop parts = ReachingLoop.learning(20, 8);
        RealTime pace = new RealTime(parts.exchange.grid(), 4);
        long start = System.nanoTime();
        try (ActorLoop actors = new ActorLoop(parts, 1, pace)) {
            actors.advance(100);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        pace.close();
        assertTrue(seconds >= 99 * 0.02 / 4, "2 s at 4 times real time took " + seconds + " s");
        assertArrayEquals(state(plain), state(parts));
    }

    @Test
    void anotherSeedLeavesAnotherState() {
        ReachingLoop one = ReachingLoop.learning(20, 3);
        ReachingLoop other = ReachingLoop.learning(20, 4);
        for (ReachingLoop parts : new ReachingLoop[] {one, other}) {
            Loop loop = parts.plain();
            loop.start();
            loop.advance(100);
        }
        assertTrue(!Arrays.equals(state(one), state(other)));
    }

    @Test
    void aRestoredLoopGoesOnByteForByteFromAnyBoundary() throws Exception {
        ReachingLoop straight = ReachingLoop.learning(20, 5);
        Loop loop = straight.plain();
        loop.start();
        loop.advance(333);
        byte[] middle = state(straight);
        loop.advance(700);

        ReachingLoop resumed = ReachingLoop.learning(20, 5);
        Loop second = resumed.plain();
        second.restore(new java.io.DataInputStream(new java.io.ByteArrayInputStream(middle)));
        second.advance(700);
        assertArrayEquals(state(straight), state(resumed));
    }

    /**
     * Counts what all threads allocate, the messages' envelopes included. The median of half seconds
     * leaves out those in which an episode begins, for which the environment builds a new world.
     */
    @Test
    void anExchangeThroughTheActorsAllocatesLessThanAKilobyte() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (ActorLoop actors = new ActorLoop(ReachingLoop.learning(20, 6), 1)) {
            actors.advance(6000);
            double[] perExchange = new double[41];
            for (int i = 0; i < perExchange.length; i++) {
                long before = allocated(threads);
                actors.advance(6000 + 25 * (i + 1));
                perExchange[i] = (allocated(threads) - before) / 25.0;
            }
            Arrays.sort(perExchange);
            assertTrue(perExchange[20] < 1024, perExchange[20] + " bytes an exchange");
        }
    }

    private static long allocated(ThreadMXBean threads) {
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
