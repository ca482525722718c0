package sporeloop.scenarios.training;

import sporeloop.environments.Environment;
import sporeloop.environments.Sensation;

/** Watches a loop without touching it. */
@FunctionalInterface
public interface Onlooker {
    /**
     * Called after each exchange interval.
     *
     * @param seconds simulated time done
     * @param environment to be drawn; not to be advanced
     * @param sensed what it sensed in the interval; read only, overwritten in the next
     */
    void see(double seconds, Environment environment, Sensation sensed);
}
