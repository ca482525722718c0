package sporeloop.bridge;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;
import sporeloop.spore.Spikes;

/** Fires what it hears, at once: neuron j of the read-out when input j spikes, modulo the outputs. */
public class EchoBrain implements Brain {
    private final int inputs;
    private final int outputs;
    double rewardSum;

    /** An echo between two layers. */
    public EchoBrain(int inputs, int outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public void advance(int steps, Spikes input, double reward, Spikes output) {
        rewardSum += reward;
        output.clear();
        for (int k = 0; k < input.size(); k++) {
            output.add(input.step(k), input.neuron(k) % outputs);
        }
    }

    @Override
    public List<String> telemetry() {
        return List.of("heard_reward");
    }

    @Override
    public void telemetry(double[] into) {
        into[0] = rewardSum;
    }

    @Override
    public void save(DataOutput out) throws java.io.IOException {
        out.writeDouble(rewardSum);
    }

    @Override
    public void restore(DataInput in) throws java.io.IOException {
        rewardSum = in.readDouble();
    }
}
