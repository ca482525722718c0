package sporeloop.environments.showcases;

import com.google.auto.service.AutoService;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentProvider;
import sporeloop.environments.Timing;

/**
 * Makes the task {@code lever-press}: while a pattern is there, a lever ({@link Lever}) is to be pulled
 * and then pushed; see {@link Trials} for the rest.
 *
 * <p>Source: the example {@code lever_press_showcase} of the SPORE module 2.14. Deviation: the lever
 * begins each trial in its middle and rests while waiting.
 */
@SuppressWarnings("rawtypes") // a service is named without its type parameter
@AutoService(EnvironmentProvider.class)
public final class LeverPress implements EnvironmentProvider<TrialParameters> {
    @Override
    public String name() {
        return "lever-press";
    }

    @Override
    public String meaning() {
        return "A lever is to be pulled and then pushed by two populations.";
    }

    @Override
    public Class<TrialParameters> parameters() {
        return TrialParameters.class;
    }

    @Override
    public Environment create(TrialParameters p, Timing timing) {
        return new Trials(name(), p, timing, new Lever(p.highestRate(), timing.interval()));
    }
}
