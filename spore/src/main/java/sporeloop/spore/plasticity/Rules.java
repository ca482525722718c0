package sporeloop.spore.plasticity;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The plasticity rules and rewiring policies there are, by the names scenario files use: all that
 * the thread's context class loader sees.
 */
final class Rules {
    private Rules() {}

    static PlasticityRule rule(Plasticity plasticity, double stepMs, long seed) {
        return named(
                        "rule",
                        plasticity.rule(),
                        PlasticityRuleProvider.class,
                        PlasticityRuleProvider::name)
                .create(plasticity, stepMs, seed);
    }

    static Rewiring rewiring(Plasticity plasticity) {
        return named(
                        "rewiring",
                        plasticity.rewiring(),
                        RewiringProvider.class,
                        RewiringProvider::name)
                .create(plasticity);
    }

    private static <P> P named(String key, String name, Class<P> kind, Function<P, String> nameOf) {
        Map<String, P> known = new TreeMap<>();
        for (P provider : ServiceLoader.load(kind)) {
            known.put(nameOf.apply(provider), provider);
        }
        P found = known.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    key + " = " + name + ", but must be one of " + known.keySet());
        }
        return found;
    }
}
