package sporeloop.spore.plasticity;

import java.util.Arrays;

/**
 * Sums over a stretch of N steps that all synapses of a pair share. With weights constant, a
 * synapse's eligibility and gradient after the stretch are linear in them.
 *
 * <pre>
 *   A_ij = Σ_m d_e^(N−1−m) · y_i(m) · bap_j(m)                                                (1)
 *   B_ij = Σ_m κ(m) · y_i(m) · bap_j(m),   κ(N) = 0,  κ(m) = r(m)·d_g^(N−1−m) + d_e·κ(m+1)     (2)
 *   C_ij = Σ_m κ₁(m) · y_i(m) · bap_j(m),  κ₁ = κ with d_g = 1                                (3)
 * </pre>
 *
 * They are not summed as they stand. An event that lets the traces of neuron i jump by (f, d)
 * before step t adds y_i(m) = n·(f·d_f^(m−t+1) − d·d_r^(m−t+1)) for all m ≥ t. So with α one of
 * the three factors of y·bap,
 *
 * <pre>
 *   P_j(t) = n·Σ_(m ≥ t) α(m)·bap_j(m)·d_f^(m−t+1),   P_j(t) = d_f·(n·α(t)·bap_j(t) + P_j(t+1))  (4)
 *   Q_j(t) likewise with d_r;   A_ij = Σ_events f·P_j(t) − d·Q_j(t)                           (5)
 * </pre>
 *
 * which costs two multiplications an event and postsynaptic neuron instead of one a step, and of a
 * spike (f = d = 1) not even those, with P − Q at hand.
 *
 * <p>Part 0 of a row is A, part 1 B, part 2 C. After {@link #prepare}, rows may be made by several
 * threads at the same time.
 */
final class PairProducts {
    private final int posts;
    private final int parts;
    private final double decayFall;
    private final double decayRise;
    private final double norm;
    private final double decayEligibility;
    private final double decayGradient;

    /** P and Q, [part][step][post]. */
    private final double[][][] fall;

    private final double[][][] rise;

    /** P − Q: what a spike adds; 0 before the step after the last. */
    private final double[][][] both;

    private int steps;
    private double carriedToGradient;
    private double carriedToTheta;

    /**
     * @param posts postsynaptic neurons
     * @param direct whether C is wanted
     * @param longest most steps in a stretch
     */
    PairProducts(
            int posts,
            boolean direct,
            int longest,
            Plasticity plasticity,
            PresynapticTraces traces,
            double decayEligibility,
            double decayGradient) {
        this.posts = posts;
        parts = direct ? 3 : 2;
        decayFall = traces.decayFall();
        decayRise = traces.decayRise();
        norm = plasticity.pspTauFall() / (plasticity.pspTauFall() - plasticity.pspTauRise());
        this.decayEligibility = decayEligibility;
        this.decayGradient = decayGradient;
        fall = new double[parts][longest + 1][posts];
        rise = new double[parts][longest + 1][posts];
        both = new double[parts][longest + 1][posts];
    }

    /** Sums a pair has. */
    int parts() {
        return parts;
    }

    /**
     * Runs (4) back through a stretch.
     *
     * @param bap learning signals, [step][post]
     * @param reward the synapses' reward, [step]
     */
    void prepare(double[][] bap, double[] reward, int length) {
        steps = length;
        for (int part = 0; part < parts; part++) {
            Arrays.fill(fall[part][steps], 0);
            Arrays.fill(rise[part][steps], 0);
            Arrays.fill(both[part][steps], 0);
        }
        double forEligibility = 1;
        double forGradient = 0;
        double forTheta = 0;
        double gradientDecay = 1;
        for (int m = steps - 1; m >= 0; m--) {
            forGradient = reward[m] * gradientDecay + decayEligibility * forGradient; // (2)
            forTheta = reward[m] + decayEligibility * forTheta; // (3)
            back(bap[m], m, 0, norm * forEligibility);
            back(bap[m], m, 1, norm * forGradient);
            if (parts == 3) {
                back(bap[m], m, 2, norm * forTheta);
            }
            forEligibility *= decayEligibility;
            gradientDecay *= decayGradient;
        }
        carriedToGradient = forGradient * decayEligibility;
        carriedToTheta = forTheta * decayEligibility;
    }

    private void back(double[] bap, int m, int part, double alpha) {
        final double[] fallNow = fall[part][m];
        final double[] fallNext = fall[part][m + 1];
        final double[] riseNow = rise[part][m];
        final double[] riseNext = rise[part][m + 1];
        final double[] bothNow = both[part][m];
        for (int j = 0; j < posts; j++) {
            double push = alpha * bap[j];
            fallNow[j] = decayFall * (push + fallNext[j]); // (4)
            riseNow[j] = decayRise * (push + riseNext[j]);
            bothNow[j] = fallNow[j] - riseNow[j];
        }
    }

    /** κ(0)·d_e: how much of the eligibility at the beginning reaches the gradient. */
    double carriedToGradient() {
        return carriedToGradient;
    }

    /** κ₁(0)·d_e: how much of the eligibility at the beginning reaches θ by the direct term. */
    double carriedToTheta() {
        return carriedToTheta;
    }

    /** Writes a part of the row of the presynaptic neuron with these events, [at + post]. */
    void row(PresynapticTraces.Events events, int part, double[] row, int at) {
        if (events.none()) {
            Arrays.fill(row, at, at + posts, 0);
            return;
        }
        final double[] fall0 = fall[part][0];
        final double[] rise0 = rise[part][0];
        final double[] first = both[part][events.spikes > 0 ? events.spike[0] : steps];
        final double f = events.fall;
        final double r = events.rise;
        for (int j = 0; j < posts; j++) {
            row[at + j] = f * fall0[j] - r * rise0[j] + first[j]; // (5)
        }
        for (int n = 1; n < events.spikes; n++) {
            final double[] next = both[part][events.spike[n]];
            for (int j = 0; j < posts; j++) {
                row[at + j] += next[j];
            }
        }
        for (int n = 0; n < events.cutoffs; n++) {
            final double[] fallAt = fall[part][events.cutoff[n]];
            final double[] riseAt = rise[part][events.cutoff[n]];
            for (int j = 0; j < posts; j++) {
                row[at + j] += events.cutoffFall[n] * fallAt[j] + -events.cutoffRise[n] * riseAt[j];
            }
        }
    }
}
