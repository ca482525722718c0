package sporeloop.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RealTimeTest {
    private static final Grid GRID = Grid.of(1, 20, 100, OptionalDouble.empty());
    private long now = 1_000_000_000L;

    @Test
    void deadlinesStandOnAGridThatLatenessDoesNotShift() {
        try (RealTime pace = new RealTime(GRID, 2, () -> now)) {
            assertTrue(pace.mayBegin(5));
            now += 9_999_999;
            assertFalse(pace.mayBegin(6), "due after 10 ms at twice real time");
            now += 1;
            assertTrue(pace.mayBegin(6));
            now += 35_000_000;
            for (int k = 7; k <= 9; k++) {
                assertTrue(pace.mayBegin(k), "caught up with interval " + k);
            }
            assertFalse(pace.mayBegin(10));
            // Late by 25, 15 and 5 ms: bins 16–32, 8–16, 4–8 ms.
            assertEquals(2, pace.lateness().count(0));
            assertEquals(1, pace.lateness().count(5));
            assertEquals(1, pace.lateness().count(4));
            assertEquals(1, pace.lateness().count(3));
            assertEquals(3, pace.lateness().missed());
        }
    }

    @Test
    void theAlarmRingsWhenTheIntervalIsDue() throws Exception {
        try (RealTime pace = new RealTime(GRID, 1)) {
            assertTrue(pace.mayBegin(0));
            CountDownLatch rung = new CountDownLatch(1);
            pace.whenDue(1, rung::countDown);
            assertTrue(rung.await(10, TimeUnit.SECONDS));
            assertTrue(pace.mayBegin(1));
        }
    }

    @Test
    void aFactorThatIsNotPositiveIsRefused() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new RealTime(GRID, 0));
        assertEquals(
                "realtime = 0.0, but must be > 0: 1 is real time, 2 twice as fast.",
                refusal.getMessage());
    }
}
