package sporeloop.spore.neuron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no recording of the original pins down, on one neuron with steps of 1 ms. */
class PoissonNeuronsTest {
    private static final double[] NOTHING = {0};

    /** Draws what it is told. */
    private record Drawn(int spikes, long dead) implements SpikeDraw {
        @Override
        public void begin(long step) {}

        @Override
        public int spikes(int neuron, double probability, double expected) {
            return spikes;
        }

        @Override
        public long deadTime(int neuron) {
            return dead;
        }
    }

    private static Population neuron(double conductance, double iE, double speed) {
        return new Population(
                1, 0, false, 1, false, 0, 2, 0.5, iE, 2, 20, 1, 10, conductance, 10, speed, -9, 9);
    }

    @Test
    void theConductanceIsAFactorOfConstantInputAndCurrentButNotOfSpikes() {
        PoissonNeurons one = new PoissonNeurons(neuron(0.4, 2, 0), 1);
        one.setCurrent(0, 3);
        one.advance(NOTHING, NOTHING, new Drawn(0, 0), 0);
        assertEquals(0.4 * 2, one.membrane(0), 1e-15, "the step after does not feel the current");
        one.advance(NOTHING, NOTHING, new Drawn(0, 0), 1);
        assertEquals(0.4 * (2 + 3), one.membrane(0), 1e-15, "the one after that does");
        one.advance(new double[] {1}, NOTHING, new Drawn(0, 0), 2);
        one.advance(NOTHING, NOTHING, new Drawn(0, 0), 3);
        double psp = 20 / 18.0 * (Math.exp(-1 / 20.0) - Math.exp(-1 / 2.0));
        assertEquals(0.4 * 5 + psp, one.membrane(0), 1e-14, "one step after a spike");
    }

    @Test
    void severalSpikesInAStepRaiseTheThresholdOnceAndCountInTheSignal() {
        PoissonNeurons one = new PoissonNeurons(neuron(1, 1, 0.25), 1);
        one.advance(NOTHING, NOTHING, new Drawn(3, 0), 0);
        double lowered = -1e-3 * 10 * 0.25;
        assertEquals(lowered + 0.25, one.threshold(0), 1e-15);
        double p = 1 - Math.exp(-1e-3 * 2 * Math.exp(0.5 * (1 - lowered)));
        assertEquals(3 - p, one.signal()[0], 1e-15);
        assertEquals(3, one.firedCount());
    }

    @Test
    void theReceptorChoosesTheKernelAndTheWeightKeepsItsSign() {
        PoissonNeurons one = new PoissonNeurons(neuron(1, 0, 0), 1);
        one.advance(NOTHING, new double[] {0.5}, new Drawn(0, 0), 0);
        one.advance(NOTHING, NOTHING, new Drawn(0, 0), 1);
        double psp = 10 / 9.0 * (Math.exp(-1 / 10.0) - Math.exp(-1.0));
        assertEquals(0.5 * psp, one.membrane(0), 1e-15, "a positive weight excites there too");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20  | 20  | tau-rise-exc = 20.0 ms, but must be in (0, 20.0) ms, below tau-fall-exc",
                "-1  | 20  | tau-rise-exc = -1.0 ms, but must be in (0, ∞) ms",
                "NaN | 20  | tau-rise-exc = NaN ms, but must be in (0, ∞) ms",
                "2   | Infinity | tau-fall-exc = Infinity ms, but must be in (0, ∞) ms",
            })
    void impossibleTimeConstantsAreRefusedWithNameValueAndRange(
            double rise, double fall, String sentence) {
        assertEquals(
                sentence,
                assertThrows(
                                IllegalArgumentException.class,
                                () ->
                                        new Population(
                                                1, 1, false, 1, true, 0, 1, 1, 0, rise, fall, 1, 10,
                                                1, 10, 0, -9, 9))
                        .getMessage());
    }
}
