package sporeloop.spore.plasticity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sporeloop.spore.connectivity.Pairs;
import sporeloop.spore.numerics.Exponential;

/**
 * The plastic synapses of a projection: takes presynaptic spikes, learning signals and reward step
 * by step, remembers them, and consolidates a whole stretch at once.
 *
 * <pre>
 *   each step m:  e ← e·d_e + w·y·bap(m),   g ← g·d_g + r(m)·e,   θ ← θ + β·c_e·r(m)·e         (1)
 * </pre>
 *
 * With w constant, (1) over N steps is, with A, B, C and κ of {@link PairProducts},
 *
 * <pre>
 *   θ ← θ + β·c_e·( κ₁(0)·d_e·e + w·C )                                                      (2)
 *   g ← d_g^N·g + κ(0)·d_e·e + w·B                                                           (3)
 *   e ← d_e^N·e + w·A                                                                        (4)
 * </pre>
 *
 * in this order, each with the old e. After each update interval the {@link PlasticityRule} and the
 * {@link Rewiring} follow. What is remembered is part of the state, so that it makes no difference
 * into which pieces a run is cut.
 *
 * <p>Source of (1): NEST module SPORE 2.14. Not thread-safe, but a {@link Crew} may share the work.
 */
public final class PlasticSynapses {
    /** Most steps that are remembered before they are consolidated. */
    private static final int LONGEST_STRETCH = 256;

    private static final int SHARD_SYNAPSES = 8192;

    private final Pairs pairs;
    private final Plasticity plasticity;
    private final Synapses synapses;
    private final PlasticityRule rule;
    private final Rewiring rewiring;
    private final RewardStage reward;
    private final double stepMs;
    private final double decayEligibility;
    private final double decayGradient;
    private final boolean direct;

    private final PresynapticTraces traces;
    private final PairProducts products;
    private final double[][] bap;
    private final double[] rewards;
    private int remembered;

    private final double[] pairWeight;
    private final Shard[] shards;
    private Scratch[] scratches = new Scratch[0];
    private Crew crew = Crew.ALONE;

    private final Crew.Work consolidation = (part, worker) -> pass(part, worker, false);
    private final Crew.Work wholeUpdate = (part, worker) -> pass(part, worker, true);

    private long step;
    private boolean learning = true;
    private double learningRate;
    private double temperature;

    /** What one worker writes on. */
    private static final class Scratch {
        final Chunk chunk = new Chunk();
        final PresynapticTraces.Events events = new PresynapticTraces.Events();
        final double[] row;
        final double[][] parts;

        Scratch(int width, int parts, int pairs) {
            row = new double[width];
            this.parts = new double[parts][pairs];
        }
    }

    /** The synapses of {@code pairs} with these initial parameters. */
    public PlasticSynapses(
            Pairs pairs,
            double[] initialTheta,
            Plasticity plasticity,
            double stepMs,
            PlasticityRule rule,
            Rewiring rewiring) {
        this.pairs = pairs;
        this.plasticity = plasticity;
        this.stepMs = stepMs;
        this.rule = rule;
        this.rewiring = rewiring;
        synapses = new Synapses(pairs);
        reward = new RewardStage(plasticity.reward(), stepMs);
        decayEligibility = Exponential.of(-stepMs / plasticity.episodeLength());
        decayGradient = Exponential.of(-stepMs / plasticity.integrationTime());
        direct = plasticity.directGradientRate() > 0;
        int longest = (int) Math.min(LONGEST_STRETCH, plasticity.weightUpdateInterval());
        traces = new PresynapticTraces(pairs.pres, plasticity, stepMs, longest);
        products =
                new PairProducts(
                        pairs.posts,
                        direct,
                        longest,
                        plasticity,
                        traces,
                        decayEligibility,
                        decayGradient);
        bap = new double[longest][pairs.posts];
        rewards = new double[longest];
        pairWeight = new double[pairs.count()];
        shards = cut(pairs);
        share(Crew.ALONE);
        schedule();
        setTheta(initialTheta);
    }

    /**
     * The synapses of {@code pairs}, with the rule and the rewiring that their parameters name.
     *
     * @param seed the projection's own
     * @throws IllegalArgumentException if there is no such rule or rewiring
     */
    public static PlasticSynapses of(
            Pairs pairs, double[] initialTheta, Plasticity plasticity, double stepMs, long seed) {
        return new PlasticSynapses(
                pairs,
                initialTheta,
                plasticity,
                stepMs,
                Rules.rule(plasticity, stepMs, seed),
                Rules.rewiring(plasticity));
    }

    private double initialWeight(double theta) {
        boolean off = theta < 0 && !(rewiring instanceof Rewiring.None);
        return off
                ? 0
                : plasticity.weightScale()
                        * Exponential.of(theta - plasticity.parameterMappingOffset());
    }

    private static Shard[] cut(Pairs pairs) {
        List<Shard> shards = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < pairs.pres; i++) {
            int synapses = pairs.first[pairs.row[i + 1]] - pairs.first[pairs.row[from]];
            if (synapses >= SHARD_SYNAPSES || i == pairs.pres - 1) {
                int to = i + 1;
                shards.add(
                        new Shard(
                                from,
                                to,
                                pairs.row[from],
                                pairs.row[to],
                                pairs.first[pairs.row[from]],
                                pairs.first[pairs.row[to]]));
                from = to;
            }
        }
        return shards.toArray(Shard[]::new);
    }

    /** Lets {@code workers} share the work from now on; the results are the same bits. */
    public void share(Crew workers) {
        crew = workers;
        int mostPairs = 0;
        for (Shard shard : shards) {
            mostPairs = Math.max(mostPairs, shard.lastPair() - shard.firstPair());
        }
        scratches = new Scratch[workers.workers()];
        for (int worker = 0; worker < scratches.length; worker++) {
            scratches[worker] = new Scratch(products.width(), direct ? 3 : 2, mostPairs);
        }
    }

    /** A spike of presynaptic neuron {@code pre}, stamped with the step that comes next. */
    public void spike(int pre) {
        traces.spike(remembered, pre);
    }

    /**
     * Takes the learning signals and the reward that came about in a step; {@link #finishStep} must
     * follow.
     *
     * @param signals bap of each postsynaptic neuron, [posts]; copied
     */
    public void remember(double[] signals, double rewardNow) {
        System.arraycopy(signals, 0, bap[remembered], 0, pairs.posts);
        rewards[remembered++] = reward.condition(rewardNow);
    }

    /**
     * Ends the step: if the update interval is over, updates parameters and weights.
     *
     * @return whether there was an update
     */
    public boolean finishStep() {
        step++;
        boolean update = step % plasticity.weightUpdateInterval() == 0;
        if (update) {
            run(wholeUpdate);
            schedule();
        } else if (remembered == bap.length) {
            settle();
        }
        return update;
    }

    /** Consolidates what is remembered, so that eligibility and gradient are those of now. */
    public void settle() {
        if (remembered > 0) {
            run(consolidation);
        }
    }

    private void run(Crew.Work work) {
        traces.sort();
        products.prepare(bap, rewards, remembered);
        crew.run(shards.length, work);
        traces.beginStretch();
        remembered = 0;
    }

    private void schedule() {
        double seconds = step * stepMs * 1e-3;
        learningRate =
                plasticity.learningRate()
                        * plasticity.learningRateSchedule().factor(seconds, reward.mean());
        temperature =
                plasticity.temperature()
                        * plasticity.temperatureSchedule().factor(seconds, reward.mean());
    }

    private void pass(int part, int worker, boolean update) {
        Shard shard = shards[part];
        Scratch scratch = scratches[worker];
        makeProducts(shard, scratch);
        if (!learning) {
            return;
        }
        if (update) {
            Arrays.fill(pairWeight, shard.firstPair(), shard.lastPair(), 0);
        }
        Chunk chunk = scratch.chunk;
        for (int from = shard.firstSynapse(); from < shard.lastSynapse(); from += Chunk.SIZE) {
            chunk.count = Math.min(Chunk.SIZE, shard.lastSynapse() - from);
            gather(chunk, from, shard, scratch);
            consolidate(chunk);
            if (update) {
                rule.update(
                        chunk, step / plasticity.weightUpdateInterval(), learningRate, temperature);
                rewiring.rewire(chunk);
            }
            scatter(chunk, from);
        }
    }

    private void makeProducts(Shard shard, Scratch scratch) {
        for (int i = shard.firstPre(); i < shard.lastPre(); i++) {
            traces.advance(i, remembered, scratch.events);
            products.row(scratch.events, scratch.row);
            for (int part = 0; part < scratch.parts.length; part++) {
                double[] to = scratch.parts[part];
                for (int p = pairs.row[i]; p < pairs.row[i + 1]; p++) {
                    to[p - shard.firstPair()] = scratch.row[part * pairs.posts + pairs.post[p]];
                }
            }
        }
    }

    private void gather(Chunk chunk, int from, Shard shard, Scratch scratch) {
        System.arraycopy(synapses.theta, from, chunk.theta, 0, chunk.count);
        System.arraycopy(synapses.weight, from, chunk.weight, 0, chunk.count);
        System.arraycopy(synapses.eligibility, from, chunk.eligibility, 0, chunk.count);
        System.arraycopy(synapses.gradient, from, chunk.gradient, 0, chunk.count);
        for (int n = 0; n < chunk.count; n++) {
            int p = synapses.pair[from + n] - shard.firstPair();
            chunk.index[n] = from + n;
            chunk.forEligibility[n] = scratch.parts[0][p];
            chunk.forGradient[n] = scratch.parts[1][p];
            if (direct) {
                chunk.forTheta[n] = scratch.parts[2][p];
            }
        }
    }

    private void consolidate(Chunk chunk) {
        final double[] weight = chunk.weight;
        final double[] eligibility = chunk.eligibility;
        final double[] gradient = chunk.gradient;
        final double[] a = chunk.forEligibility;
        final double[] b = chunk.forGradient;
        if (direct) {
            consolidateTheta(chunk);
        }
        final double keptGradient = power(decayGradient, remembered);
        final double keptEligibility = power(decayEligibility, remembered);
        final double carried = products.carriedToGradient();
        for (int n = 0; n < chunk.count; n++) {
            gradient[n] =
                    keptGradient * gradient[n] + carried * eligibility[n] + weight[n] * b[n]; // (3)
            eligibility[n] = keptEligibility * eligibility[n] + weight[n] * a[n]; // (4)
        }
    }

    private void consolidateTheta(Chunk chunk) {
        double rate = learningRate * plasticity.directGradientRate();
        double carried = products.carriedToTheta();
        for (int n = 0; n < chunk.count; n++) {
            chunk.theta[n] +=
                    rate
                            * (carried * chunk.eligibility[n]
                                    + chunk.weight[n] * chunk.forTheta[n]); // (2)
        }
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int n = 0; n < exponent; n++) {
            power *= base;
        }
        return power;
    }

    private void scatter(Chunk chunk, int from) {
        System.arraycopy(chunk.theta, 0, synapses.theta, from, chunk.count);
        System.arraycopy(chunk.weight, 0, synapses.weight, from, chunk.count);
        System.arraycopy(chunk.eligibility, 0, synapses.eligibility, from, chunk.count);
        System.arraycopy(chunk.gradient, 0, synapses.gradient, from, chunk.count);
        for (int n = 0; n < chunk.count; n++) {
            pairWeight[synapses.pair[from + n]] += chunk.weight[n];
        }
    }

    private void sumPairWeights() {
        Arrays.fill(pairWeight, 0);
        for (int k = 0; k < synapses.count(); k++) {
            pairWeight[synapses.pair[k]] += synapses.weight[k];
        }
    }

    /**
     * Switches learning on or off. Off: parameters and weights stay as they are, eligibility and
     * gradient are 0.
     */
    public void setLearning(boolean on) {
        learning = on;
        if (!on) {
            Arrays.fill(synapses.eligibility, 0);
            Arrays.fill(synapses.gradient, 0);
        }
    }

    /**
     * Sets all parameters, and the weights to those that they mean; traces stay as they are.
     *
     * @param theta θ, [synapses]; copied
     * @throws IllegalArgumentException if there are not as many, or one is not finite
     */
    public void setTheta(double[] theta) {
        if (theta.length != synapses.count()) {
            throw new IllegalArgumentException(
                    theta.length + " parameters for " + synapses.count() + " synapses");
        }
        for (int k = 0; k < theta.length; k++) {
            if (!(Math.abs(theta[k]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "θ of synapse " + k + " = " + theta[k] + ", but must be finite");
            }
            synapses.theta[k] = theta[k];
            synapses.weight[k] = initialWeight(theta[k]);
        }
        sumPairWeights();
    }

    /** Number of synapses that are not retracted. */
    public int active() {
        int active = 0;
        for (double weight : synapses.weight) {
            active += weight != 0 ? 1 : 0;
        }
        return active;
    }

    /** Sum of all θ. */
    public double sumTheta() {
        double sum = 0;
        for (double theta : synapses.theta) {
            sum += theta;
        }
        return sum;
    }

    /** θ of each synapse now, [synapses]; a copy. */
    public double[] theta() {
        return synapses.theta.clone();
    }

    /** Summed weight of each pair's synapses, [pairs]; the array itself: read only. */
    public double[] pairWeight() {
        return pairWeight;
    }

    /** The pairs. */
    public Pairs pairs() {
        return pairs;
    }

    /** State of the synapses. Eligibility and gradient are those of the last {@link #settle}. */
    public Synapses synapses() {
        return synapses;
    }

    /** The parameters. */
    public Plasticity plasticity() {
        return plasticity;
    }

    /** F of a presynaptic neuron, of the last {@link #settle}. */
    public double facilitation(int pre) {
        return traces.facilitation(pre);
    }

    /** D of a presynaptic neuron, of the last {@link #settle}. */
    public double depression(int pre) {
        return traces.depression(pre);
    }

    /** Writes the whole state. */
    public void save(DataOutput out) throws IOException {
        out.writeLong(step);
        out.writeBoolean(learning);
        out.writeDouble(learningRate);
        out.writeDouble(temperature);
        reward.save(out);
        traces.save(out);
        out.writeInt(remembered);
        for (int m = 0; m < remembered; m++) {
            out.writeDouble(rewards[m]);
            for (int j = 0; j < pairs.posts; j++) {
                out.writeDouble(bap[m][j]);
            }
        }
        for (int k = 0; k < synapses.count(); k++) {
            out.writeDouble(synapses.theta[k]);
            out.writeDouble(synapses.weight[k]);
            out.writeDouble(synapses.eligibility[k]);
            out.writeDouble(synapses.gradient[k]);
        }
    }

    /** Reads the state that {@link #save} wrote. */
    public void restore(DataInput in) throws IOException {
        step = in.readLong();
        learning = in.readBoolean();
        learningRate = in.readDouble();
        temperature = in.readDouble();
        reward.restore(in);
        traces.restore(in);
        remembered = in.readInt();
        if (remembered < 0 || remembered >= bap.length + 1) {
            throw new IOException("a stretch of " + remembered + " steps");
        }
        for (int m = 0; m < remembered; m++) {
            rewards[m] = in.readDouble();
            for (int j = 0; j < pairs.posts; j++) {
                bap[m][j] = in.readDouble();
            }
        }
        for (int k = 0; k < synapses.count(); k++) {
            synapses.theta[k] = in.readDouble();
            synapses.weight[k] = in.readDouble();
            synapses.eligibility[k] = in.readDouble();
            synapses.gradient[k] = in.readDouble();
        }
        sumPairWeights();
    }
}
