package sporeloop.spore.plasticity;

/**
 * Makes a plasticity rule that a scenario names in {@code plasticity.rule}. Register an
 * implementation with {@code @AutoService(PlasticityRuleProvider.class)}; one file is enough.
 */
public interface PlasticityRuleProvider {
    /** The name in scenario files, in kebab-case. */
    String name();

    /** What it is, in one line for listings. */
    String meaning();

    /**
     * A rule for one projection.
     *
     * @param stepMs length of a step [ms]
     * @param seed the projection's own
     */
    PlasticityRule create(Plasticity plasticity, double stepMs, long seed);
}
