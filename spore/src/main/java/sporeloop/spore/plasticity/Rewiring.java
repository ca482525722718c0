package sporeloop.spore.plasticity;

/**
 * What becomes of connections after a weight update. Called once for a chunk of synapses; keeps no
 * state, so that chunks may come in any order and from several threads.
 */
public interface Rewiring {
    /**
     * Looks at the parameters that the rule has just moved and turns synapses off or on: an off
     * synapse has w = 0. Afterwards the chunk holds what is to be kept.
     */
    void rewire(Chunk chunk);

    /** Whether a synapse that is off after a rewiring is gone for good. */
    boolean deletes();

    /** Connections come and go with the sign of θ: SPORE's own way. */
    record Spontaneous(boolean simulateRetracted) implements Rewiring {
        @Override
        public void rewire(Chunk chunk) {
            for (int n = 0; n < chunk.count; n++) {
                if (chunk.theta[n] < 0) {
                    chunk.weight[n] = 0;
                    if (!simulateRetracted) {
                        chunk.eligibility[n] = 0;
                        chunk.gradient[n] = 0;
                    }
                }
            }
        }

        @Override
        public boolean deletes() {
            return false;
        }
    }

    /** A connection whose θ falls below 0 is removed and never comes back. */
    record Deletion() implements Rewiring {
        @Override
        public void rewire(Chunk chunk) {
            new Spontaneous(false).rewire(chunk);
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
        public boolean deletes() {
            return false;
        }
    }
}
