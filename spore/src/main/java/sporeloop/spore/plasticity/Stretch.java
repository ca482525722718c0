package sporeloop.spore.plasticity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.spore.numerics.Finite;

/**
 * The steps that have not been consolidated yet: their presynaptic spikes, learning signals and
 * rewards, and the sums that all synapses of a pair share once the stretch is over.
 *
 * <p>Not thread-safe; after {@link #prepare} several threads may advance disjoint neurons and ask for {@link #row}s.
 */
final class Stretch {
    /** Most steps that are remembered before they are consolidated. */
    private static final int LONGEST = 256;

    /** Most signals that are remembered, but for as many steps as are always worth while. */
    private static final int MOST_SIGNALS = 400_000;

    private static final int LEAST = 8;

    private final int posts;
    private final PresynapticTraces traces;
    private final PairProducts products;
    private final RewardStage reward;
    private final double decayEligibility;
    private final double decayGradient;
    private final double[][] bap;
    private final double[] rewards;
    private int length;
    private double keptEligibility = 1;
    private double keptGradient = 1;

    Stretch(int pres, int posts, Plasticity plasticity, double stepMs) {
        this.posts = posts;
        decayEligibility = StrictMath.exp(-stepMs / plasticity.episodeLength());
        decayGradient = StrictMath.exp(-stepMs / plasticity.integrationTime());
        reward = new RewardStage(plasticity, stepMs);
        long fitting = Math.max(LEAST, MOST_SIGNALS / posts);
        int longest = (int) Math.min(Math.min(LONGEST, fitting), plasticity.weightUpdateInterval());
        traces = new PresynapticTraces(pres, plasticity, stepMs, longest);
        products =
                new PairProducts(
                        posts,
                        plasticity.directGradientRate() > 0,
                        longest,
                        plasticity,
                        traces,
                        decayEligibility,
                        decayGradient);
        bap = new double[longest][posts];
        rewards = new double[longest];
    }

    /** A spike of presynaptic neuron {@code pre} before the step that comes next. */
    void spike(int pre) {
        traces.spike(length, pre);
    }

    /** Takes a step's learning signals and its reward, which is conditioned here. */
    void remember(double[] signals, double rewardNow) {
        System.arraycopy(signals, 0, bap[length], 0, posts);
        rewards[length++] = reward.condition(rewardNow);
    }

    boolean isEmpty() {
        return length == 0;
    }

    boolean isFull() {
        return length == bap.length;
    }

    /** Ends the stretch: makes ready for {@link #row}. */
    void prepare() {
        traces.sort();
        products.prepare(bap, rewards, length);
        keptEligibility = power(decayEligibility, length);
        keptGradient = power(decayGradient, length);
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int n = 0; n < exponent; n++) {
            power *= base;
        }
        return power;
    }

    /** Takes a presynaptic neuron's traces to the end of the stretch and tells its events; once. */
    void advance(int pre, PresynapticTraces.Events events) {
        traces.advance(pre, length, events);
    }

    /** Writes A (part 0), B (1) or C (2) of a neuron with these events, [at + post]. */
    void row(PresynapticTraces.Events events, int part, double[] row, int at) {
        products.row(events, part, row, at);
    }

    /** Begins the next stretch, once all rows have been made. */
    void clear() {
        traces.beginStretch();
        length = 0;
    }

    /** Sums a pair has: A, B and, with a direct term, C. */
    int parts() {
        return products.parts();
    }

    /** d_e^N. */
    double keptEligibility() {
        return keptEligibility;
    }

    /** d_g^N. */
    double keptGradient() {
        return keptGradient;
    }

    /** κ(0)·d_e. */
    double carriedToGradient() {
        return products.carriedToGradient();
    }

    /** κ₁(0)·d_e. */
    double carriedToTheta() {
        return products.carriedToTheta();
    }

    /** The stage that conditions the reward, with its running means. */
    RewardStage reward() {
        return reward;
    }

    double facilitation(int pre) {
        return traces.facilitation(pre);
    }

    double depression(int pre) {
        return traces.depression(pre);
    }

    void save(DataOutput out) throws IOException {
        reward.save(out);
        traces.save(out);
        out.writeInt(length);
        for (int m = 0; m < length; m++) {
            out.writeDouble(rewards[m]);
            for (int j = 0; j < posts; j++) {
                out.writeDouble(bap[m][j]);
            }
        }
    }

    void restore(DataInput in) throws IOException {
        reward.restore(in);
        traces.restore(in);
        length = in.readInt();
        if (length < 0 || length > bap.length) {
            throw new IOException("a stretch of " + length + " steps");
        }
        for (int m = 0; m < length; m++) {
            rewards[m] = Finite.read(in);
            for (int j = 0; j < posts; j++) {
                bap[m][j] = Finite.read(in);
            }
        }
    }
}
