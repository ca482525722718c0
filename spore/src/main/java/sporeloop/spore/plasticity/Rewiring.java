package sporeloop.spore.plasticity;

import com.google.auto.service.AutoService;
import java.util.random.RandomGenerator;
import sporeloop.spore.numerics.Bits;

/**
 * What becomes of connections after a weight update. Called once for a chunk of synapses; keeps no
 * state, so that chunks may come in any order and from several threads.
 */
public interface Rewiring {
    /**
     * Looks at the parameters that the rule has just moved and turns synapses off: an off synapse
     * has w = 0 and stands in {@link Chunk#off}, which is empty at first. Afterwards the chunk holds
     * what is to be kept.
     */
    void rewire(Chunk chunk);

    /** Whether a synapse with this parameter is off when a network begins. */
    default boolean beginsOff(double theta) {
        return theta < 0;
    }

    /** Whether a synapse that is off after a rewiring is gone for good. */
    default boolean deletes() {
        return false;
    }

    /** Whether {@link #relocate} moves synapses. */
    default boolean relocates() {
        return false;
    }

    /**
     * Moves synapses to other places, where they begin anew with θ = {@link Plasticity#birthParam}.
     * Called for all synapses of a projection after every {@link Plasticity#rewiringInterval}-th
     * update.
     *
     * @param random a function of seed and update alone
     */
    default void relocate(Connections connections, RandomGenerator random) {}

    /** The policy {@code spontaneous}; with deletion if retracted connections are to be deleted. */
    @AutoService(RewiringProvider.class)
    final class SpontaneousProvider implements RewiringProvider {
        @Override
        public String name() {
            return "spontaneous";
        }

        @Override
        public String meaning() {
            return "a connection retracts where θ < 0 and grows again where θ ≥ 0";
        }

        @Override
        public Rewiring create(Plasticity plasticity) {
            return plasticity.deleteRetracted()
                    ? new Deletion()
                    : new Spontaneous(plasticity.simulateRetracted());
        }
    }

    /** The policy {@code none}. */
    @AutoService(RewiringProvider.class)
    final class NoneProvider implements RewiringProvider {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public String meaning() {
            return "all connections stay, whatever their θ";
        }

        @Override
        public Rewiring create(Plasticity plasticity) {
            return new None();
        }
    }

    /** Connections come and go with the sign of θ: SPORE's own way. */
    record Spontaneous(boolean simulateRetracted) implements Rewiring {
        @Override
        public void rewire(Chunk chunk) {
            if (!chunk.nonNegative && Bits.union(chunk.theta, chunk.count) < 0) {
                retract(chunk);
            }
        }

        private void retract(Chunk chunk) {
            final double[] theta = chunk.theta;
            int off = 0;
            for (int n = 0; n < chunk.count; n++) {
                if (Double.doubleToRawLongBits(theta[n]) < 0 && theta[n] < 0) { // not −0
                    chunk.off[off++] = n;
                    chunk.weight[n] = 0;
                    if (!simulateRetracted) {
                        chunk.eligibility[n] = 0;
                        chunk.gradient[n] = 0;
                    }
                }
            }
            chunk.offCount = off;
        }
    }

    /** A connection whose θ falls below 0 is removed and never comes back. */
    record Deletion() implements Rewiring {
        private static final Rewiring SPONTANEOUS = new Spontaneous(false);

        @Override
        public void rewire(Chunk chunk) {
            SPONTANEOUS.rewire(chunk);
        }

        @Override
        public boolean deletes() {
            return true;
        }
    }

    /** All connections stay, whatever their θ. */
    record None() implements Rewiring {
        @Override
        public void rewire(Chunk chunk) {}

        @Override
        public boolean beginsOff(double theta) {
            return false;
        }
    }
}
