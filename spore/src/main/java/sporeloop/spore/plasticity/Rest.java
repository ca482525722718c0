package sporeloop.spore.plasticity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.spore.numerics.Finite;

/**
 * The law of retracted synapses over many updates. While it meets neither 0 nor θ_min, a retracted
 * synapse is a Gaussian walk towards the prior's mean, so that n updates can be made in one draw.
 *
 * <pre>
 *   one update u:  θ − μ ← ρ_u·(θ − μ) + σ_u·N,   ρ = 1 − a·c_p,  σ² = 2·T·a,  a = β·Δ           (1)
 *   P_u = Π ρ,   V_u = Σ σ²/P²   over the updates of an epoch up to u                         (2)
 *   updates i + 1 … j at once:  θ − μ ← P_j/P_i·(θ − μ) + P_j·√(V_j − V_i)·N                    (3)
 * </pre>
 *
 * A synapse may rest for n updates if the chance of meeting a bound on the way is below 1e-12. Its
 * mean stays between θ and θ_n = μ + ρⁿ(θ − μ). What noise adds up to is P times a martingale whose
 * variance after n updates is at most n·σ²·ρ^(−2n), so that by Lévy's inequality it exceeds d
 * somewhere on the way with probability at most 2·Q(d/√(n·σ²)·ρⁿ), for either bound:
 *
 * <pre>
 *   rest n if  min( 0 − max(θ, θ_n),  min(θ, θ_n) − θ_min ) ≥ z·√n·σ·ρ^(−n),   4·Q(z) ≤ 1e-12     (4)
 * </pre>
 *
 * with z = 7.25 and the ρ, σ of now; so schedules must never rise. Rests end with an epoch.
 */
final class Rest {
    /** Updates of an epoch, a power of two. */
    static final int EPOCH = 4096;

    /** Fewest updates worth a rest, and which power of two they are. */
    private static final int LEAST = 4;

    private static final int SHORTEST = 2;

    private static final int LENGTHS = 12;
    private static final double Z = 7.25;

    private final double precision;
    private final double mean;
    private final double thetaMin;
    private final double interval;
    private final double[] product = new double[EPOCH + 1];
    private final double[] variance = new double[EPOCH + 1];
    private final double[] kept = new double[LENGTHS];
    private final double[] reach = new double[LENGTHS];
    private double rate = Double.NaN;
    private double temperature = Double.NaN;

    Rest(Plasticity plasticity, double stepMs) {
        precision = plasticity.priorPrecision();
        mean = plasticity.priorMean();
        thetaMin = plasticity.minParam();
        interval = plasticity.weightUpdateInterval() * stepMs;
        product[0] = 1;
    }

    /** Whether (1) and (4) hold under these parameters. */
    static boolean possible(Plasticity plasticity, double stepMs) {
        double pull =
                plasticity.learningRate()
                        * plasticity.weightUpdateInterval()
                        * stepMs
                        * plasticity.priorPrecision();
        return plasticity.skipRetracted()
                && plasticity.rule().equals("spore")
                && plasticity.rewiring().equals("spontaneous")
                && !plasticity.simulateRetracted()
                && !plasticity.deleteRetracted()
                && plasticity.learningRateSchedule().neverRises()
                && plasticity.temperatureSchedule().neverRises()
                && pull * EPOCH < 100
                && pull < 0.5;
    }

    /** Takes β and T of update number {@code update}, once, in order. */
    void schedule(long update, double learningRate, double temperatureNow) {
        double a = learningRate * interval;
        double rho = 1 - a * precision;
        double noise = 2 * temperatureNow * a;
        int i = (int) (update - 1 & EPOCH - 1) + 1;
        product[i] = product[i - 1] * rho; // (2)
        variance[i] = variance[i - 1] + noise / (product[i] * product[i]);
        if (a != rate || temperatureNow != temperature) {
            rate = a;
            temperature = temperatureNow;
            bound(rho, noise);
        }
    }

    private void bound(double rho, double noise) {
        double power = rho;
        for (int q = 0; q < LENGTHS; q++) {
            kept[q] = power;
            reach[q] = Z * Math.sqrt(noise * (1 << q)) / power;
            power *= power;
        }
    }

    /** For how many updates after {@code update} a synapse with this θ &lt; 0 may rest; 0: none. */
    int length(double theta, long update) {
        if (-theta < reach[SHORTEST] || theta - thetaMin < reach[SHORTEST]) {
            return 0; // the commonest case: those that stay awake are near a bound
        }
        int left = EPOCH - 1 - (int) (update & EPOCH - 1);
        for (int q = LENGTHS - 1; q >= SHORTEST; q--) {
            double after = mean + kept[q] * (theta - mean);
            double room = Math.min(-Math.max(theta, after), Math.min(theta, after) - thetaMin);
            if (room >= reach[q]) { // (4)
                int length = Math.min(1 << q, left);
                return length >= LEAST ? length : 0;
            }
        }
        return 0;
    }

    /** θ after the updates {@code since} + 1 … {@code until}, with this standard normal number. */
    double after(double theta, long since, long until, double normal) {
        int i = (int) (since & EPOCH - 1);
        int j = i + (int) (until - since);
        double spread = product[j] * Math.sqrt(Math.max(0, variance[j] - variance[i]));
        return mean + product[j] / product[i] * (theta - mean) + spread * normal; // (3)
    }

    void takeOver(Rest other) {
        System.arraycopy(other.product, 0, product, 0, product.length);
        System.arraycopy(other.variance, 0, variance, 0, variance.length);
        System.arraycopy(other.kept, 0, kept, 0, LENGTHS);
        System.arraycopy(other.reach, 0, reach, 0, LENGTHS);
        rate = other.rate;
        temperature = other.temperature;
    }

    void save(DataOutput out, long update) throws IOException {
        int last = (int) (update & EPOCH - 1);
        for (int i = 1; i <= last; i++) {
            out.writeDouble(product[i]);
            out.writeDouble(variance[i]);
        }
    }

    void restore(DataInput in, long update) throws IOException {
        int last = (int) (update & EPOCH - 1);
        for (int i = 1; i <= last; i++) {
            product[i] = Finite.read(in);
            variance[i] = Finite.read(in);
        }
        rate = Double.NaN;
    }
}
