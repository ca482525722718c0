package sporeloop.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RangesTest {
    record Example(
            @Parameter(value = "τ", unit = Unit.MS, range = "(0, ∞)") double tauRise,
            @Parameter(value = "share", range = "[0, 1]") double share) {
        Example {
            Ranges.check(Example.class, tauRise, share);
        }
    }

    @Test
    void aValueOutOfRangeIsRefusedWithParameterValueUnitAndRange() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new Example(-2, 0.5));
        assertEquals("tau-rise = -2.0 ms, but must be in (0, ∞) ms", refusal.getMessage());
    }

    @Test
    void notANumberIsInNoRange() {
        assertThrows(IllegalArgumentException.class, () -> new Example(1, Double.NaN));
    }

    @Test
    void roundBracketsLeaveTheBoundOutAndSquareOnesLetItIn() {
        assertFalse(Ranges.contains("(0, 1)", 0));
        assertFalse(Ranges.contains("(0, 1)", 1));
        assertTrue(Ranges.contains("[0, 1]", 0));
        assertTrue(Ranges.contains("[0, 1]", 1));
    }

    @Test
    void infinityIsOutsideAnOpenEnd() {
        assertFalse(Ranges.contains("[0, ∞)", Double.POSITIVE_INFINITY));
    }
}
