package sporeloop.spore.plasticity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sporeloop.spore.connectivity.Pairs;
import sporeloop.spore.numerics.Exponential;
import sporeloop.spore.random.Seeds;

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
    private final @Nullable Rest rest;
    private final NoiseStream restNoise;

    /** The next synapse that wakes at the same update, and the last update before a rest. */
    private final int[] next;

    private final int[] since;
    private double keptEligibility;
    private double keptGradient;
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
            Rewiring rewiring,
            long seed) {
        this.pairs = pairs;
        this.plasticity = plasticity;
        this.stepMs = stepMs;
        this.rule = rule;
        this.rewiring = rewiring;
        synapses = new Synapses(pairs);
        reward = new RewardStage(plasticity.reward(), stepMs);
        decayEligibility = StrictMath.exp(-stepMs / plasticity.episodeLength());
        decayGradient = StrictMath.exp(-stepMs / plasticity.integrationTime());
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
        rest = Rest.possible(plasticity, stepMs) ? new Rest(plasticity, stepMs) : null;
        restNoise = new NoiseStream(seed);
        next = new int[rest == null ? 0 : synapses.count()];
        since = new int[next.length];
        shards = Shard.cut(pairs, rest != null);
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
                Rules.rewiring(plasticity),
                Seeds.derive(seed, "rest-noise", 0));
    }

    private double initialWeight(double theta) {
        boolean off = theta < 0 && !(rewiring instanceof Rewiring.None);
        return off
                ? 0
                : plasticity.weightScale()
                        * Exponential.of(theta - plasticity.parameterMappingOffset());
    }

    /** Lets {@code workers} share the work from now on; the results are the same bits. */
    public void share(Crew workers) {
        crew = workers;
        int mostPairs = 0;
        for (Shard shard : shards) {
            mostPairs = Math.max(mostPairs, shard.lastPair - shard.firstPair);
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
        keptEligibility = power(decayEligibility, remembered);
        keptGradient = power(decayGradient, remembered);
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
        if (rest != null) {
            rest.schedule(updates() + 1, learningRate, temperature);
        }
    }

    /** Number of updates so far, or of the one that is being made. */
    private long updates() {
        return step / plasticity.weightUpdateInterval();
    }

    private void pass(int part, int worker, boolean update) {
        Shard shard = shards[part];
        Scratch scratch = scratches[worker];
        makeProducts(shard, scratch);
        if (!learning) {
            return;
        }
        if (update) {
            Arrays.fill(pairWeight, shard.firstPair, shard.lastPair, 0);
            shard.setActive(0);
            wakeThoseDue(shard);
        }
        Chunk chunk = scratch.chunk;
        for (int k = shard.firstSynapse; k < shard.lastSynapse; ) {
            k = shard.fill(chunk, k);
            if (chunk.count > 0) {
                gather(chunk, shard, scratch);
                consolidate(chunk);
                if (update) {
                    rule.update(chunk, updates(), learningRate, temperature);
                    rewiring.rewire(chunk);
                }
                scatter(chunk);
                if (update) {
                    conclude(chunk, shard);
                }
            }
        }
    }

    private void wakeThoseDue(Shard shard) {
        long update = updates();
        for (int k = shard.takeSlot(update); k >= 0; ) {
            int following = next[k];
            synapses.theta[k] = thetaNow(k, update - 1);
            shard.wake(k);
            k = following;
        }
    }

    /** θ of a resting synapse after update {@code update}, by the law of its rest. */
    private double thetaNow(int k, long update) {
        Rest law = rest; // without rests, those who don't take part are deleted
        if (law == null) {
            return synapses.theta[k];
        }
        long began = update - ((int) update - since[k]);
        return law.after(synapses.theta[k], began, update, restNoise.at(k, began));
    }

    private void makeProducts(Shard shard, Scratch scratch) {
        for (int i = shard.firstPre; i < shard.lastPre; i++) {
            traces.advance(i, remembered, scratch.events);
            products.row(scratch.events, scratch.row);
            for (int part = 0; part < scratch.parts.length; part++) {
                double[] to = scratch.parts[part];
                for (int p = pairs.row[i]; p < pairs.row[i + 1]; p++) {
                    to[p - shard.firstPair] = scratch.row[part * pairs.posts + pairs.post[p]];
                }
            }
        }
    }

    private void gather(Chunk chunk, Shard shard, Scratch scratch) {
        if (chunk.block) {
            int from = chunk.index[0];
            System.arraycopy(synapses.theta, from, chunk.theta, 0, chunk.count);
            System.arraycopy(synapses.weight, from, chunk.weight, 0, chunk.count);
            System.arraycopy(synapses.eligibility, from, chunk.eligibility, 0, chunk.count);
            System.arraycopy(synapses.gradient, from, chunk.gradient, 0, chunk.count);
            System.arraycopy(synapses.pair, from, chunk.pair, 0, chunk.count);
        } else {
            final int[] index = chunk.index;
            for (int n = 0; n < chunk.count; n++) {
                int k = index[n];
                chunk.theta[n] = synapses.theta[k];
                chunk.weight[n] = synapses.weight[k];
                chunk.eligibility[n] = synapses.eligibility[k];
                chunk.gradient[n] = synapses.gradient[k];
                chunk.pair[n] = synapses.pair[k];
            }
        }
        final int first = shard.firstPair;
        final int[] pair = chunk.pair;
        final double[] a = scratch.parts[0];
        final double[] b = scratch.parts[1];
        for (int n = 0; n < chunk.count; n++) {
            int p = pair[n] - first;
            chunk.forEligibility[n] = a[p];
            chunk.forGradient[n] = b[p];
        }
        if (direct) {
            for (int n = 0; n < chunk.count; n++) {
                chunk.forTheta[n] = scratch.parts[2][pair[n] - first];
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
        final double keptGradient = this.keptGradient;
        final double keptEligibility = this.keptEligibility;
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

    private void scatter(Chunk chunk) {
        if (chunk.block) {
            int from = chunk.index[0];
            System.arraycopy(chunk.theta, 0, synapses.theta, from, chunk.count);
            System.arraycopy(chunk.weight, 0, synapses.weight, from, chunk.count);
            System.arraycopy(chunk.eligibility, 0, synapses.eligibility, from, chunk.count);
            System.arraycopy(chunk.gradient, 0, synapses.gradient, from, chunk.count);
        } else {
            final int[] index = chunk.index;
            for (int n = 0; n < chunk.count; n++) {
                int k = index[n];
                synapses.theta[k] = chunk.theta[n];
                synapses.weight[k] = chunk.weight[n];
                synapses.eligibility[k] = chunk.eligibility[n];
                synapses.gradient[k] = chunk.gradient[n];
            }
        }
    }

    /** Sums weights up by pair, and lets those synapses rest, or go, that are off. */
    private void conclude(Chunk chunk, Shard shard) {
        final double[] weight = chunk.weight;
        final int[] pair = chunk.pair;
        int off = 0;
        int current = pair[0];
        double sum = pairWeight[current];
        for (int n = 0; n < chunk.count; n++) {
            if (pair[n] != current) {
                pairWeight[current] = sum;
                current = pair[n];
                sum = pairWeight[current];
            }
            sum += weight[n];
            off += weight[n] == 0 ? 1 : 0;
        }
        pairWeight[current] = sum;
        shard.setActive(shard.active() + chunk.count - off);
        if (off > 0 && (rest != null || rewiring.deletes())) {
            putAside(chunk, shard);
        }
    }

    private void putAside(Chunk chunk, Shard shard) {
        Rest law = rest;
        long update = updates();
        for (int n = 0; n < chunk.count; n++) {
            if (chunk.weight[n] == 0) {
                int k = chunk.index[n];
                if (law == null) {
                    shard.remove(k);
                    continue;
                }
                int length = law.length(chunk.theta[n], update);
                if (length > 0) {
                    since[k] = (int) update;
                    shard.rest(k, update + length + 1, next);
                }
            }
        }
    }

    private void sumPairWeights() {
        Arrays.fill(pairWeight, 0);
        for (Shard shard : shards) {
            int active = 0;
            for (int k = shard.firstSynapse; k < shard.lastSynapse; k++) {
                pairWeight[synapses.pair[k]] += synapses.weight[k];
                active += synapses.weight[k] != 0 ? 1 : 0;
            }
            shard.setActive(active);
        }
    }

    /** Ends all rests, bringing θ up to now. */
    private void wakeAll() {
        if (rest == null) {
            return;
        }
        for (Shard shard : shards) {
            for (int slot = 0; slot < Rest.EPOCH; slot++) {
                for (int k = shard.takeSlot(slot); k >= 0; ) {
                    int following = next[k];
                    synapses.theta[k] = thetaNow(k, updates());
                    shard.wake(k);
                    k = following;
                }
            }
        }
    }

    /**
     * Switches learning on or off. Off: parameters and weights stay as they are, eligibility and
     * gradient are 0.
     */
    public void setLearning(boolean on) {
        learning = on;
        if (!on) {
            wakeAll();
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
        wakeAll();
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
        for (Shard shard : shards) {
            active += shard.active();
        }
        return active;
    }

    /** Sum of all θ of now. */
    public double sumTheta() {
        double sum = 0;
        for (double theta : theta()) {
            sum += theta;
        }
        return sum;
    }

    /** θ of synapse {@code k} now, as in {@link #theta()}. */
    public double theta(int k) {
        for (Shard shard : shards) {
            if (k >= shard.firstSynapse && k < shard.lastSynapse && shard.sleeps(k)) {
                return thetaNow(k, updates());
            }
        }
        return synapses.theta[k];
    }

    /**
     * θ of each synapse now, [synapses]; a copy. Of a synapse at rest, a draw from its law: the one
     * that it would wake with now.
     */
    public double[] theta() {
        double[] theta = synapses.theta.clone();
        if (rest != null) {
            for (Shard shard : shards) {
                for (int k = shard.firstSynapse; k < shard.lastSynapse; k++) {
                    if (shard.sleeps(k)) {
                        theta[k] = thetaNow(k, updates());
                    }
                }
            }
        }
        return theta;
    }

    /** Summed weight of each pair's synapses, [pairs]; the array itself: read only. */
    public double[] pairWeight() {
        return pairWeight;
    }

    /** The pairs. */
    public Pairs pairs() {
        return pairs;
    }

    /**
     * State of the synapses. Eligibility and gradient are those of the last {@link #settle}, θ of a
     * retracted synapse is that before its rest: see {@link #theta()}.
     */
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
        for (Shard shard : shards) {
            shard.save(out, next, since);
        }
        if (rest != null) {
            rest.save(out, updates());
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
        for (Shard shard : shards) {
            shard.restore(in, next, since);
        }
        if (rest != null) {
            rest.restore(in, updates());
            rest.schedule(updates() + 1, learningRate, temperature);
        }
        sumPairWeights();
    }
}
