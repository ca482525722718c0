package sporeloop.scenarios.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import sporeloop.bridge.DecoderProvider;
import sporeloop.bridge.EncoderProvider;
import sporeloop.environments.EnvironmentProvider;
import sporeloop.parameters.Provider;

/** What scenarios can name: environments, encoders, decoders, ours and those of a user's jars. */
public final class Providers {
    private final ClassLoader loader;

    /** Those that {@code loader} sees. */
    public Providers(ClassLoader loader) {
        this.loader = loader;
    }

    /** Those on the class path. */
    public static Providers ours() {
        return new Providers(Providers.class.getClassLoader());
    }

    /** All environments, by name. */
    public List<EnvironmentProvider<?>> environments() {
        return all(EnvironmentProvider.class);
    }

    /** All encoders, by name. */
    public List<EncoderProvider<?>> encoders() {
        return all(EncoderProvider.class);
    }

    /** All decoders, by name. */
    public List<DecoderProvider<?>> decoders() {
        return all(DecoderProvider.class);
    }

    /** {@code kind} is a raw class, as classes of generic types are; {@code P} is it with a wildcard. */
    @SuppressWarnings("unchecked")
    private <P extends Provider<?>> List<P> all(Class<?> kind) {
        List<P> found = new ArrayList<>();
        try {
            ServiceLoader.load(kind, loader).forEach(each -> found.add((P) each));
        } catch (ServiceConfigurationError e) {
            throw new BadInput("A plug-in can't be used: " + e.getMessage() + ".");
        }
        found.sort(Comparator.comparing(each -> each.name()));
        for (int i = 1; i < found.size(); i++) {
            if (found.get(i).name().equals(found.get(i - 1).name())) {
                throw new BadInput(
                        "Two plug-ins are called "
                                + found.get(i).name()
                                + ": "
                                + found.get(i - 1).getClass().getName()
                                + " and "
                                + found.get(i).getClass().getName()
                                + ". Rename one.");
            }
        }
        return found;
    }
}
