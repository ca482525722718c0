package sporeloop.spore.plasticity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SplittableRandom;
import sporeloop.spore.connectivity.Pairs;
import sporeloop.spore.numerics.Exponential;
import sporeloop.spore.numerics.Finite;
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
    private final Plasticity plasticity;
    private final PlasticityRule rule;
    private final Rewiring rewiring;
    private final double stepMs;
    private final Stretch stretch;
    private final long seed;

    private Pairs pairs;
    private SynapseState state;
    private Pass[] passes = new Pass[0];
    private Crew crew = Crew.ALONE;
    private final Crew.Work traces = this::traces;
    private final Crew.Work consolidation = this::consolidate;
    private final Crew.Work update = this::update;

    private long step;
    private boolean learning = true;
    private double learningRate;
    private double temperature;

    /** The synapses of {@code pairs} with these initial parameters; {@code seed} is for rests and moves. */
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
        this.seed = seed;
        stretch = new Stretch(pairs.pres, pairs.posts, plasticity, stepMs);
        state = new SynapseState(pairs, plasticity, stepMs, rule.variables(), seed);
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

    /** Running mean of the reward: the baseline that it is held against. */
    public double meanReward() {
        return stretch.reward().mean();
    }

    /** Lets {@code workers} share the work from now on; the results are the same bits. */
    public void share(Crew workers) {
        crew = workers;
        passes = new Pass[workers.workers()];
        for (int worker = 0; worker < passes.length; worker++) {
            passes[worker] =
                    new Pass(state, stretch, rule, rewiring, plasticity.directGradientRate());
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
        stretch.prepare();
        state.changes();
        crew.run(state.shards.length, learning ? work : traces);
        stretch.clear();
    }

    private void traces(int part, int worker) {
        passes[worker].traces(state.shards[part]);
    }

    private void consolidate(int part, int worker) {
        passes[worker].consolidate(state.shards[part], learningRate);
    }

    private void update(int part, int worker) {
        passes[worker].update(state.shards[part], updates(), learningRate, temperature);
    }

    private void schedule() {
        double seconds = step * stepMs * 1e-3;
        RewardStage reward = stretch.reward();
        learningRate =
                plasticity.learningRate()
                        * plasticity
                                .learningRateSchedule()
                                .factor(seconds, reward.learningRateMean());
        temperature =
                plasticity.temperature()
                        * plasticity
                                .temperatureSchedule()
                                .factor(seconds, reward.temperatureMean());
        state.schedule(updates() + 1, learningRate, temperature);
    }

    /** Number of updates so far, or of the one that is being made. */
    private long updates() {
        return step / plasticity.weightUpdateInterval();
    }

    /**
     * Switches learning on or off. Off: parameters and weights stay as they are, eligibility and
     * gradient are 0.
     */
    public void setLearning(boolean on) {
        learning = on;
        if (!on) {
            state.clearTraces(updates());
        }
    }

    /**
     * Sets all parameters, and the weights to those that they mean; traces stay as they are.
     *
     * @param theta θ, [synapses]; copied
     * @throws IllegalArgumentException if there are not as many, or one is not finite
     */
    public void setTheta(double[] theta) {
        state.set(theta, updates(), this::initialWeight);
    }

    /**
     * Moves to other pairs: synapses of pairs that stay keep θ, w, e and g, new ones begin with θ =
     * {@code birth}, and presynaptic traces, schedules and reward go on.
     *
     * @param wanted between as many neurons
     */
    public void reconnect(Pairs wanted, double birth) {
        if (wanted.pres != pairs.pres || wanted.posts != pairs.posts) {
            throw new IllegalArgumentException(
                    "pairs between %d and %d neurons, but the projection has %d and %d"
                            .formatted(wanted.pres, wanted.posts, pairs.pres, pairs.posts));
        }
        settle();
        move(wanted, wanted.sources(pairs), birth);
    }

    /** Whether the rewiring may move synapses now, after an update. */
    public boolean relocationIsDue() {
        return learning
                && rewiring.relocates()
                && updates() % plasticity.rewiringInterval() == 0
                && active() < count();
    }

    /**
     * Lets the rewiring move synapses to other places, where they begin anew. To be called after an
     * update.
     *
     * @param most synapses that a pair may have
     * @param selfConnections whether a neuron may be connected to itself
     */
    public void relocate(int most, boolean selfConnections) {
        Connections connections =
                new Connections(
                        pairs, state.off(), () -> state.theta(updates()), most, selfConnections);
        rewiring.relocate(
                connections, new SplittableRandom(Seeds.derive(seed, "relocation", updates())));
        if (connections.moves() > 0) {
            Connections.Order order = connections.order();
            move(order.pairs(), order.source(), birthParam());
        }
    }

    private double birthParam() {
        return Math.max(
                plasticity.minParam(), Math.min(plasticity.maxParam(), plasticity.birthParam()));
    }

    private void move(Pairs wanted, int[] source, double birth) {
        state.wakeAll(updates());
        SynapseState next = new SynapseState(wanted, plasticity, stepMs, rule.variables(), seed);
        next.takeOver(state, source, birth, initialWeight(birth), updates(), rewiring.deletes());
        state = next;
        pairs = wanted;
        share(crew);
    }

    /** Whether a synapse keeps its number and its neurons for good, lesions apart. */
    public boolean staysInPlace() {
        return !rewiring.relocates() && !rewiring.deletes();
    }

    /** Number of synapses. */
    public int count() {
        return pairs.synapses();
    }

    /** Number of synapses that are not retracted. */
    public int active() {
        return state.active();
    }

    /** Connections born and lost since the beginning, and how long the lost ones lived; a copy. */
    public Turnover turnover() {
        return state.turnover();
    }

    /** θ of synapse {@code k} now, as in {@link #theta()}. */
    public double theta(int k) {
        return state.theta(k, updates());
    }

    /**
     * θ of each synapse now, [synapses]; a copy. Of a synapse at rest, a draw from its law: the one
     * that it would wake with now.
     */
    public double[] theta() {
        return state.theta(updates());
    }

    /** w of synapse {@code k}. */
    public double weight(int k) {
        return state.value(SynapseState.Symbol.WEIGHT, k);
    }

    /** w of each synapse, [synapses]; a copy. */
    public double[] weights() {
        return state.values(SynapseState.Symbol.WEIGHT);
    }

    /** e of synapse {@code k}, of the last {@link #settle}. */
    public double eligibility(int k) {
        return state.value(SynapseState.Symbol.ELIGIBILITY, k);
    }

    /** e of each synapse, of the last {@link #settle}, [synapses]; a copy. */
    public double[] eligibilities() {
        return state.values(SynapseState.Symbol.ELIGIBILITY);
    }

    /** g of synapse {@code k}, of the last {@link #settle}. */
    public double gradient(int k) {
        return state.value(SynapseState.Symbol.GRADIENT, k);
    }

    /** g of each synapse, of the last {@link #settle}, [synapses]; a copy. */
    public double[] gradients() {
        return state.values(SynapseState.Symbol.GRADIENT);
    }

    /** Sum of all θ of now. */
    public double sumTheta() {
        double sum = 0;
        for (double theta : theta()) {
            sum += theta;
        }
        return sum;
    }

    /** Summed weight of each pair's synapses, [pairs]; the array itself, of now: read only. */
    public double[] pairWeight() {
        return state.pairWeight;
    }

    /** The pairs of now. */
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
        out.writeLong(step);
        out.writeBoolean(learning);
        out.writeDouble(learningRate);
        out.writeDouble(temperature);
        stretch.save(out);
        state.save(out, updates());
    }

    /** Reads the state that {@link #save} wrote. */
    public void restore(DataInput in) throws IOException {
        step = in.readLong();
        learning = in.readBoolean();
        learningRate = Finite.read(in);
        temperature = Finite.read(in);
        stretch.restore(in);
        state.restore(in, updates());
        state.schedule(updates() + 1, learningRate, temperature);
    }
}
