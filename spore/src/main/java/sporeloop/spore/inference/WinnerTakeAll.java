package sporeloop.spore.inference;

import java.util.Arrays;
import sporeloop.spore.numerics.Exponential;
import sporeloop.spore.random.NormalNoise;
import sporeloop.spore.random.NormalVariate;
import sporeloop.spore.random.Seeds;
import sporeloop.spore.random.Threefry;
import sporeloop.spore.random.Uniforms;

/**
 * A spiking winner-take-all network that learns the statistics of its input spikes by sampling its
 * own connections from their posterior.
 *
 * <pre>
 *   x_i = trace of the spikes of input i, see {@link Traces}                                  (1)
 *   w = exp(θ − θ₀) if θ &gt; 0,  else 0: no connection                                         (2)
 *   with probability p = 1 − exp(−ρ·h) one neuron fires in a step: neuron k with probability
 *   exp(u_k)/Σ_l exp(u_l),  u_k = Σ_i ( w_ki·x_i − α·(exp(w_ki) − 1) ) + β_k                 (3)
 *   if k fires:  β_l ← β_l + η·( 1/K − [l = k] ),  K the number of neurons                    (4)
 *   and for its connections:  g_ki ← g_ki + w_ki·( x_i − α·exp(w_ki) )                        (5)
 *   every Δ:  θ ← θ + b·Δ·(μ − θ)/σ² + b·n·h/p·g + √(2·T·b·Δ)·N(0,1),  then g ← 0               (6)
 * </pre>
 *
 * Neuron k stands for a hidden cause under which trace i is Poisson-like with mean α·exp(w_ki), so
 * that (3) is a draw from the causes' posterior given x. The excitabilities β see to it that causes
 * are equally frequent in the long run, so that no neuron takes all. (5) is the slope of ln p(x | k)
 * in θ: trace minus the neuron's own expectation of it. A step in which the
 * neuron fires, of which there is one in 1/p, counts for n/p, so that for small b the law of θ in the
 * long run is
 *
 * <pre>
 *   p(θ) ∝ exp( ( −(θ − μ)²/(2σ²) + n·s_k·⟨ln p(x | k)⟩ )/T ),  s_k the neuron's share of the
 *          spikes; the likelihood of a θ ≤ 0 is that of θ = 0, to which it is continuous       (7)
 * </pre>
 *
 * Source: Kappel, Habenschuss, Legenstein, Maass 2015, "Network plasticity as Bayesian inference".
 * Deviation: the network's rate is constant, but at most one neuron fires in a step; the term with α in (3) is computed from the weights; θ and w change every Δ.
 *
 * <p>A step is h = 1 ms. All is a function of parameters, seed and input, on any machine. Not thread-safe.
 */
public final class WinnerTakeAll {
    /** What {@link #step} gives where no neuron fires. */
    public static final int NONE = -1;

    private final int inputs;
    private final int neurons;
    private final Inference inference;
    private final double chance;
    private final Traces traces;
    private final double[] trace;

    /** θ, w and g of (2), (5): [neurons][inputs]. */
    private final double[] theta;

    private final double[] weight;
    private final double[] gradient;

    /** α·exp(w), and −Σ α·(exp(w) − 1) of each neuron. */
    private final double[] expected;

    private final double[] bias;

    /** β of (3): [neurons]. */
    private final double[] excitability;

    private final boolean[] lost;
    private int left;
    private final double[] share;
    private final double[] noise;
    private final NormalNoise noiseStream;
    private final Uniforms inputDraw;
    private final long outputKey;
    private boolean plastic = true;
    private long step;

    /** θ begins as a draw from the prior. */
    public WinnerTakeAll(int inputs, int neurons, Inference inference, long seed) {
        if (inputs < 1 || neurons < 1) {
            throw new IllegalArgumentException(
                    inputs + " inputs and " + neurons + " neurons, but must be at least one each");
        }
        this.inputs = inputs;
        this.neurons = neurons;
        this.inference = inference;
        chance = Exponential.complement(inference.rate() * 1e-3); // ρ·h
        traces = new Traces(inputs, inference.traceRise(), inference.traceFall());
        trace = new double[inputs];
        theta =
                NormalVariate.sequence(
                        Seeds.derive(seed, "theta", 0),
                        neurons * inputs,
                        inference.priorMean(),
                        inference.priorSd());
        weight = new double[neurons * inputs];
        gradient = new double[neurons * inputs];
        expected = new double[neurons * inputs];
        noise = new double[neurons * inputs];
        bias = new double[neurons];
        excitability = new double[neurons];
        lost = new boolean[neurons];
        left = neurons;
        share = new double[neurons];
        noiseStream = new NormalNoise(Seeds.derive(seed, "noise", 0));
        inputDraw = new Uniforms(Seeds.derive(seed, "input", 0), inputs);
        outputKey = Seeds.derive(seed, "output", 0);
        map();
    }

    /** Whether θ moves; it does at first. */
    public void plastic(boolean value) {
        plastic = value;
    }

    /** Takes neuron {@code k} out for good: it neither fires nor competes, nor counts in K. The last can't be lost. */
    public void lose(int k) {
        if (!lost[k] && left == 1) {
            throw new IllegalArgumentException("neuron " + k + " is the last, so it can't be lost");
        }
        left -= lost[k] ? 0 : 1;
        lost[k] = true;
    }

    /**
     * Shows Poisson spike trains for some steps of 1 ms.
     *
     * @param rates of the inputs [Hz], [inputs]
     * @return how often each neuron fired, [neurons]
     */
    public int[] present(double[] rates, int steps) {
        int[] fired = new int[neurons];
        double[] chances = new double[inputs];
        boolean[] spikes = new boolean[inputs];
        for (int i = 0; i < inputs; i++) {
            chances[i] = Exponential.complement(rates[i] * 1e-3);
        }
        for (int n = 0; n < steps; n++) {
            inputDraw.moveTo(step);
            for (int i = 0; i < inputs; i++) {
                spikes[i] = inputDraw.of(i) < chances[i];
            }
            int winner = step(spikes);
            if (winner != NONE) {
                fired[winner]++;
            }
        }
        return fired;
    }

    /** One step of 1 ms with these input spikes, [inputs]; gives the neuron that fires, or {@link #NONE}. */
    public int step(boolean[] spikes) {
        traces.step(spikes);
        long words = Threefry.at(outputKey + (step >>> 32), 0, (int) step);
        int winner = NONE;
        if (((words >>> 32) + 0.5) * 0x1p-32 < chance) {
            traces.read(trace);
            winner = compete((int) words);
            if (plastic) {
                compare(winner);
            }
        }
        step++;
        if (plastic && step % inference.interval() == 0) {
            update();
        }
        return winner;
    }

    /** The traces (1) now, [inputs]. */
    public double[] traces() {
        double[] now = new double[inputs];
        traces.read(now);
        return now;
    }

    /** θ of the connection from input {@code i} to neuron {@code k}. */
    public double theta(int k, int i) {
        return theta[k * inputs + i];
    }

    /** Its weight, 0 where there is no connection. */
    public double weight(int k, int i) {
        return weight[k * inputs + i];
    }

    /** Sets θ of the connection from input {@code i} to neuron {@code k}, and its weight by (2). */
    public void setTheta(int k, int i, double value) {
        theta[k * inputs + i] = value;
        map();
    }

    /** The number of connections of neurons that are not lost. */
    public int connections() {
        int count = 0;
        for (int k = 0; k < neurons; k++) {
            for (int i = 0; i < inputs && !lost[k]; i++) {
                count += weight[k * inputs + i] > 0 ? 1 : 0;
            }
        }
        return count;
    }

    /** Draws the neuron that fires, by (3). */
    private int compete(int word) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < neurons; k++) {
            double u = bias[k] + excitability[k];
            int at = k * inputs;
            for (int i = 0; i < inputs; i++) {
                u += weight[at + i] * trace[i];
            }
            share[k] = u;
            most = lost[k] ? most : Math.max(most, u);
        }
        double sum = 0;
        for (int k = 0; k < neurons; k++) {
            sum += lost[k] ? 0 : Exponential.of(share[k] - most);
            share[k] = sum;
        }
        double mark = ((word & 0xFFFFFFFFL) + 0.5) * 0x1p-32 * sum;
        int k = 0;
        while (share[k] <= mark) {
            k++;
        }
        return k;
    }

    private void compare(int k) {
        for (int l = 0; l < neurons; l++) {
            excitability[l] += inference.homeostasis() * (1.0 / left - (l == k ? 1 : 0)); // (4)
        }
        int at = k * inputs;
        for (int i = 0; i < inputs; i++) {
            gradient[at + i] += weight[at + i] * (trace[i] - expected[at + i]); // (5)
        }
    }

    private void update() {
        double pace = inference.learningRate() * inference.interval();
        double pull = pace / (inference.priorSd() * inference.priorSd());
        double gain = inference.learningRate() * inference.examples() / chance;
        double mean = inference.priorMean();
        long number = step / inference.interval();
        noiseStream.fill(noise, number, Math.sqrt(2 * inference.temperature() * pace));
        for (int n = 0; n < theta.length; n++) {
            theta[n] += pull * (mean - theta[n]) + gain * gradient[n] + noise[n]; // (6)
        }
        Arrays.fill(gradient, 0);
        map();
    }

    private void map() {
        for (int k = 0; k < neurons; k++) {
            double sum = 0;
            for (int n = k * inputs; n < (k + 1) * inputs; n++) {
                weight[n] = theta[n] > 0 ? Exponential.of(theta[n] - inference.offset()) : 0; // (2)
                expected[n] = inference.baseline() * Exponential.of(weight[n]);
                sum += expected[n] - inference.baseline();
            }
            bias[k] = -sum;
        }
    }
}
