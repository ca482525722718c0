package sporeloop.viewer.story;

import org.jspecify.annotations.Nullable;

/**
 * The synapses as of one moment, from the θ of each: how they are spread, how many are connected, and
 * what each motor neuron is fed from.
 *
 * <pre>
 *   field of motor neuron j at source neuron i = Σ over the pair's synapses with θ ≥ 0 of exp(θ)      (1)
 * </pre>
 *
 * in units of w0·exp(−θ0), which are the same for all.
 */
public final class Synapses {
    /** Prefix of the streams of θ, one a projection. */
    public static final String THETA = "theta.";

    /** Prefix of the streams of which neurons a synapse connects, where its number does not tell. */
    private static final String CONNECTION = "connection.";

    /** Stream of the connections born and lost since the beginning. */
    private static final String TURNOVER = "turnover";

    /** Bins of the histogram. */
    public static final int BINS = 60;

    private final long[] histogram = new long[BINS];
    private long step = Long.MIN_VALUE;
    private double low;
    private double high = 1;
    private long active;
    private long total;
    private double bornPerMinute = Double.NaN;
    private double lostPerMinute = Double.NaN;

    /** Looks at the last samples before a step; cheap if they are those of the last look. */
    public void look(Story story, long at) {
        long newest = Long.MIN_VALUE;
        for (String name : story.names()) {
            if (name.startsWith(THETA)) {
                Log log = story.log(name);
                int after = log.after(at);
                newest = after > log.first() ? Math.max(newest, log.step(after - 1)) : newest;
            }
        }
        if (newest == step) {
            return;
        }
        step = newest;
        count(story, at);
    }

    private void count(Story story, long at) {
        active = 0;
        total = 0;
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        for (String name : story.names()) {
            Log log = story.log(name);
            int after = log.after(at);
            if (!name.startsWith(THETA) || after == log.first()) {
                continue;
            }
            for (int k = 0; k < log.width(); k++) {
                double theta = log.value(after - 1, k);
                if (Double.isNaN(theta)) {
                    continue; // a lesion took it, or a deletion
                }
                low = Math.min(low, theta);
                high = Math.max(high, theta);
                active += theta >= 0 ? 1 : 0;
            }
            total += log.width();
        }
        low = total == 0 ? -1 : Math.min(-0.5, Math.floor(2 * low) / 2);
        high = total == 0 ? 1 : Math.max(0.5, Math.ceil(2 * high) / 2);
        spread(story, at);
        turnover(story, at);
    }

    private void turnover(Story story, long at) {
        bornPerMinute = Double.NaN;
        lostPerMinute = Double.NaN;
        if (!story.has(TURNOVER)) {
            return;
        }
        Log log = story.log(TURNOVER);
        int now = log.after(at) - 1;
        if (now > log.first()) {
            double minutes = story.seconds(log.step(now) - log.step(now - 1)) / 60;
            bornPerMinute = (log.value(now, 0) - log.value(now - 1, 0)) / minutes;
            lostPerMinute = (log.value(now, 1) - log.value(now - 1, 1)) / minutes;
        }
    }

    private void spread(Story story, long at) {
        java.util.Arrays.fill(histogram, 0);
        for (String name : story.names()) {
            Log log = story.log(name);
            int after = log.after(at);
            if (name.startsWith(THETA) && after > log.first()) {
                for (int k = 0; k < log.width(); k++) {
                    double theta = log.value(after - 1, k);
                    if (!Double.isNaN(theta)) {
                        int bin = (int) (BINS * (theta - low) / (high - low));
                        histogram[Math.max(0, Math.min(BINS - 1, bin))]++;
                    }
                }
            }
        }
    }

    /** Whether any θ is known. */
    public boolean known() {
        return total > 0;
    }

    /** Synapses of each bin between {@link #low} and {@link #high}. */
    public long[] histogram() {
        return histogram;
    }

    /** Left border of the first bin. */
    public double low() {
        return low;
    }

    /** Right border of the last bin. */
    public double high() {
        return high;
    }

    /** Synapses that are connected: θ ≥ 0. */
    public long active() {
        return active;
    }

    /** All plastic synapses. */
    public long total() {
        return total;
    }

    /** Connections made between the last two samples, per minute of simulated time; NaN if unknown. */
    public double bornPerMinute() {
        return bornPerMinute;
    }

    /** Connections lost between the last two samples, per minute of simulated time; NaN if unknown. */
    public double lostPerMinute() {
        return lostPerMinute;
    }

    /** The fields (1) of a projection, {@code [posts][pres]}; null if nothing is known of it. */
    public static double @Nullable [][] fields(Story story, About.Projection projection, long at) {
        Log log = story.log(THETA + projection.name());
        int record = log.after(at) - 1;
        int pairs = projection.pres() * projection.posts();
        if (record < log.first() || projection.perPair() < 1) {
            return null;
        }
        String named = CONNECTION + projection.name();
        Log connections = story.has(named) ? story.log(named) : null;
        int connection = connections == null ? -1 : connections.after(at) - 1;
        boolean known =
                connections == null
                        ? log.width() == pairs * projection.perPair()
                                && !Double.isNaN(log.value(record, log.width() - 1))
                        : connection >= connections.first() && connections.width() == log.width();
        if (!known) {
            return null;
        }
        double[][] fields = new double[projection.posts()][projection.pres()];
        for (int k = 0; k < log.width(); k++) {
            double theta = log.value(record, k);
            int pair =
                    connections == null
                            ? k / projection.perPair()
                            : (int) connections.value(connection, k);
            if (theta >= 0 && pair >= 0 && pair < pairs) {
                int post = pair % projection.posts();
                fields[post][pair / projection.posts()] += Math.exp(theta); // (1)
            }
        }
        return fields;
    }
}
