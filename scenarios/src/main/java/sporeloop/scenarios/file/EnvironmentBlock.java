package sporeloop.scenarios.file;

import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentProvider;
import sporeloop.environments.Timing;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/**
 * The block {@code environment}: a task and its physics.
 *
 * @param task what makes the environment
 * @param parameters the task's own keys
 * @param shared the keys that every task has
 */
public record EnvironmentBlock(EnvironmentProvider<?> task, Record parameters, Shared shared) {
    /** What every task has. */
    public record Shared(
            @Parameter(
                            value =
                                    "physics step; unless set, the largest divisor of the exchange"
                                            + " interval that is at most 10 ms",
                            unit = Unit.MS,
                            range = "(0, 60000]")
                    double physicsStep,
            @Parameter(
                            value =
                                    "simulated time after which the physics is built anew from its"
                                            + " explicit state, so that a run can go on from there",
                            unit = Unit.S,
                            standard = "60 s",
                            range = "(0, ∞)")
                    double rebuildInterval) {
        public Shared {
            Ranges.check(Shared.class, physicsStep, rebuildInterval);
        }
    }

    /** A new environment, to be reset before its first interval. */
    public Environment create(Timing timing) {
        return create(task, timing);
    }

    private <P extends Record> Environment create(EnvironmentProvider<P> provider, Timing timing) {
        return provider.create(provider.parameters().cast(parameters), timing);
    }
}
