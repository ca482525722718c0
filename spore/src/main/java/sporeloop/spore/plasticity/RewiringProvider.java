package sporeloop.spore.plasticity;

/**
 * Makes a rewiring policy that a scenario names in {@code plasticity.rewiring}. Register an
 * implementation with {@code @AutoService(RewiringProvider.class)}; one file is enough.
 */
public interface RewiringProvider {
    /** The name in scenario files, in kebab-case. */
    String name();

    /** What it is, in one line for listings. */
    String meaning();

    /** A policy for one projection. */
    Rewiring create(Plasticity plasticity);
}
