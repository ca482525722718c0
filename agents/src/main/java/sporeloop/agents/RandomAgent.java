package sporeloop.agents;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import sporeloop.bridge.Brain;
import sporeloop.bridge.UniformStream;
import sporeloop.spore.Spikes;

/**
 * A baseline that hears nothing: each read-out neuron fires at random, at a constant rate λ.
 * <pre>
 *   a spike in a step with probability  p = 1 − exp(−λ·h)                                      (1)
 * </pre>
 */
public final class RandomAgent implements Brain {
    private final int inputs;
    private final int outputs;
    private final double probability;
    private final UniformStream stream;

    /**
     * An agent that fires at random.
     *
     * @param rate λ of each read-out neuron [Hz], ≥ 0
     * @param step h [ms]
     */
    public RandomAgent(int inputs, int outputs, double rate, double step, long seed) {
        this.inputs = inputs;
        this.outputs = outputs;
        probability = -StrictMath.expm1(-rate * step / 1000); // (1)
        stream = new UniformStream(seed);
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
        output.clear();
        for (int step = 0; step < steps; step++) {
            for (int neuron = 0; neuron < outputs; neuron++) {
                if (stream.uniform() < probability) {
                    output.add(step, neuron);
                }
            }
        }
    }

    @Override
    public List<String> telemetry() {
        return List.of();
    }

    @Override
    public void telemetry(double[] into) {}

    @Override
    public void save(DataOutput out) throws IOException {
        stream.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        stream.restore(in);
    }
}
