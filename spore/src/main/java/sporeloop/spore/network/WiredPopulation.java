package sporeloop.spore.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import sporeloop.spore.neuron.PoissonNeurons;
import sporeloop.spore.neuron.Population;
import sporeloop.spore.neuron.RandomDraw;
import sporeloop.spore.neuron.Receptor;
import sporeloop.spore.neuron.SpikeDraw;
import sporeloop.spore.random.Seeds;

/**
 * A population in its network: its neurons, and the input on its way to them. What arrives at step s
 * waits in slot s mod slots.
 */
final class WiredPopulation {
    final String name;
    final PoissonNeurons neurons;
    private final int slots;
    private final double[][] excitatory;
    private final double[][] inhibitory;
    private SpikeDraw draw;
    private long spikes;

    WiredPopulation(
            String name, Population population, long longestDelay, double stepMs, long seed) {
        this.name = name;
        neurons = new PoissonNeurons(population, stepMs);
        slots = (int) longestDelay;
        excitatory = new double[slots][population.size()];
        inhibitory = new double[slots][population.size()];
        draw = new RandomDraw(population, Seeds.derive(seed, "population " + name, 0));
    }

    /** Input of the given receptors that arrives at {@code step}, to be added to. */
    double[] arriving(Receptor receptor, long step) {
        int slot = (int) (step % slots);
        return receptor == Receptor.EXCITATORY ? excitatory[slot] : inhibitory[slot];
    }

    void draw(SpikeDraw replacement) {
        draw = replacement;
    }

    void advance(long step) {
        int slot = (int) (step % slots);
        neurons.advance(excitatory[slot], inhibitory[slot], draw, step);
        Arrays.fill(excitatory[slot], 0);
        Arrays.fill(inhibitory[slot], 0);
        spikes += neurons.firedCount();
    }

    long spikes() {
        return spikes;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(spikes);
        neurons.save(out);
        for (int slot = 0; slot < slots; slot++) {
            for (int j = 0; j < neurons.size(); j++) {
                out.writeDouble(excitatory[slot][j]);
                out.writeDouble(inhibitory[slot][j]);
            }
        }
    }

    void restore(DataInput in) throws IOException {
        spikes = in.readLong();
        neurons.restore(in);
        for (int slot = 0; slot < slots; slot++) {
            for (int j = 0; j < neurons.size(); j++) {
                excitatory[slot][j] = in.readDouble();
                inhibitory[slot][j] = in.readDouble();
            }
        }
    }
}
