package sporeloop.scenarios.verify;

import sporeloop.spore.Spikes;
import sporeloop.spore.network.Network;
import sporeloop.spore.network.NetworkBuilder;
import sporeloop.spore.neuron.PoissonNeurons;
import sporeloop.spore.neuron.SpikeDraw;
import sporeloop.spore.plasticity.PlasticSynapses;
import sporeloop.spore.reference.ReferenceNetwork;
import sporeloop.spore.reference.ReferenceNeurons;
import sporeloop.spore.reference.ReferenceSynapses;

/** A network with one neuron, {@link #NEURON}, that a case is replayed by. */
interface ReplayedNetwork extends AutoCloseable {
    /** Name of the neuron's population. */
    String NEURON = "neuron";

    /** The network that the builder describes, as {@code way} wants it. */
    static ReplayedNetwork of(NetworkBuilder builder, Way way) {
        if (way.reference()) {
            ReferenceNetwork network = new ReferenceNetwork(builder);
            return new Reference(network, network.neurons(NEURON));
        }
        Network network = builder.build();
        return new Engine(network, network.telemetry().neurons(NEURON));
    }

    /** Lets the neuron's spikes be drawn that way. */
    void draw(SpikeDraw draw);

    /** Sets the neuron's input current. */
    void setCurrent(double value);

    /** Advances with a reward of its own in each step. */
    void advance(Spikes input, double[] rewards);

    /** The synapses of a projection, with these parameters. */
    ReplayedSynapses synapses(String projection, double[] theta);

    double potential();

    double threshold();

    double probability();

    double signal();

    double membrane();

    @Override
    void close();

    /** The production engine. */
    record Engine(Network network, PoissonNeurons neuron) implements ReplayedNetwork {
        @Override
        public void draw(SpikeDraw draw) {
            network.draw(NEURON, draw);
        }

        @Override
        public void setCurrent(double value) {
            neuron.setCurrent(0, value);
        }

        @Override
        public void advance(Spikes input, double[] rewards) {
            network.advance(rewards.length, input, rewards, new Spikes(16));
        }

        @Override
        public ReplayedSynapses synapses(String projection, double[] theta) {
            PlasticSynapses synapses = network.telemetry().synapses(projection);
            synapses.setTheta(theta);
            return new ReplayedSynapses.Engine(synapses);
        }

        @Override
        public double potential() {
            return neuron.potential(0);
        }

        @Override
        public double threshold() {
            return neuron.threshold(0);
        }

        @Override
        public double probability() {
            return neuron.probability(0);
        }

        @Override
        public double signal() {
            return neuron.signal()[0];
        }

        @Override
        public double membrane() {
            return neuron.membrane(0);
        }

        @Override
        public void close() {
            network.close();
        }
    }

    /** The per-step rule. */
    record Reference(ReferenceNetwork network, ReferenceNeurons neuron) implements ReplayedNetwork {
        @Override
        public void draw(SpikeDraw draw) {
            network.draw(NEURON, draw);
        }

        @Override
        public void setCurrent(double value) {
            neuron.setCurrent(0, value);
        }

        /** In steps of one: {@link Way} cuts so. */
        @Override
        public void advance(Spikes input, double[] rewards) {
            network.advance(1, input, rewards[0], new Spikes(16));
        }

        @Override
        public ReplayedSynapses synapses(String projection, double[] theta) {
            ReferenceSynapses synapses = network.synapses(projection);
            synapses.setTheta(theta);
            return new ReplayedSynapses.Reference(synapses, theta.length);
        }

        @Override
        public double potential() {
            return neuron.potential(0);
        }

        @Override
        public double threshold() {
            return neuron.threshold(0);
        }

        @Override
        public double probability() {
            return neuron.probability(0);
        }

        @Override
        public double signal() {
            return neuron.signal()[0];
        }

        @Override
        public double membrane() {
            return neuron.membrane(0);
        }

        @Override
        public void close() {}
    }
}
