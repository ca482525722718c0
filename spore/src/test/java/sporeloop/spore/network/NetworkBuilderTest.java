package sporeloop.spore.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import sporeloop.spore.connectivity.Connectivity;
import sporeloop.spore.neuron.Population;
import sporeloop.spore.neuron.Receptor;

/** What can't be built is refused with a sentence. */
class NetworkBuilderTest {
    private static NetworkBuilder builder() {
        return Network.builder(1, 1).source("input", 3).population("motor", Population.of(2));
    }

    private static void assertRefused(String sentence, Executable building) {
        String message =
                assertThrows(IllegalArgumentException.class, building, sentence).getMessage();
        assertTrue(message.contains(sentence), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void aProjectionFromOrToAPopulationThatIsMissingIsRefused() {
        assertRefused(
                "projection input-moter: to = moter, but must be one of [motor]",
                () -> builder().project("input", "moter", p -> p));
        assertRefused(
                "projection inptu-motor: from = inptu, but must be one of [input, motor]",
                () -> builder().project("inptu", "motor", p -> p));
        assertRefused(
                "to = input, but must be one of [motor]",
                () -> builder().project("motor", "input", p -> p));
        assertRefused(
                "readout = moter, but there is no population of that name; there are [motor]",
                () -> builder().readout("moter"));
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        assertRefused(
                "there is already a population or source input",
                () -> builder().source("input", 1));
    }

    @Test
    void aStepOrSizeThatIsNoneIsRefused() {
        assertRefused("step = NaN ms", () -> Network.builder(Double.NaN, 1));
        assertRefused("step = 0.0 ms, but must be in (0, 1000] ms", () -> Network.builder(0, 1));
        assertRefused("size = 0, but must be in [1, ∞)", () -> builder().source("x", 0));
    }

    @Test
    void numbersThatAreNoneAreRefusedInEachOption() {
        assertRefused(
                "initial-mean = NaN",
                () -> builder().project("input", "motor", p -> p.plastic().initial(Double.NaN, 1)));
        assertRefused(
                "initial-sd = -1.0, but must be in [0, ∞)",
                () -> builder().project("input", "motor", p -> p.plastic().initial(0, -1)));
        assertRefused(
                "weight = Infinity",
                () ->
                        builder()
                                .project(
                                        "input",
                                        "motor",
                                        p -> p.fixed(Double.POSITIVE_INFINITY, 0)));
        assertRefused(
                "delay = 0", () -> builder().project("input", "motor", p -> p.plastic().delay(0)));
        assertRefused("probability = 1.5", () -> new Connectivity.FixedProbability(1.5));
    }

    @Test
    void plasticSynapsesOnInhibitoryReceptorsNeedANegativeWeightScale() {
        assertRefused(
                "weight-scale = 1.0, but must be below 0",
                () ->
                        builder()
                                .project(
                                        "input",
                                        "motor",
                                        p -> p.plastic().receptor(Receptor.INHIBITORY))
                                .build());
    }
}
