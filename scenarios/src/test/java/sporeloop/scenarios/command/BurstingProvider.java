package sporeloop.scenarios.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentProvider;
import sporeloop.environments.Timing;
import sporeloop.environments.reaching.Reaching;
import sporeloop.environments.reaching.ReachingParameters;

/** A user's environment with a mistake in it: reaching, whose ball bursts after 65 s. */
public final class BurstingProvider implements EnvironmentProvider<ReachingParameters> {
    private static final double LIFE = 65;

    private final Reaching.Provider sound = new Reaching.Provider();

    @Override
    public String name() {
        return "bursting";
    }

    @Override
    public String meaning() {
        return "reaching with a ball that bursts";
    }

    @Override
    public Class<ReachingParameters> parameters() {
        return sound.parameters();
    }

    @Override
    public Environment create(ReachingParameters parameters, Timing timing) {
        Environment reaching = sound.create(parameters, timing);
        AtomicLong intervals = new AtomicLong();
        return (Environment)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Environment.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("advance")
                                    && intervals.incrementAndGet() * timing.interval() > LIFE) {
                                throw new IllegalStateException("the ball burst");
                            }
                            try {
                                return method.invoke(reaching, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
