package sporeloop.spore.plasticity;

/** The plasticity rules and rewiring policies there are, by the names scenario files use. */
final class Rules {
    private Rules() {}

    static PlasticityRule rule(Plasticity plasticity, double stepMs, long seed) {
        return switch (plasticity.rule()) {
            case "spore" -> new SynapticSampling(plasticity, stepMs, seed);
            default ->
                    throw new IllegalArgumentException(
                            "rule = " + plasticity.rule() + ", but must be one of [spore]");
        };
    }

    static Rewiring rewiring(Plasticity plasticity) {
        return switch (plasticity.rewiring()) {
            case "spontaneous" ->
                    plasticity.deleteRetracted()
                            ? new Rewiring.Deletion()
                            : new Rewiring.Spontaneous(plasticity.simulateRetracted());
            case "none" -> new Rewiring.None();
            default ->
                    throw new IllegalArgumentException(
                            "rewiring = "
                                    + plasticity.rewiring()
                                    + ", but must be one of [none, spontaneous]");
        };
    }
}
