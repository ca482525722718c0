package sporeloop.bridge;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Paces a loop by deadline, so that a late interval is caught up with and lateness never adds up.
 * <pre>
 *   interval k is due at  start + (k − k0)·interval / factor,   k0 the first one asked for          (1)
 * </pre>
 * It wakes the bridge from a thread of its own, as an actor system's timers tick every 10 ms only.
 */
public final class RealTime implements Pace, AutoCloseable {
    private static final long NEVER = Long.MIN_VALUE;

    private final double nanosPerInterval;
    private final LongSupplier clock;
    private final Lateness lateness = new Lateness();
    private final ScheduledThreadPoolExecutor alarm;
    private long first = NEVER;
    private long start;

    /**
     * A pace of {@code factor} times real time.
     *
     * @param factor simulated time over wall time, &gt; 0
     */
    public RealTime(Grid grid, double factor) {
        this(grid, factor, System::nanoTime);
    }

    /** The same by another clock [ns]. */
    RealTime(Grid grid, double factor, LongSupplier clock) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "realtime = " + factor + ", but must be > 0: 1 is real time, 2 twice as fast.");
        }
        nanosPerInterval = grid.interval() * 1e6 / factor;
        this.clock = clock;
        alarm =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            Thread thread = new Thread(task, "pace");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    @Override
    public boolean mayBegin(long k) {
        long now = clock.getAsLong();
        if (first == NEVER) {
            first = k;
            start = now;
        }
        long late = now - due(k);
        if (late < 0) {
            return false;
        }
        lateness.note(late);
        return true;
    }

    @Override
    public void whenDue(long k, Runnable wake) {
        Future<?> unused = alarm.schedule(wake, due(k) - clock.getAsLong(), TimeUnit.NANOSECONDS);
    }

    /** How late intervals began. */
    public Lateness lateness() {
        return lateness;
    }

    @Override
    public void close() {
        alarm.shutdownNow();
    }

    private long due(long k) {
        return start + Math.round((k - first) * nanosPerInterval); // (1)
    }
}
