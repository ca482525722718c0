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
import sporeloop.spore.numerics.Finite;
import sporeloop.spore.random.Seeds;

/**
 * A population in its network: its neurons, and the input on its way to them. What arrives at step s
 * waits in slot s mod slots, which goes round.
 */
final class WiredPopulation {
    final String name;
    final PoissonNeurons neurons;
    private final int slots;
    private final double[][] excitatory;
    private final double[][] inhibitory;

    /** The slot of the step that comes next. */
    private int now;

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

    /** Input of the given receptors that arrives {@code after} steps from now, to be added to. */
    double[] arriving(Receptor receptor, int after) {
        int slot = now + after;
        slot = slot < slots ? slot : slot - slots;
        return receptor == Receptor.EXCITATORY ? excitatory[slot] : inhibitory[slot];
    }

    void draw(SpikeDraw replacement) {
        draw = replacement;
    }

    void advance(long step) {
        neurons.advance(excitatory[now], inhibitory[now], draw, step);
        Arrays.fill(excitatory[now], 0);
        Arrays.fill(inhibitory[now], 0);
        now = now + 1 == slots ? 0 : now + 1;
        spikes += neurons.firedCount();
    }

    long spikes() {
        return spikes;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(spikes);
        neurons.save(out);
        out.writeInt(now);
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
        now = in.readInt();
        if (now < 0 || now >= slots) {
            throw new IOException("input that arrives in slot " + now + " of " + slots);
        }
        for (int slot = 0; slot < slots; slot++) {
            for (int j = 0; j < neurons.size(); j++) {
                excitatory[slot][j] = Finite.read(in);
                inhibitory[slot][j] = Finite.read(in);
            }
        }
    }
}
