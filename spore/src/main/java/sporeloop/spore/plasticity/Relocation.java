package sporeloop.spore.plasticity;

import com.google.auto.service.AutoService;
import java.util.random.RandomGenerator;

/**
 * Connections whose number is bounded: one whose θ has fallen below 0 is dormant, has no weight, and is
 * moved to a free place at the next occasion. Memory holds as many synapses as there are connections,
 * not as many as there could be.
 */
final class Relocation {
    private Relocation() {}

    /**
     * The policy {@code reallocation}: to any free place of the projection. The number of connections
     * stays the same. Sources: Yan et al. 2019, "Efficient reward-based structural plasticity on a
     * SpiNNaker 2 prototype"; Bellec et al. 2018, "Deep rewiring".
     */
    @AutoService(RewiringProvider.class)
    public static final class Anywhere implements RewiringProvider {
        @Override
        public String name() {
            return "reallocation";
        }

        @Override
        public String meaning() {
            return "a connection that retracts is born again at a free place, in equal numbers";
        }

        @Override
        public Rewiring create(Plasticity plasticity) {
            return new Moving(Connections::moveAnywhere);
        }
    }

    /**
     * The policy {@code fixed-fan-in}: to a free place of the same postsynaptic neuron, by pruning and
     * reassigning. The number of connections of each neuron stays the same. Source: Billaudelle et al.
     * 2019, "Structural plasticity on an accelerated analog neuromorphic hardware system".
     */
    @AutoService(RewiringProvider.class)
    public static final class WithinFanIn implements RewiringProvider {
        @Override
        public String name() {
            return "fixed-fan-in";
        }

        @Override
        public String meaning() {
            return "a connection that retracts gets another presynaptic neuron";
        }

        @Override
        public Rewiring create(Plasticity plasticity) {
            return new Moving(Connections::moveWithinFanIn);
        }
    }

    private interface Move {
        void move(Connections connections, int[] synapses, RandomGenerator random);
    }

    private record Moving(Move move) implements Rewiring {
        private static final Rewiring SPONTANEOUS = new Spontaneous(false);

        @Override
        public void rewire(Chunk chunk) {
            SPONTANEOUS.rewire(chunk);
        }

        @Override
        public boolean relocates() {
            return true;
        }

        @Override
        public void relocate(Connections connections, RandomGenerator random) {
            move.move(connections, connections.off(), random);
        }
    }
}
