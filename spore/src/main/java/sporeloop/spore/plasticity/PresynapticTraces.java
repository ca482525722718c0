package sporeloop.spore.plasticity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import sporeloop.spore.numerics.Finite;

/**
 * The presynaptic traces of a projection over the stretch of steps that has not been consolidated
 * yet.
 *
 * <pre>
 *   a spike stamped m:  F ← F + 1,  D ← D + 1                                                (1)
 *   step m:  F ← F·d_f,  D ← D·d_r,  y(m) = τ_f/(τ_f − τ_r)·(F − D),  d = exp(−h/τ)          (2)
 *   then, if F &lt; cutoff:  F ← 0,  D ← 0                                                      (3)
 * </pre>
 *
 * Between events nothing need be computed: within a stretch y is the sum of the responses to a few
 * events, each a jump of F and D before a step. A spike is the event (+1, +1), the cutoff (3) is
 * the event (−F, −D) before the next step, and the state at the stretch's beginning is the event
 * (F, D) before its first. {@link PairProducts} works on these events.
 *
 * <p>Source: NEST module SPORE 2.14, {@code synaptic_sampling_rewardgradient_synapse}. Deviation:
 * the trace belongs to the presynaptic neuron and runs on while a synapse is retracted.
 *
 * <p>Disjoint ranges of neurons may be advanced at the same time, each with its own {@link Events}.
 */
final class PresynapticTraces {
    /** Events of one neuron in one stretch. */
    static final class Events {
        /** The event before step 0: F and D at the beginning. */
        double fall;

        double rise;

        /** Spikes: before which step. */
        int[] spike = new int[16];

        int spikes;

        /** Cutoffs: before which step, and by how much F and D jump. */
        int[] cutoff = new int[4];

        double[] cutoffFall = new double[4];
        double[] cutoffRise = new double[4];
        int cutoffs;

        /** Whether nothing happens at all. */
        boolean none() {
            return fall == 0 && spikes == 0;
        }

        private void addSpike(int before) {
            if (spikes == spike.length) {
                spike = Arrays.copyOf(spike, 2 * spikes);
            }
            spike[spikes++] = before;
        }

        private void addCutoff(int before, double jumpFall, double jumpRise) {
            if (cutoffs == cutoff.length) {
                cutoff = Arrays.copyOf(cutoff, 2 * cutoffs);
                cutoffFall = Arrays.copyOf(cutoffFall, 2 * cutoffs);
                cutoffRise = Arrays.copyOf(cutoffRise, 2 * cutoffs);
            }
            cutoff[cutoffs] = before;
            cutoffFall[cutoffs] = jumpFall;
            cutoffRise[cutoffs++] = jumpRise;
        }
    }

    private final int size;
    private final double cutoff;
    private final double[] powerFall;
    private final double[] powerRise;
    private final double[] facilitation;
    private final double[] depression;

    private int spikes;
    private int[] spikeStep = new int[64];
    private int[] spikeNeuron = new int[64];
    private final int[] first;
    private int[] sorted = new int[64];

    /**
     * @param size presynaptic neurons
     * @param longest most steps in a stretch
     */
    PresynapticTraces(int size, Plasticity plasticity, double stepMs, int longest) {
        this.size = size;
        cutoff = plasticity.pspCutoffAmplitude();
        powerFall = powers(StrictMath.exp(-stepMs / plasticity.pspTauFall()), longest);
        powerRise = powers(StrictMath.exp(-stepMs / plasticity.pspTauRise()), longest);
        facilitation = new double[size];
        depression = new double[size];
        first = new int[size + 1];
    }

    private static double[] powers(double base, int longest) {
        double[] powers = new double[longest + 1];
        powers[0] = 1;
        for (int n = 1; n <= longest; n++) {
            powers[n] = powers[n - 1] * base;
        }
        return powers;
    }

    /** d_f. */
    double decayFall() {
        return powerFall[1];
    }

    /** d_r. */
    double decayRise() {
        return powerRise[1];
    }

    /** A spike of {@code neuron} before step {@code step} of the stretch; steps never fall. */
    void spike(int step, int neuron) {
        if (spikes == spikeStep.length) {
            spikeStep = Arrays.copyOf(spikeStep, 2 * spikes);
            spikeNeuron = Arrays.copyOf(spikeNeuron, 2 * spikes);
            sorted = new int[2 * spikes];
        }
        spikeStep[spikes] = step;
        spikeNeuron[spikes++] = neuron;
    }

    /** Orders the stretch's spikes by neuron; to be called once before the neurons are advanced. */
    void sort() {
        Arrays.fill(first, 0);
        for (int n = 0; n < spikes; n++) {
            first[spikeNeuron[n] + 1]++;
        }
        for (int i = 0; i < size; i++) {
            first[i + 1] += first[i];
        }
        for (int n = 0; n < spikes; n++) {
            sorted[first[spikeNeuron[n]]++] = spikeStep[n];
        }
        for (int i = size; i > 0; i--) {
            first[i] = first[i - 1];
        }
        first[0] = 0;
    }

    /** Takes a neuron to the end of a stretch of {@code steps} and tells its events. */
    void advance(int neuron, int steps, Events events) {
        double fall = facilitation[neuron];
        double rise = depression[neuron];
        events.fall = fall;
        events.rise = rise;
        events.spikes = 0;
        events.cutoffs = 0;
        int now = 0;
        for (int n = first[neuron]; n <= first[neuron + 1]; n++) {
            int next = n < first[neuron + 1] ? sorted[n] : steps;
            int gap = next - now;
            if (fall != 0 && gap > 0) {
                if (fall * powerFall[gap] < cutoff) {
                    int alive = 1;
                    while (fall * powerFall[alive] >= cutoff) {
                        alive++;
                    }
                    if (now + alive < steps) { // (3)
                        events.addCutoff(
                                now + alive, -fall * powerFall[alive], -rise * powerRise[alive]);
                    }
                    fall = 0;
                    rise = 0;
                } else {
                    fall *= powerFall[gap];
                    rise *= powerRise[gap];
                }
            }
            now = next;
            if (n < first[neuron + 1]) { // (1)
                fall += 1;
                rise += 1;
                events.addSpike(now);
            }
        }
        facilitation[neuron] = fall;
        depression[neuron] = rise;
    }

    /** Forgets the stretch's spikes, once all neurons have been advanced. */
    void beginStretch() {
        spikes = 0;
    }

    /** F at the beginning of the stretch. */
    double facilitation(int neuron) {
        return facilitation[neuron];
    }

    /** D at the beginning of the stretch. */
    double depression(int neuron) {
        return depression[neuron];
    }

    void save(DataOutput out) throws IOException {
        for (int i = 0; i < size; i++) {
            out.writeDouble(facilitation[i]);
            out.writeDouble(depression[i]);
        }
        out.writeInt(spikes);
        for (int n = 0; n < spikes; n++) {
            out.writeInt(spikeStep[n]);
            out.writeInt(spikeNeuron[n]);
        }
    }

    void restore(DataInput in) throws IOException {
        for (int i = 0; i < size; i++) {
            facilitation[i] = Finite.read(in);
            depression[i] = Finite.read(in);
        }
        spikes = 0;
        int count = in.readInt();
        for (int n = 0; n < count; n++) {
            int step = in.readInt();
            int neuron = in.readInt();
            if (step < 0 || step >= powerFall.length || neuron < 0 || neuron >= size) {
                throw new IOException("a presynaptic spike out of range: neuron " + neuron);
            }
            spike(step, neuron);
        }
    }
}
