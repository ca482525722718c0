package sporeloop.bridge;

/** Sees the intervals of a loop end, on the loop's own thread, without touching them. */
@FunctionalInterface
public interface Witness {
    /** Nobody looks. */
    Witness NONE = exchange -> {};

    /**
     * Both sides have done the interval under way, and nothing has been exchanged yet: the buffers
     * hold what acted in it and what came of it. Both sides are at rest, and may be looked at.
     */
    void see(Exchange exchange);
}
