package sporeloop.spore.network;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import sporeloop.spore.plasticity.Crew;

/**
 * Threads that share pieces of work with the thread that calls. They sleep between pieces. Running a
 * piece allocates nothing.
 */
final class Workers implements Crew, AutoCloseable {
    private static final Work NOTHING = (part, worker) -> {};

    private final Thread[] threads;
    private final AtomicInteger nextPart = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger round = new AtomicInteger();
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;
    private @Nullable Thread caller;
    private Work work = NOTHING;
    private int parts;

    /** {@code count} workers, one of them the caller. */
    Workers(int count) {
        if (count < 1 || count > 1024) {
            throw new IllegalArgumentException("threads = " + count + ", but must be in [1, 1024]");
        }
        threads = new Thread[count - 1];
        for (int n = 0; n < threads.length; n++) {
            int worker = n + 1;
            threads[n] = new Thread(() -> serve(worker), "sporeloop-range-" + worker);
            threads[n].setDaemon(true);
            threads[n].start();
        }
    }

    @Override
    public int workers() {
        return threads.length + 1;
    }

    @Override
    public void run(int count, Work wanted) {
        if (threads.length == 0 || count == 1) {
            ALONE.run(count, wanted);
            return;
        }
        work = wanted;
        parts = count;
        caller = Thread.currentThread();
        nextPart.set(0);
        busy.set(threads.length);
        round.incrementAndGet();
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
        takeParts(0);
        while (busy.get() > 0) {
            LockSupport.park(this);
        }
        work = NOTHING;
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            throw new IllegalStateException("a range worker failed", thrown);
        }
    }

    private void serve(int worker) {
        int served = 0;
        while (true) {
            while (round.get() == served && !closed) {
                LockSupport.park(this);
            }
            if (closed) {
                return;
            }
            served = round.get();
            try {
                takeParts(worker);
            } catch (Throwable thrown) { // handed on to the caller, who throws it
                failure = thrown;
            }
            if (busy.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }
    }

    private void takeParts(int worker) {
        for (int part = nextPart.getAndIncrement();
                part < parts;
                part = nextPart.getAndIncrement()) {
            work.run(part, worker);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
