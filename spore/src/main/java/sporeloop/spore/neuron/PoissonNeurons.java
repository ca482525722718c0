package sporeloop.spore.neuron;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import sporeloop.spore.numerics.Exponential;
import sporeloop.spore.numerics.Finite;

/**
 * Advances a population of stochastic neurons with double-exponential postsynaptic potentials.
 *
 * <pre>
 *   fall ← fall·exp(−h/τ_fall) + input,  rise ← rise·exp(−h/τ_rise) + input,  per receptor      (1)
 *   V ← n_exc·(fall − rise)_exc + n_inh·(fall − rise)_inh + c·(I_e + I),  n = τ_fall/(τ_fall − τ_rise) (2)
 *   ϑ ← max(ϑ_min, ϑ − 1e-3·h·target rate·speed)                                               (3)
 *   v = V − ϑ,  x = max(−20, 1e-3·h·(c₁·v + c₂·exp(c₃·v))),  p = 1 − exp(−x)                    (4)
 *   outside the dead time: n spikes ({@link SpikeDraw}),  bap = n − p;  inside:  bap = 0        (5)
 *   at a spike: ϑ ← min(ϑ_max, ϑ + speed); with reset V = fall = rise = 0; dead for its dead time (6)
 * </pre>
 *
 * in this order in each step. I is the input current set before the step before.
 *
 * <p>Source: NEST 2.14 + SPORE module, {@code poisson_dbl_exp_neuron}. Deviation: the bounds ϑ_min,
 * ϑ_max, which keep a threshold from running away, and the bound −20 in (4), which keeps the
 * learning signal of a strongly negative rate finite.
 *
 * <p>Arrays are [neurons]. Not thread-safe.
 */
public final class PoissonNeurons {
    private static final double LEAST_EXPECTED = -20;

    private final Population population;
    private final int size;
    private final double decayFallExc;
    private final double decayRiseExc;
    private final double decayFallInh;
    private final double decayRiseInh;
    private final double normExc;
    private final double normInh;
    private final double thresholdDecay;
    private final double stepSeconds;

    private final double[] fallExc;
    private final double[] riseExc;
    private final double[] fallInh;
    private final double[] riseInh;
    private final double[] membrane;
    private final double[] threshold;
    private final double[] current;
    private final double[] nextCurrent;
    private final long[] dead;

    private final double[] potential;
    private final double[] probability;
    private final double[] signal;
    private int[] fired;
    private int firedCount;

    /** {@code population.size()} neurons at rest, with steps of {@code stepMs} [ms]. */
    public PoissonNeurons(Population population, double stepMs) {
        this.population = population;
        size = population.size();
        decayFallExc = StrictMath.exp(-stepMs / population.tauFallExc());
        decayRiseExc = StrictMath.exp(-stepMs / population.tauRiseExc());
        decayFallInh = StrictMath.exp(-stepMs / population.tauFallInh());
        decayRiseInh = StrictMath.exp(-stepMs / population.tauRiseInh());
        normExc = population.tauFallExc() / (population.tauFallExc() - population.tauRiseExc());
        normInh = population.tauFallInh() / (population.tauFallInh() - population.tauRiseInh());
        stepSeconds = 1e-3 * stepMs;
        thresholdDecay = stepSeconds * population.targetRate() * population.targetAdaptationSpeed();
        fallExc = new double[size];
        riseExc = new double[size];
        fallInh = new double[size];
        riseInh = new double[size];
        membrane = new double[size];
        threshold = new double[size];
        current = new double[size];
        nextCurrent = new double[size];
        dead = new long[size];
        potential = new double[size];
        probability = new double[size];
        signal = new double[size];
        fired = new int[Math.max(16, size)];
    }

    /**
     * Advances by one step.
     *
     * @param exc input through excitatory receptors in this step, [neurons]
     * @param inh input through inhibitory receptors
     */
    public void advance(double[] exc, double[] inh, SpikeDraw draw, long step) {
        integrate(exc, inh);
        draw.begin(step);
        firedCount = 0;
        final double c1 = population.c1();
        final double c2 = population.c2();
        final double c3 = population.c3();
        final double floor = population.thresholdMin();
        for (int j = 0; j < size; j++) {
            double lowered = threshold[j] - thresholdDecay;
            threshold[j] = lowered > floor ? lowered : floor; // (3)
            double v = membrane[j] - threshold[j];
            potential[j] = v;
            if (dead[j] > 0) {
                dead[j]--;
                probability[j] = -1;
                signal[j] = 0;
                continue;
            }
            double rate = c1 * v + c2 * Exponential.of(c3 * v);
            double expected = rate * stepSeconds;
            expected = expected > LEAST_EXPECTED ? expected : LEAST_EXPECTED;
            double p = Exponential.complement(expected); // (4)
            int spikes = draw.spikes(j, p, expected);
            probability[j] = p;
            signal[j] = spikes - p; // (5)
            if (spikes > 0) {
                fire(j, spikes, draw);
            }
        }
    }

    private void integrate(double[] exc, double[] inh) {
        final double constant = population.iE();
        final double conductance = population.inputConductance();
        for (int j = 0; j < size; j++) {
            fallExc[j] = fallExc[j] * decayFallExc + exc[j];
            riseExc[j] = riseExc[j] * decayRiseExc + exc[j];
            fallInh[j] = fallInh[j] * decayFallInh + inh[j];
            riseInh[j] = riseInh[j] * decayRiseInh + inh[j]; // (1)
            membrane[j] =
                    normExc * (fallExc[j] - riseExc[j])
                            + normInh * (fallInh[j] - riseInh[j])
                            + conductance * (constant + current[j]); // (2)
            current[j] = nextCurrent[j];
        }
    }

    private void fire(int j, int spikes, SpikeDraw draw) {
        threshold[j] =
                Math.min(
                        population.thresholdMax(),
                        threshold[j] + population.targetAdaptationSpeed()); // (6)
        dead[j] = draw.deadTime(j);
        if (population.withReset()) {
            membrane[j] = 0;
            fallExc[j] = 0;
            riseExc[j] = 0;
            fallInh[j] = 0;
            riseInh[j] = 0;
        }
        if (firedCount + spikes > fired.length) {
            fired = Arrays.copyOf(fired, 2 * (firedCount + spikes));
        }
        for (int n = 0; n < spikes; n++) {
            fired[firedCount++] = j;
        }
    }

    /** Number of neurons. */
    public int size() {
        return size;
    }

    /** Sets the input current of a neuron from now on; the step after the next one feels it. */
    public void setCurrent(int neuron, double value) {
        nextCurrent[neuron] = value;
    }

    /** Number of spikes in the last step. */
    public int firedCount() {
        return firedCount;
    }

    /** Neuron of spike {@code n} of the last step, rising; a neuron may stand several times. */
    public int fired(int n) {
        return fired[n];
    }

    /** Learning signals bap of the last step, the array itself: read only. */
    public double[] signal() {
        return signal;
    }

    /** v of (4) in the last step, before a reset and before a spike's jump of the threshold. */
    public double potential(int neuron) {
        return potential[neuron];
    }

    /** V after the last step. */
    public double membrane(int neuron) {
        return membrane[neuron];
    }

    /** ϑ after the last step. */
    public double threshold(int neuron) {
        return threshold[neuron];
    }

    /** p of the last step; −1 inside the dead time. */
    public double probability(int neuron) {
        return probability[neuron];
    }

    /** Writes the whole state. */
    public void save(DataOutput out) throws IOException {
        for (int j = 0; j < size; j++) {
            out.writeDouble(fallExc[j]);
            out.writeDouble(riseExc[j]);
            out.writeDouble(fallInh[j]);
            out.writeDouble(riseInh[j]);
            out.writeDouble(membrane[j]);
            out.writeDouble(threshold[j]);
            out.writeDouble(current[j]);
            out.writeDouble(nextCurrent[j]);
            out.writeLong(dead[j]);
            out.writeDouble(potential[j]);
            out.writeDouble(probability[j]);
            out.writeDouble(signal[j]);
        }
        out.writeInt(firedCount);
        for (int n = 0; n < firedCount; n++) {
            out.writeInt(fired[n]);
        }
    }

    /** Reads the state that {@link #save} wrote. */
    public void restore(DataInput in) throws IOException {
        for (int j = 0; j < size; j++) {
            fallExc[j] = Finite.read(in);
            riseExc[j] = Finite.read(in);
            fallInh[j] = Finite.read(in);
            riseInh[j] = Finite.read(in);
            membrane[j] = Finite.read(in);
            threshold[j] = Finite.read(in);
            current[j] = Finite.read(in);
            nextCurrent[j] = Finite.read(in);
            dead[j] = in.readLong();
            potential[j] = Finite.read(in);
            probability[j] = Finite.read(in);
            signal[j] = Finite.read(in);
        }
        int count = in.readInt();
        if (count < 0 || count > 10_000L * size) {
            throw new IOException("a population of " + size + " neurons with " + count + " spikes");
        }
        if (count > fired.length) {
            fired = new int[count];
        }
        firedCount = count;
        for (int n = 0; n < count; n++) {
            fired[n] = in.readInt();
        }
    }
}
