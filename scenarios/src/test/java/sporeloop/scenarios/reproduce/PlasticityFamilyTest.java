package sporeloop.scenarios.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;

class PlasticityFamilyTest {
    private static Scenario reaching(String... settings) {
        List<Assignment> assignments = List.of(settings).stream().map(Assignment::set).toList();
        return ScenarioFile.load("reaching", assignments, Providers.ours()).scenario();
    }

    @Test
    void aQuarterOfTheConnectionsIsAQuarterOfTheSynapsesAndTakesLessToSave() {
        NetworkCost all = NetworkCost.of(reaching("plasticity.rewiring=reallocation"));
        NetworkCost quarter =
                NetworkCost.of(
                        reaching(
                                "plasticity.rewiring=reallocation",
                                "network.projections.input-to-motor.connectivity.kind=fixed-probability",
                                "network.projections.input-to-motor.connectivity.probability=0.25"));
        assertEquals(20_480, all.connections());
        assertEquals(5120, (double) quarter.connections(), 5 * Math.sqrt(20_480 * 0.25 * 0.75));
        assertEquals(1, quarter.active() / (double) quarter.connections(), 0.05);
        assertTrue(quarter.savedBytes() < 0.3 * all.savedBytes());
    }

    @Test
    void theSweepsOfTheStudyAreWhole() {
        long[] seeds = {1, 2};
        assertEquals(3 * 2, PlasticityFamily.rules("1 min", seeds).plan().trials());
        assertEquals(3 * 4 * 2, PlasticityFamily.densities("1 min", seeds).plan().trials());
    }

    @Test
    void aFrictionThatLeavesNoMomentumIsRefusedWithItsKey() {
        BadInput refused =
                assertThrows(
                        BadInput.class,
                        () -> reaching("plasticity.friction=0 /ms", "plasticity.rule=hamiltonian"));
        assertTrue(refused.getMessage().contains("plasticity.friction"), refused.getMessage());
    }
}
