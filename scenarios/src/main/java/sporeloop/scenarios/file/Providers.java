package sporeloop.scenarios.file;

import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import sporeloop.bridge.DecoderProvider;
import sporeloop.bridge.EncoderProvider;
import sporeloop.environments.EnvironmentProvider;
import sporeloop.parameters.Provider;

/**
 * What scenarios can name: environments, encoders, decoders, and scenarios that come ready, ours and
 * those of a user's jars.
 */
public final class Providers {
    private final ClassLoader loader;
    private final Shipped scenarios;
    private final Shipped sweeps;
    private final Map<Class<?>, List<Provider<?>>> known = new ConcurrentHashMap<>();

    /** Those that {@code loader} sees. */
    public Providers(ClassLoader loader) {
        this.loader = loader;
        scenarios = new Shipped(loader, "scenario");
        sweeps = new Shipped(loader, "sweep");
    }

    /** Those on the class path. */
    public static Providers ours() {
        return new Providers(Providers.class.getClassLoader());
    }

    /**
     * Ours, those of the jars that are named, and those of the jars in the folders {@code plugins}.
     *
     * @throws BadInput in one sentence, if a jar can't be used
     */
    public static Providers with(List<String> jars) {
        ClassLoader loader = PlugIns.loader(jars);
        Thread.currentThread().setContextClassLoader(loader); // where spore looks for rules
        return new Providers(loader);
    }

    /**
     * A digest of all that decides what a run leaves, besides its scenario: the program and the users'
     * jars.
     */
    public String fingerprint() {
        return Fingerprint.of(loader);
    }

    /** The scenarios that come ready. */
    public Shipped scenarios() {
        return scenarios;
    }

    /** The sweeps that come ready. */
    public Shipped sweeps() {
        return sweeps;
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
        return (List<P>) known.computeIfAbsent(kind, this::search);
    }

    private List<Provider<?>> search(Class<?> kind) {
        Map<String, Provider<?>> found = new TreeMap<>();
        try {
            for (Object each : ServiceLoader.load(kind, loader)) {
                Provider<?> provider = (Provider<?>) each;
                @Nullable Provider<?> other = found.put(name(provider), provider);
                if (other != null) {
                    throw taken(name(provider), other, provider);
                }
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new BadInput("A plug-in can't be loaded: " + words(kind, e) + ".");
        }
        return List.copyOf(found.values());
    }

    /** The name of a provider, once it has been seen to have all that a scenario needs. */
    private static String name(Provider<?> provider) {
        @Nullable String name;
        @Nullable Object parameters;
        try {
            name = provider.name();
            parameters = provider.parameters();
        } catch (RuntimeException | LinkageError e) {
            throw new BadInput("The plug-in " + place(provider) + " can't be used: " + e + ".");
        }
        if (name == null || name.isBlank() || parameters == null) {
            throw new BadInput(
                    "The plug-in "
                            + place(provider)
                            + " says neither its name nor its parameters.");
        }
        return name;
    }

    private static BadInput taken(String name, Provider<?> one, Provider<?> other) {
        return new BadInput(
                "Two plug-ins are called %s: %s and %s. Rename one."
                        .formatted(name, place(one), place(other)));
    }

    /** Class and jar, as a user can find them. */
    private static String place(Provider<?> provider) {
        Class<?> type = provider.getClass();
        @Nullable CodeSource source = type.getProtectionDomain().getCodeSource();
        String path = source == null ? "" : source.getLocation().getPath();
        return type.getName()
                + (path.endsWith(".jar") ? " of " + path.substring(path.lastIndexOf('/') + 1) : "");
    }

    /** What was thrown, without the name of the service, which tells a user nothing. */
    private static String words(Class<?> kind, Error error) {
        String message = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
        String lead = kind.getName() + ": ";
        message = message.startsWith(lead) ? message.substring(lead.length()) : message;
        @Nullable Throwable cause = error.getCause();
        if (!(error instanceof ServiceConfigurationError)) {
            message = error.getClass().getSimpleName() + ": " + message;
        }
        return cause == null ? message : message + ", because of " + cause;
    }
}
