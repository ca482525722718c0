package sporeloop.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final ProgressLine HALF =
            new ProgressLine(1800, 3600, 0, 3.6, "targets_reached_per_min", 31.42);

    @Test
    void aWideTerminalShowsAll() {
        assertEquals(
                "━━━━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 30 min of 1 h · 500 × real time · 4 s left · targets"
                        + " reached per min 31.4",
                HALF.fitted(120));
    }

    @Test
    void aTerminalOf40ColumnsStillShowsWhatMatters() {
        assertEquals("━━━━━╌╌╌╌╌ 50 % · 500 × · 4 s left · 31.4", HALF.fitted(42));
        assertEquals("━━━━╌╌╌╌ 50 % · 500 × · 4 s left · 31.4", HALF.fitted(40));
    }

    @Test
    void aFileGetsAPlainLine() {
        assertEquals(
                "reaching: 30 min of 1 h simulated, 500 × real time, 4 s left,"
                        + " targets_reached_per_min 31.4",
                HALF.plain("reaching"));
    }

    @Test
    void theLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            aWideTerminalShowsAll();
            Locale.setDefault(Locale.GERMANY);
            aFileGetsAPlainLine();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property
    void theLineIsAlwaysShorterThanTheTerminal(
            @ForAll @IntRange(min = 40, max = 300) int width,
            @ForAll @DoubleRange(min = 0, max = 1e9) double simulated,
            @ForAll @DoubleRange(min = 1, max = 1e9) double total,
            @ForAll @DoubleRange(min = 0, max = 1e6) double wall) {
        ProgressLine line = new ProgressLine(simulated, total, 0, wall, "time_on_lane_s", 1e5);
        assertTrue(line.fitted(width).length() < width, line.fitted(width));
    }
}
