package sporeloop.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GridTest {
    private static Grid grid(double step, double exchange) {
        return Grid.of(step, exchange, 100, OptionalDouble.empty());
    }

    @Test
    void thePhysicsStepIsTheLargestDivisorOfTheExchangeIntervalUpToTenMilliseconds() {
        assertEquals(1, grid(1, 1).physics());
        assertEquals(1, grid(1, 10).physics());
        assertEquals(2, grid(1, 11).physics());
        assertEquals(2, grid(1, 20).physics());
        assertEquals(10, grid(1, 100).physics());
        assertEquals(3, grid(0.1, 25).physics());
    }

    @Test
    void intervalsCountStepsEvenWhereTheStepIsNoBinaryFraction() {
        Grid grid = Grid.of(0.1, 20, 100, OptionalDouble.of(2.5));
        assertEquals(new Grid(0.1, 200, 1000, 8), grid);
        assertEquals(60.0, grid.seconds(grid.intervals("report-interval", 60_000)), 1e-12);
    }

    @Test
    void aDurationBetweenTwoStepsIsRefusedWithItsNeighbours() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> grid(1, 25.5));
        assertEquals(
                "exchange-interval = 25.5 ms is not a whole number of steps of 1 ms."
                        + " Nearest: 25 ms, 26 ms.",
                refusal.getMessage());
    }

    @Test
    void aDurationShorterThanAStepIsRefusedWithTheStep() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> grid(1, 0.25));
        assertEquals(
                "exchange-interval = 0.25 ms is not a whole number of steps of 1 ms."
                        + " Nearest: 1 ms.",
                refusal.getMessage());
    }

    @Test
    void aPhysicsStepThatDoesNotDivideTheIntervalIsRefusedWithThoseThatDo() {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Grid.of(1, 20, 100, OptionalDouble.of(8)));
        assertEquals(
                "physics-step = 8 ms does not divide the exchange interval of 20 ms."
                        + " Nearest: 6.666667 ms, 10 ms.",
                refusal.getMessage());
    }

    @Test
    void aReportBetweenTwoBoundariesIsRefused() {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> grid(1, 20).intervals("report-interval", 1010));
        assertEquals(
                "report-interval = 1010 ms is not a whole number of exchange intervals of 20 ms."
                        + " Nearest: 1000 ms, 1020 ms.",
                refusal.getMessage());
    }
}
