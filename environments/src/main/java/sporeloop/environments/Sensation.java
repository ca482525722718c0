package sporeloop.environments;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a body senses in one interval. A reused buffer, filled by {@link Environment#advance} and
 * {@link Environment#reset}.
 */
public final class Sensation {
    /** State as sensed at the interval's end, one number a channel of {@link Spec#observation}. */
    public final double[] observation;

    /** The camera's events of the interval; empty without a camera. */
    public final Events events = new Events();

    /** Reward of the interval [1]. */
    public double reward;

    /** Whether and why the episode ended in the interval. */
    public End end = End.NONE;

    /** An empty sensation of the shape that {@code spec} declares. */
    public Sensation(Spec spec) {
        observation = new double[spec.observation().size()];
    }

    /** Writes all of it. */
    public void save(DataOutput out) throws IOException {
        for (double value : observation) {
            out.writeDouble(value);
        }
        events.save(out);
        out.writeDouble(reward);
        out.writeUTF(end.name());
    }

    /** Replaces all of it by what {@link #save} wrote for the same spec. */
    public void restore(DataInput in) throws IOException {
        for (int i = 0; i < observation.length; i++) {
            observation[i] = in.readDouble();
        }
        events.restore(in);
        reward = in.readDouble();
        end = End.valueOf(in.readUTF());
    }
}
