package sporeloop.environments.showcases;

import com.google.auto.service.AutoService;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentProvider;
import sporeloop.environments.Timing;

/**
 * Makes the task {@code center-out}: while a pattern is there, a cursor ({@link Cursor}) is to be moved
 * to a target and held there by 20 neurons; see {@link Trials} for the rest.
 *
 * <p>Source: the example {@code center_out_showcase} of the SPORE module 2.14. Deviation: the cursor
 * begins each trial in the middle and rests while waiting.
 */
@SuppressWarnings("rawtypes") // a service is named without its type parameter
@AutoService(EnvironmentProvider.class)
public final class CenterOut implements EnvironmentProvider<TrialParameters> {
    @Override
    public String name() {
        return "center-out";
    }

    @Override
    public String meaning() {
        return "A cursor is to be moved to a target by 20 neurons through a random map.";
    }

    @Override
    public Class<TrialParameters> parameters() {
        return TrialParameters.class;
    }

    @Override
    public Environment create(TrialParameters p, Timing timing) {
        Cursor cursor = new Cursor(p.highestRate(), timing.interval(), p.pattern());
        return new Trials(name(), p, timing, cursor);
    }
}
