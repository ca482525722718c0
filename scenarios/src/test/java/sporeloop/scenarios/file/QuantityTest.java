package sporeloop.scenarios.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sporeloop.parameters.Unit;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "90s, MS, 90000",
        "5min, MS, 300000",
        "5 min, MS, 300000",
        "1.5h, S, 5400",
        "1 d, S, 86400",
        "250 us, MS, 0.25",
        "1e3 ms, S, 1",
        ".5 s, MS, 500",
        "60 Hz, HZ, 60",
        "60 /s, HZ, 60",
        "0.06 kHz, HZ, 60",
        "5e-8, PER_MS, 5e-8",
        "5e-8 /ms, PER_MS, 5e-8",
        "5e-8 per ms, PER_MS, 5e-8",
        "5e-5/s, PER_MS, 5e-8",
        "0.25 m, M, 0.25",
        "25cm, M, 0.25",
        "50 cm/s, M_PER_S, 0.5",
        "1.8 km/h, M_PER_S, 0.5",
        "180 deg, RAD, 3.141592653589793",
        "90°, RAD, 1.5707963267948966",
        "20 mN·m, N_M, 0.02",
        "0.2, NONE, 0.2",
        "-3, NONE, -3",
    })
    void aQuantityIsHeldInTheUnitOfItsParameter(String text, Unit unit, double value) {
        assertEquals(value, Quantity.parse(text, unit).in(unit), Math.abs(value) * 1e-15, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 | MS | a duration needs its unit. Write 20 ms.",
                "20 | HZ | a rate needs its unit. Write 20 Hz.",
                "0.2 ms | NONE | it has no unit. Write 0.2.",
                "20 m | MS | m is not a unit of a duration. Write it in ms, us, µs, μs, s, min, h, d.",
                "soon | MS | must be a duration, like 1 ms.",
                "much | NONE | must be a number.",
                "NaN | NONE | must be a number.",
                "1e999 | NONE | must be at most 1e300.",
                "1e9999999 | NONE | must be at most 1e300.",
            })
    void aMistakeNamesTheRuleAndTheMend(String text, Unit unit, String sentence) {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> Quantity.parse(text, unit));
        assertEquals(sentence, e.getMessage());
    }

    @Test
    void aDurationThatIsNotAWholeNumberOfStepsNamesItsNeighbours() {
        Quantity odd = Quantity.parse("25.5 ms", Unit.STEPS);
        Exception e = assertThrows(IllegalArgumentException.class, () -> odd.steps(1));
        assertEquals(
                "must be a whole number of steps of 1 ms. Nearest: 25 ms, 26 ms.", e.getMessage());
        assertEquals(51, odd.steps(0.5));
        assertEquals(3, Quantity.parse("0.3 ms", Unit.STEPS).steps(0.1), "0.3 = 3 · 0.1 exactly");
    }

    @ParameterizedTest
    @CsvSource({
        "3600000, MS, 1 h",
        "5400000, MS, 90 min",
        "50000, MS, 50 s",
        "100, MS, 100 ms",
        "0.25, MS, 0.25 ms",
        "0, MS, 0 ms",
        "30, S, 30 s",
        "0.05, S, 0.05 s",
        "5e-8, PER_MS, 5e-8 /ms",
        "0.2, NONE, 0.2",
        "-40, NONE, -40",
    })
    void aQuantityIsPrintedInAUnitThatSuitsIt(double value, Unit unit, String text) {
        assertEquals(text, Quantity.text(value, unit));
    }

    @Property
    void whatIsPrintedParsesBackToTheSameBits(
            @ForAll @DoubleRange(min = -1e12, max = 1e12) double value, @ForAll Unit unit) {
        if (unit != Unit.STEPS) {
            String text = Quantity.text(value, unit);
            assertEquals(value + 0.0, Quantity.parse(text, unit).in(unit), 0, text);
        }
    }
}
