package sporeloop.results.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    @Test
    void theInterquartileMeanLeavesOutAQuarterOnEachSide() {
        assertEquals(
                4.5, Statistic.INTERQUARTILE_MEAN.of(new double[] {8, -99, 4, 2, 5, 3, 6, 1e9}));
        assertEquals(3, Statistic.INTERQUARTILE_MEAN.of(new double[] {1, 3, 5}), "too few to cut");
        assertEquals(3, Statistic.INTERQUARTILE_MEAN.of(new double[] {1e9, 4, 3, 2, -1e9}));
    }

    @Test
    void quantilesLieBetweenValuesInProportion() {
        double[] sample = {30, 10, 20, 40};
        assertEquals(25, Statistic.MEDIAN.of(sample));
        assertEquals(10, Statistic.quantile(0).of(sample));
        assertEquals(40, Statistic.quantile(1).of(sample));
        assertEquals(13, Statistic.quantile(0.1).of(sample), 1e-12);
        assertEquals(30, sample[0], "the sample is left as it was");
    }

    @Property(tries = 200)
    void anIntervalLiesWithinTheSampleAndHoldsUnderShiftAndScale(
            @ForAll @Size(min = 1, max = 12)
                    List<@DoubleRange(min = -100, max = 100) Double> values) {
        double[] sample = values.stream().mapToDouble(Double::doubleValue).toArray();
        Bootstrap bootstrap = new Bootstrap(200, 0.9, 3);
        Interval interval = bootstrap.of(Statistic.INTERQUARTILE_MEAN, sample);
        double lowest = Arrays.stream(sample).min().orElseThrow();
        double highest = Arrays.stream(sample).max().orElseThrow();
        assertTrue(lowest - 1e-9 <= interval.low() && interval.low() <= interval.high() + 1e-9);
        assertTrue(interval.high() <= highest + 1e-9);
        double[] moved = Arrays.stream(sample).map(x -> 2 * x + 7).toArray();
        Interval there = bootstrap.of(Statistic.INTERQUARTILE_MEAN, moved);
        assertEquals(2 * interval.low() + 7, there.low(), 1e-9);
        assertEquals(2 * interval.high() + 7, there.high(), 1e-9);
    }

    /** 400 samples of 30: the share covered has a standard error of 1.2 %; bounds 4 of them off 94 %. */
    @Test
    void theIntervalOfAMeanCoversTheTruthAboutAsOftenAsItSays() {
        Random random = new Random(1);
        int covered = 0;
        for (int n = 0; n < 400; n++) {
            double[] sample = random.doubles(30).toArray();
            Interval interval = new Bootstrap(500, 0.95, n).of(Statistic.MEAN, sample);
            covered += interval.low() <= 0.5 && 0.5 <= interval.high() ? 1 : 0;
        }
        assertTrue(covered > 0.89 * 400 && covered < 0.99 * 400, covered + " of 400");
    }

    @Test
    void groupsKeepTheirSizesInTheResamples() {
        double[][] groups = {{0, 0, 0}, {1}};
        Interval interval = Bootstrap.STANDARD.stratified(Statistic.MEAN, groups);
        assertEquals(new Interval(0.25, 0.25, 0.25), interval, "each group is constant");
    }

    /** Windows that hang together for ten: blocks know that the mean is less certain, by about √10. */
    @Test
    void blocksOfWindowsGiveAWiderIntervalWhereWindowsHangTogether() {
        Random random = new Random(2);
        double[] windows = new double[1000];
        for (int w = 0; w < windows.length; w++) {
            windows[w] = w % 10 == 0 ? random.nextGaussian() : windows[w - 1];
        }
        Interval single = Bootstrap.STANDARD.ofWindows(Statistic.MEAN, windows, 1);
        Interval blocks = Bootstrap.STANDARD.ofWindows(Statistic.MEAN, windows, 50);
        double ratio = (blocks.high() - blocks.low()) / (single.high() - single.low());
        assertEquals(Math.sqrt(10), ratio, 0.8);
    }

    @Test
    void anEmptyOrUnfinishedSampleIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> Bootstrap.STANDARD.of(Statistic.MEAN));
        assertThrows(
                IllegalArgumentException.class,
                () -> Bootstrap.STANDARD.of(Statistic.MEAN, 1, Double.NaN));
    }

    @Test
    void tablesAreQuotedForSpreadsheetAndPage() {
        Table table = new Table("condition", "value").add("a, \"b\" | c", 0.5).add("d", Double.NaN);
        assertEquals("condition,value\n\"a, \"\"b\"\" | c\",0.5\nd,\n", table.csv());
        assertEquals(
                "| condition | value |\n|---|---|\n| a, \"b\" \\| c | 0.5 |\n| d |  |\n",
                table.markdown());
    }
}
