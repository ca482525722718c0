package sporeloop.scenarios.training;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Pace;

/**
 * A pace that hands change while the loop goes on: pause, one interval, faster, slower. A loop that
 * falls behind is not made to catch up. Results never depend on it. Any thread may call it.
 */
final class HandPace implements Pace, AutoCloseable {
    /** Being later than this is forgotten [s]. */
    private static final double FORGIVEN = 0.1;

    private final double secondsPerInterval;
    private final ScheduledThreadPoolExecutor alarm =
            new ScheduledThreadPoolExecutor(
                    1,
                    task -> {
                        Thread thread = new Thread(task, "pace by hand");
                        thread.setDaemon(true);
                        return thread;
                    });
    private double factor;
    private boolean paused;
    private boolean closed;
    private long allowed;
    private double due = Double.NaN;
    private @Nullable Runnable waiting;

    /** A pace that begins at {@code factor} times real time; infinite: as fast as it can. */
    HandPace(Grid grid, double factor) {
        secondsPerInterval = grid.interval() / 1000;
        this.factor = factor;
        alarm.setRemoveOnCancelPolicy(true);
    }

    @Override
    public synchronized boolean mayBegin(long k) {
        if (closed) {
            return true;
        }
        if (paused) {
            if (allowed == 0) {
                return false;
            }
            allowed--;
            due = Double.NaN;
            return true;
        }
        if (Double.isInfinite(factor)) {
            due = Double.NaN;
            return true;
        }
        double now = System.nanoTime() / 1e9;
        if (Double.isNaN(due) || now - due > FORGIVEN) {
            due = now;
        }
        if (now < due) {
            return false;
        }
        due += secondsPerInterval / factor;
        return true;
    }

    @Override
    public void whenDue(long k, Runnable wake) {
        synchronized (this) {
            waiting = wake;
            if (!closed) {
                if (!paused || allowed > 0) {
                    Future<?> unused = alarm.schedule(this::wake, left(), TimeUnit.NANOSECONDS);
                }
                return;
            }
        }
        wake();
    }

    private long left() {
        double left = due - System.nanoTime() / 1e9;
        return Double.isNaN(left) ? 0 : Math.max(0, Math.round(left * 1e9));
    }

    private void wake() {
        Runnable alarmed;
        synchronized (this) {
            alarmed = waiting;
            waiting = null;
        }
        if (alarmed != null) {
            alarmed.run(); // who is woken asks again
        }
    }

    /** Stands still, or goes on. */
    void pause(boolean still) {
        synchronized (this) {
            paused = still;
            allowed = 0;
            due = Double.NaN;
        }
        wake();
    }

    /** One interval more, then stands still. */
    void step() {
        synchronized (this) {
            paused = true;
            allowed = 1;
        }
        wake();
    }

    /** Goes at this many times real time from now on; infinite: as fast as it can. */
    void factor(double wanted) {
        synchronized (this) {
            factor = wanted;
            due = Double.NaN;
        }
        wake();
    }

    /** Blocks until interval {@code k} may begin: for a plain loop. */
    void await(long k) throws InterruptedException {
        while (!mayBegin(k)) {
            CountDownLatch woken = new CountDownLatch(1);
            whenDue(k, woken::countDown);
            woken.await();
        }
    }

    /** As fast as it can, for ever: nobody's hands are there any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        wake();
        alarm.shutdownNow();
    }
}
