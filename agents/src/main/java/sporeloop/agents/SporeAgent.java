package sporeloop.agents;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import sporeloop.bridge.Brain;
import sporeloop.bridge.SynapseLesion;
import sporeloop.spore.Spikes;
import sporeloop.spore.network.Network;
import sporeloop.spore.random.Seeds;

/** A spiking network that learns with SPORE, as the brain of a loop. */
public final class SporeAgent implements Brain {
    private static final List<String> TELEMETRY =
            List.of("active_synapses", "mean_theta", "connections_born", "connections_lost");

    private final Network network;

    /** The agent of a network, which belongs to it from now on. */
    public SporeAgent(Network network) {
        this.network = network;
    }

    /** The network, to be read between two intervals only. */
    public Network network() {
        return network;
    }

    @Override
    public int inputs() {
        return network.inputs();
    }

    @Override
    public int outputs() {
        return network.outputs();
    }

    @Override
    public void advance(int steps, Spikes input, double reward, Spikes output) {
        output.clear();
        network.advance(steps, input, reward, output);
    }

    @Override
    public void lesion(SynapseLesion lesion) {
        for (String projection : network.telemetry().plasticProjections()) {
            if (lesion.concerns(projection)) {
                network.lesion(
                        projection, lesion.share(), Seeds.derive(lesion.seed(), projection, 0));
            }
        }
    }

    @Override
    public List<String> telemetry() {
        return TELEMETRY;
    }

    @Override
    public void telemetry(double[] into) {
        into[0] = network.telemetry().activeSynapses();
        into[1] = network.telemetry().meanTheta();
        into[2] = network.telemetry().connectionsBorn();
        into[3] = network.telemetry().connectionsLost();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        network.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        network.restore(in);
    }
}
