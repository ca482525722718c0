package sporeloop.bridge;

/**
 * Who is at work in which interval: the one thing that a run's actors share. Each side writes its own
 * field; the watchdog, which must not depend on a thread that may hang, only reads.
 *
 * <p>Thread-safe.
 */
public final class Pulse {
    /** In place of an interval: not at work. */
    public static final long IDLE = -1;

    private volatile long interval;
    private volatile long body = IDLE;
    private volatile long brain = IDLE;

    /** Exchange intervals done. */
    public long interval() {
        return interval;
    }

    /** The interval in which the body is at work, or {@link #IDLE}. */
    public long body() {
        return body;
    }

    /** The interval in which the brain is at work, or {@link #IDLE}. */
    public long brain() {
        return brain;
    }

    /** The bridge has finished {@code intervals} exchange intervals. */
    public void exchanged(long intervals) {
        interval = intervals;
    }

    /** The body begins interval {@code k}, or rests. */
    public void body(long k) {
        body = k;
    }

    /** The brain begins interval {@code k}, or rests. */
    public void brain(long k) {
        brain = k;
    }
}
