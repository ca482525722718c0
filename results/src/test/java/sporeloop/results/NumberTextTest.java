package sporeloop.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumberTextTest {
    @Property
    void everyFiniteNumberReadsBackAsItself(@ForAll double value) {
        assertEquals(value + 0.0, Double.parseDouble(NumberText.of(value)) + 0.0);
    }

    @Test
    void wholeNumbersHaveNoPointAndSmallOnesAnExponent() {
        assertEquals("60", NumberText.of(60));
        assertEquals("-0.25", NumberText.of(-0.25));
        assertEquals("0", NumberText.of(-0.0));
        assertEquals("1.5e-7", NumberText.of(1.5e-7));
        assertEquals("1e-5", NumberText.of(1e-5));
        assertEquals("0.002", NumberText.of(2e-3));
        assertEquals("2e23", NumberText.of(Double.parseDouble("2e23")));
        assertEquals("123456789012", NumberText.of(123456789012.0));
    }

    @Test
    void theLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"de-DE", "tr-TR", "ar-EG", "hi-IN-u-nu-deva"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals("1234567.5", NumberText.of(1234567.5), tag);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsNotFiniteIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> NumberText.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> NumberText.of(Double.NEGATIVE_INFINITY));
    }
}
