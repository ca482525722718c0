package sporeloop.environments;

import sporeloop.parameters.Provider;

/**
 * Makes an environment that a scenario names in {@code environment.task}. Register an implementation
 * with {@code @AutoService(EnvironmentProvider.class)}.
 *
 * @param <P> the record that the rest of the block {@code environment} is bound to
 */
public interface EnvironmentProvider<P extends Record> extends Provider<P> {
    /** A new environment, to be reset before its first interval. */
    Environment create(P parameters, Timing timing);
}
