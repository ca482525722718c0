package sporeloop.bridge;

/**
 * How fast simulated time may run against the wall clock: as fast as it can, or paced by deadline.
 * <pre>
 *   interval k may begin at  start + k·interval / factor
 * </pre>
 * A throttle of the bridge alone: results never depend on it.
 */
public interface Pace {
    /** As fast as it can. */
    Pace FREE =
            new Pace() {
                @Override
                public boolean mayBegin(long k) {
                    return true;
                }

                @Override
                public void whenDue(long k, Runnable wake) {
                    wake.run();
                }
            };

    /** Whether interval {@code k} is due; one that is notes how late it is. */
    boolean mayBegin(long k);

    /** Calls {@code wake}, from any thread, when interval {@code k} is due. */
    void whenDue(long k, Runnable wake);
}
