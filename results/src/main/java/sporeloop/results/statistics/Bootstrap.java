package sporeloop.results.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Confidence intervals by resampling: a statistic is computed anew on many samples drawn from the
 * sample itself with replacement, and the interval lies between the percentiles of these figures.
 * With fewer than about five runs such an interval is too narrow: it can't know what it has not seen.
 *
 * <p>Source: percentile bootstrap, stratified by task: Agarwal et al. 2021. Moving blocks: Künsch 1989.
 *
 * @param resamples how many samples are drawn
 * @param level of confidence, 0…1
 * @param seed of the drawing
 */
public record Bootstrap(int resamples, double level, long seed) {
    /** 95 % intervals of 5,000 resamples. */
    public static final Bootstrap STANDARD = new Bootstrap(5000, 0.95, 1);

    private interface Draw {
        void draw(SplittableRandom random, double[] into);
    }

    public Bootstrap {
        if (resamples < 1 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException(resamples + " resamples, level " + level);
        }
    }

    /** Of one sample of independent values, such as one per seed. */
    public Interval of(Statistic statistic, double... sample) {
        return stratified(statistic, new double[][] {sample});
    }

    /** Of several groups of independent values taken together, each keeping its size in the resamples. */
    public Interval stratified(Statistic statistic, double[][] groups) {
        double[] all = Arrays.stream(groups).flatMapToDouble(Arrays::stream).toArray();
        return interval(
                statistic,
                all,
                (random, into) -> {
                    int place = 0;
                    for (double[] group : groups) {
                        for (int k = 0; k < group.length; k++) {
                            into[place++] = group[random.nextInt(group.length)];
                        }
                    }
                });
    }

    /**
     * Of the windows of one run, which are not independent: whole stretches are drawn.
     *
     * @param windows in the order of time
     * @param block windows in a stretch: more than the time over which they hang together
     */
    public Interval ofWindows(Statistic statistic, double[] windows, int block) {
        if (block < 1 || block > windows.length) {
            throw new IllegalArgumentException("blocks of " + block + " of " + windows.length);
        }
        return interval(
                statistic,
                windows,
                (random, into) -> {
                    for (int place = 0; place < into.length; place += block) {
                        int from = random.nextInt(windows.length - block + 1);
                        System.arraycopy(
                                windows, from, into, place, Math.min(block, into.length - place));
                    }
                });
    }

    private Interval interval(Statistic statistic, double[] sample, Draw draw) {
        if (sample.length == 0 || !Arrays.stream(sample).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a sample must have values, all of them finite");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[sample.length];
        double[] figures = new double[resamples];
        for (int n = 0; n < resamples; n++) {
            draw.draw(random, drawn);
            figures[n] = statistic.of(drawn);
        }
        double tail = (1 - level) / 2;
        return new Interval(
                statistic.of(sample),
                Statistic.quantile(tail).of(figures),
                Statistic.quantile(1 - tail).of(figures));
    }
}
