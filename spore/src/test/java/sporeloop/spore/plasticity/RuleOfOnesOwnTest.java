package sporeloop.spore.plasticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.auto.service.AutoService;
import org.junit.jupiter.api.Test;
import sporeloop.spore.connectivity.Connectivity;
import sporeloop.spore.connectivity.PairDrawing;

/** A rule and a rewiring policy of a user's, each one class, found by their names. */
class RuleOfOnesOwnTest {
    /** θ grows by a fixed amount at each update, and w is θ. */
    @AutoService(PlasticityRuleProvider.class)
    public static final class Growing implements PlasticityRuleProvider {
        @Override
        public String name() {
            return "growing";
        }

        @Override
        public String meaning() {
            return "grows";
        }

        @Override
        public PlasticityRule create(Plasticity plasticity, double stepMs, long seed) {
            return (chunk, update, learningRate, temperature) -> {
                for (int n = 0; n < chunk.count; n++) {
                    chunk.theta[n] += learningRate;
                    chunk.weight[n] = chunk.theta[n];
                }
            };
        }
    }

    /** Connections with θ > 1 are cut. */
    @AutoService(RewiringProvider.class)
    public static final class Topping implements RewiringProvider {
        @Override
        public String name() {
            return "topping";
        }

        @Override
        public String meaning() {
            return "cuts the tallest";
        }

        @Override
        public Rewiring create(Plasticity plasticity) {
            return new Rewiring() {
                @Override
                public void rewire(Chunk chunk) {
                    for (int n = 0; n < chunk.count; n++) {
                        if (chunk.theta[n] > 1) {
                            chunk.weight[n] = 0;
                            chunk.off[chunk.offCount++] = n;
                        }
                    }
                }

                @Override
                public boolean beginsOff(double theta) {
                    return theta > 1;
                }

                @Override
                public boolean deletes() {
                    return true;
                }
            };
        }
    }

    private static PlasticSynapses synapses(String rule, String rewiring) {
        double[] theta = {0.25, 0.5, 0.75};
        Plasticity plasticity =
                new PlasticityBuilder()
                        .rule(rule)
                        .rewiring(rewiring)
                        .weightUpdateInterval(1)
                        .learningRate(0.125)
                        .build();
        return PlasticSynapses.of(
                new PairDrawing(3, 1, 1, true, 0).draw(new Connectivity.AllToAll()),
                theta,
                plasticity,
                1,
                0);
    }

    @Test
    void aRuleAndARewiringOfOnesOwnAreFoundByTheirNames() {
        PlasticSynapses synapses = synapses("growing", "topping");
        for (int n = 0; n < 4; n++) {
            synapses.remember(new double[1], 0);
            synapses.finishStep();
        }
        assertEquals(0.75, synapses.weight(0), 0);
        assertEquals(1, synapses.weight(1), 0);
        assertEquals(0, synapses.weight(2), 0, "cut at θ > 1");
        assertEquals(2, synapses.active());
        assertEquals(1, synapses.turnover().lost());
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThereAre() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> synapses("spor", "spontaneous"));
        assertTrue(refused.getMessage().startsWith("rule = spor, but must be one of ["));
        assertTrue(refused.getMessage().contains("spore"));
        assertThrows(IllegalArgumentException.class, () -> synapses("spore", "spontan"));
    }
}
