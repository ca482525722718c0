package sporeloop.bridge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.spore.Spikes;

/** Sensory spikes and rewards on their way: a ring with one place for each interval of latency. */
final class SensoryDelay {
    private final Spikes[] spikes;
    private final double[] rewards;

    SensoryDelay(int latency) {
        spikes = new Spikes[latency];
        for (int i = 0; i < latency; i++) {
            spikes[i] = new Spikes(64);
        }
        rewards = new double[latency];
    }

    /** The spikes that act in interval {@code k}; {@code k − latency} left them. */
    Spikes spikes(long k) {
        return spikes[place(k)];
    }

    /** The reward that acts in interval {@code k}. */
    double reward(long k) {
        return rewards[place(k)];
    }

    /** The emptied place of what leaves interval {@code k}. */
    Spikes leave(long k, double reward) {
        int place = place(k);
        rewards[place] = reward;
        spikes[place].clear();
        return spikes[place];
    }

    private int place(long k) {
        return (int) Math.floorMod(k, (long) spikes.length);
    }

    void save(DataOutput out) throws IOException {
        for (int i = 0; i < spikes.length; i++) {
            spikes[i].save(out);
            out.writeDouble(rewards[i]);
        }
    }

    void restore(DataInput in) throws IOException {
        for (int i = 0; i < spikes.length; i++) {
            spikes[i].restore(in);
            rewards[i] = in.readDouble();
        }
    }
}
