package sporeloop.scenarios.training;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** One way in which a side breaks, of the body and the agent alike. */
final class Breakage {
    private final Breaking.Way way;
    private final AtomicBoolean broken = new AtomicBoolean();

    /** Ends a hang. */
    final CountDownLatch release = new CountDownLatch(1);

    Breakage(Breaking.Way way) {
        this.way = way;
    }

    void happen() {
        switch (way) {
            case THROWS_ONCE -> once(new IllegalStateException("the ball burst"));
            case RUNS_OUT_OF_MEMORY_ONCE -> once(new OutOfMemoryError("Java heap space"));
            case THROWS -> throw new IllegalStateException("the ball burst");
            case OVERFLOWS_THE_STACK -> overflow(new double[1]);
            case HANGS -> hang();
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
        throw (E) failure;
    }

    private void once(Throwable failure) {
        if (!broken.getAndSet(true)) {
            Breakage.<RuntimeException>sneak(failure);
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private double[] overflow(double[] command) {
        return overflow(command).clone();
    }

    private void hang() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
