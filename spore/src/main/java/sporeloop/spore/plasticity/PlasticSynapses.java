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
 * With w constant, (1) over a stretch is linear in w, e and g: see {@link Pass}. After each update
 * interval the {@link PlasticityRule} and the {@link Rewiring} follow. What is remembered is part of
 * the state, so that it makes no difference into which pieces a run is cut.
 *
 * <p>Synapses are numbered as in {@link Pairs}. Source of (1): NEST module SPORE 2.14. Not
 * thread-safe, but a {@link Crew} may share the work.
 */
public final class PlasticSynapses {
    private final Pairs pairs;
    private final Plasticity plasticity;
    private final Layout layout;
    private final Synapses synapses;
    private final PlasticityRule rule;
    private final Rewiring rewiring;
    private final double stepMs;
    private final Stretch stretch;
    private final double[] pairWeight;
    private final Shard[] shards;
    private final @Nullable Rests rests;

    /** The update at which a connection came to life, by position; −1: it is off. */
    private final int[] born;

    private Pass[] passes = new Pass[0];
    private Crew crew = Crew.ALONE;
    private final Crew.Work traces = this::traces;
    private final Crew.Work consolidation = this::consolidate;
    private final Crew.Work update = this::update;

    /** Whether all packed synapses have written their values home. */
    private boolean home;

    private long step;
    private boolean learning = true;
    private double learningRate;
    private double temperature;

    /** The synapses of {@code pairs} with these initial parameters; {@code seed} is for rests. */
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
        layout = new Layout(pairs);
        synapses = new Synapses(layout.blocks());
        born = new int[layout.blocks() * Layout.BLOCK];
        stretch = new Stretch(pairs.pres, pairs.posts, plasticity, stepMs);
        pairWeight = new double[pairs.count()];
        shards = new Shard[layout.shards()];
        for (int s = 0; s < shards.length; s++) {
            shards[s] = new Shard(layout, s, synapses);
        }
        rests =
                Rest.possible(plasticity, stepMs)
                        ? new Rests(
                                new Rest(plasticity, stepMs),
                                new NoiseStream(seed),
                                synapses,
                                shards.length)
                        : null;
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
        return rewiring.beginsOff(theta)
                ? 0
                : plasticity.weightScale()
                        * Exponential.of(theta - plasticity.parameterMappingOffset());
    }

    /** Lets {@code workers} share the work from now on; the results are the same bits. */
    public void share(Crew workers) {
        crew = workers;
        int mostGroups = 0;
        for (Shard shard : shards) {
            mostGroups = Math.max(mostGroups, shard.lastGroup - shard.firstGroup);
        }
        passes = new Pass[workers.workers()];
        for (int worker = 0; worker < passes.length; worker++) {
            passes[worker] =
                    new Pass(
                            pairs,
                            layout,
                            synapses,
                            stretch,
                            rule,
                            rewiring,
                            rests,
                            pairWeight,
                            born,
                            plasticity.directGradientRate(),
                            mostGroups);
        }
    }

    /** A spike of presynaptic neuron {@code pre}, stamped with the step that comes next. */
    public void spike(int pre) {
        stretch.spike(pre);
    }

    /**
     * Takes the learning signals and the reward that came about in a step; {@link #finishStep} must
     * follow.
     *
     * @param signals bap of each postsynaptic neuron, [posts]; copied
     */
    public void remember(double[] signals, double rewardNow) {
        stretch.remember(signals, rewardNow);
    }

    /**
     * Ends the step: if the update interval is over, updates parameters and weights.
     *
     * @return whether there was an update
     */
    public boolean finishStep() {
        step++;
        boolean due = step % plasticity.weightUpdateInterval() == 0;
        if (due) {
            run(update);
            schedule();
        } else if (stretch.isFull()) {
            settle();
        }
        return due;
    }

    /** Consolidates what is remembered, so that eligibility and gradient are those of now. */
    public void settle() {
        if (!stretch.isEmpty()) {
            run(consolidation);
        }
    }

    private void run(Crew.Work work) {
        home = false;
        stretch.prepare();
        crew.run(shards.length, learning ? work : traces);
        stretch.clear();
    }

    private void traces(int part, int worker) {
        passes[worker].traces(shards[part]);
    }

    private void consolidate(int part, int worker) {
        passes[worker].consolidate(shards[part], learningRate);
    }

    private void update(int part, int worker) {
        passes[worker].update(shards[part], updates(), learningRate, temperature);
    }

    private void schedule() {
        double seconds = step * stepMs * 1e-3;
        double mean = stretch.meanReward();
        learningRate =
                plasticity.learningRate() * plasticity.learningRateSchedule().factor(seconds, mean);
        temperature =
                plasticity.temperature() * plasticity.temperatureSchedule().factor(seconds, mean);
        if (rests != null) {
            rests.schedule(updates() + 1, learningRate, temperature);
        }
    }

    /** Number of updates so far, or of the one that is being made. */
    private long updates() {
        return step / plasticity.weightUpdateInterval();
    }

    private void writeHome() {
        if (!home) {
            for (Shard shard : shards) {
                shard.pack.writeHome(synapses);
            }
            home = true;
        }
    }

    private void readHome() {
        for (Shard shard : shards) {
            shard.pack.readHome(synapses);
        }
    }

    private void wakeAll() {
        writeHome();
        if (rests != null) {
            for (Shard shard : shards) {
                rests.wakeAll(shard, updates());
            }
        }
    }

    private void sumPairWeights() {
        int[] position = positions();
        for (int p = 0; p < pairs.count(); p++) {
            double sum = 0;
            for (int k = pairs.first[p]; k < pairs.first[p + 1]; k++) {
                sum += at(synapses.weight, position[k]);
            }
            pairWeight[p] = sum;
        }
        countActive();
    }

    private void countActive() {
        int[] position = positions();
        for (Shard shard : shards) {
            int active = 0;
            for (int k = pairs.first[shard.firstPair]; k < pairs.first[shard.lastPair]; k++) {
                active += at(synapses.weight, position[k]) != 0 ? 1 : 0;
            }
            shard.setActive(active);
        }
    }

    private static double at(double[][] values, int position) {
        return values[Synapses.block(position)][Synapses.place(position)];
    }

    private static void put(double[][] values, int position, double value) {
        values[Synapses.block(position)][Synapses.place(position)] = value;
    }

    private int[] positions() {
        return layout.positions();
    }

    /**
     * Switches learning on or off. Off: parameters and weights stay as they are, eligibility and
     * gradient are 0.
     */
    public void setLearning(boolean on) {
        learning = on;
        if (!on) {
            wakeAll();
            for (int block = 0; block < layout.blocks(); block++) {
                Arrays.fill(synapses.eligibility[block], 0);
                Arrays.fill(synapses.gradient[block], 0);
            }
            readHome();
        }
    }

    /**
     * Sets all parameters, and the weights to those that they mean; traces stay as they are.
     *
     * @param theta θ, [synapses]; copied
     * @throws IllegalArgumentException if there are not as many, or one is not finite
     */
    public void setTheta(double[] theta) {
        if (theta.length != count()) {
            throw new IllegalArgumentException(
                    theta.length + " parameters for " + count() + " synapses");
        }
        wakeAll();
        int[] position = positions();
        int now = (int) updates() & Integer.MAX_VALUE;
        for (int k = 0; k < theta.length; k++) {
            if (!(Math.abs(theta[k]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "θ of synapse " + k + " = " + theta[k] + ", but must be finite");
            }
            int at = position[k];
            put(synapses.theta, at, theta[k]);
            put(synapses.weight, at, initialWeight(theta[k]));
            born[at] = at(synapses.weight, at) != 0 ? now : -1;
        }
        readHome();
        sumPairWeights();
    }

    /**
     * The same synapses on other pairs: those of pairs that stay keep θ, w, e and g, new ones begin
     * with θ = {@code birth}, and presynaptic traces, schedules and reward go on. This object is of
     * no use afterwards.
     *
     * @param wanted between as many neurons
     */
    public PlasticSynapses on(Pairs wanted, double birth, long seed) {
        if (wanted.pres != pairs.pres || wanted.posts != pairs.posts) {
            throw new IllegalArgumentException(
                    "pairs between %d and %d neurons, but the projection has %d and %d"
                            .formatted(wanted.pres, wanted.posts, pairs.pres, pairs.posts));
        }
        settle();
        wakeAll();
        double[] theta = new double[wanted.synapses()];
        Arrays.fill(theta, birth);
        PlasticSynapses next = of(wanted, theta, plasticity, stepMs, seed);
        next.takeOver(this);
        return next;
    }

    private void takeOver(PlasticSynapses old) {
        step = old.step;
        learning = old.learning;
        stretch.takeOver(old.stretch);
        int now = (int) updates() & Integer.MAX_VALUE;
        for (int at : positions()) {
            born[at] = at(synapses.weight, at) != 0 ? now : -1;
        }
        if (rests != null && old.rests != null) {
            rests.takeOver(old.rests);
        }
        learningRate = old.learningRate;
        temperature = old.temperature;
        int[] from = old.positions();
        int[] to = positions();
        for (int i = 0; i < pairs.pres; i++) {
            int q = old.pairs.row[i];
            for (int p = pairs.row[i]; p < pairs.row[i + 1]; p++) {
                while (q < old.pairs.row[i + 1] && old.pairs.post[q] < pairs.post[p]) {
                    q++;
                }
                if (q < old.pairs.row[i + 1] && old.pairs.post[q] == pairs.post[p]) {
                    takeOver(old, q, from, p, to);
                }
            }
        }
        shards[0].turnover.add(old.turnover());
        readHome();
        sumPairWeights();
    }

    private void takeOver(PlasticSynapses old, int q, int[] from, int p, int[] to) {
        int count =
                Math.min(
                        old.pairs.first[q + 1] - old.pairs.first[q],
                        pairs.first[p + 1] - pairs.first[p]);
        for (int c = 0; c < count; c++) {
            int source = from[old.pairs.first[q] + c];
            int target = to[pairs.first[p] + c];
            put(synapses.theta, target, at(old.synapses.theta, source));
            put(synapses.weight, target, at(old.synapses.weight, source));
            put(synapses.eligibility, target, at(old.synapses.eligibility, source));
            put(synapses.gradient, target, at(old.synapses.gradient, source));
            born[target] = old.born[source];
            if (rewiring.deletes() && !old.shard(source).isAwake(source)) {
                shard(target).putAside(target);
            }
        }
    }

    /** Number of synapses. */
    public int count() {
        return pairs.synapses();
    }

    /** Number of synapses that are not retracted. */
    public int active() {
        int active = 0;
        for (Shard shard : shards) {
            active += shard.active();
        }
        return active;
    }

    /** Connections born and lost since the beginning, and how long the lost ones lived; a copy. */
    public Turnover turnover() {
        Turnover all = new Turnover();
        for (Shard shard : shards) {
            all.add(shard.turnover);
        }
        return all;
    }

    /** θ of synapse {@code k} now, as in {@link #theta()}. */
    public double theta(int k) {
        return thetaAt(layout.position(k));
    }

    private double thetaAt(int position) {
        writeHome();
        return rests == null || shard(position).isAwake(position)
                ? at(synapses.theta, position)
                : rests.theta(position, updates());
    }

    private Shard shard(int position) {
        int s = 0;
        while (!shards[s].holds(position)) {
            s++;
        }
        return shards[s];
    }

    /**
     * θ of each synapse now, [synapses]; a copy. Of a synapse at rest, a draw from its law: the one
     * that it would wake with now.
     */
    public double[] theta() {
        writeHome();
        double[] theta = new double[count()];
        int[] position = positions();
        int s = 0;
        for (int k = 0; k < theta.length; k++) {
            int at = position[k];
            while (!shards[s].holds(at)) {
                s++;
            }
            theta[k] =
                    rests == null || shards[s].isAwake(at)
                            ? at(synapses.theta, at)
                            : rests.theta(at, updates());
        }
        return theta;
    }

    /** w of synapse {@code k}. */
    public double weight(int k) {
        writeHome();
        return at(synapses.weight, layout.position(k));
    }

    /** w of each synapse, [synapses]; a copy. */
    public double[] weights() {
        return byNumber(synapses.weight);
    }

    /** e of synapse {@code k}, of the last {@link #settle}. */
    public double eligibility(int k) {
        writeHome();
        return at(synapses.eligibility, layout.position(k));
    }

    /** e of each synapse, of the last {@link #settle}, [synapses]; a copy. */
    public double[] eligibilities() {
        return byNumber(synapses.eligibility);
    }

    /** g of synapse {@code k}, of the last {@link #settle}. */
    public double gradient(int k) {
        writeHome();
        return at(synapses.gradient, layout.position(k));
    }

    /** g of each synapse, of the last {@link #settle}, [synapses]; a copy. */
    public double[] gradients() {
        return byNumber(synapses.gradient);
    }

    private double[] byNumber(double[][] byPosition) {
        writeHome();
        double[] values = new double[count()];
        int[] position = positions();
        for (int k = 0; k < values.length; k++) {
            values[k] = at(byPosition, position[k]);
        }
        return values;
    }

    /** Sum of all θ of now. */
    public double sumTheta() {
        double sum = 0;
        for (double theta : theta()) {
            sum += theta;
        }
        return sum;
    }

    /** Summed weight of each pair's synapses, [pairs]; the array itself: read only. */
    public double[] pairWeight() {
        return pairWeight;
    }

    /** The pairs. */
    public Pairs pairs() {
        return pairs;
    }

    /** The parameters. */
    public Plasticity plasticity() {
        return plasticity;
    }

    /** F of a presynaptic neuron, of the last {@link #settle}. */
    public double facilitation(int pre) {
        return stretch.facilitation(pre);
    }

    /** D of a presynaptic neuron, of the last {@link #settle}. */
    public double depression(int pre) {
        return stretch.depression(pre);
    }

    /** Writes the whole state. */
    public void save(DataOutput out) throws IOException {
        writeHome();
        out.writeLong(step);
        out.writeBoolean(learning);
        out.writeDouble(learningRate);
        out.writeDouble(temperature);
        stretch.save(out);
        for (int at : positions()) {
            out.writeDouble(at(synapses.theta, at));
            out.writeDouble(at(synapses.weight, at));
            out.writeDouble(at(synapses.eligibility, at));
            out.writeDouble(at(synapses.gradient, at));
            out.writeInt(born[at]);
        }
        for (double weight : pairWeight) { // sums whose order of additions is past
            out.writeDouble(weight);
        }
        for (Shard shard : shards) {
            shard.save(out);
        }
        if (rests != null) {
            rests.save(out, updates());
        }
    }

    /** Reads the state that {@link #save} wrote. */
    public void restore(DataInput in) throws IOException {
        step = in.readLong();
        learning = in.readBoolean();
        learningRate = in.readDouble();
        temperature = in.readDouble();
        stretch.restore(in);
        for (int at : positions()) {
            put(synapses.theta, at, in.readDouble());
            put(synapses.weight, at, in.readDouble());
            put(synapses.eligibility, at, in.readDouble());
            put(synapses.gradient, at, in.readDouble());
            born[at] = in.readInt();
        }
        for (int p = 0; p < pairWeight.length; p++) {
            pairWeight[p] = in.readDouble();
        }
        for (Shard shard : shards) {
            shard.restore(in);
        }
        if (rests != null) {
            rests.restore(in, shards, updates());
            rests.schedule(updates() + 1, learningRate, temperature);
        }
        countActive();
    }
}
