package sporeloop.bridge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import sporeloop.environments.Disturbance;
import sporeloop.environments.End;
import sporeloop.environments.Environment;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.spore.random.Seeds;

/**
 * An environment under way: begins a new episode where one has ended, and rebuilds the physics from
 * its explicit state on a fixed grid of simulated time, so that a run that goes on and a run that
 * resumes pass through the same constructor.
 *
 * <p>Episode n starts from a seed derived from (run seed, "episode", n). An episode that ended starts
 * anew at the beginning of the next interval. Not thread-safe.
 */
public final class Body {
    private final Environment environment;
    private final long rebuildEvery;
    private final long seed;
    private final ByteArrayOutputStream state = new ByteArrayOutputStream();

    private long interval;
    private long episode;
    private boolean ended;

    /**
     * A body that has yet to {@link #start}.
     *
     * @param rebuildEvery intervals between two rebuilds, ≥ 1
     * @param seed the run's seed
     */
    public Body(Environment environment, long rebuildEvery, long seed) {
        if (rebuildEvery < 1) {
            throw new IllegalArgumentException(
                    "rebuildEvery = " + rebuildEvery + " intervals, but must be ≥ 1");
        }
        this.environment = environment;
        this.rebuildEvery = rebuildEvery;
        this.seed = seed;
    }

    /** What the environment takes and gives. */
    public Spec spec() {
        return environment.spec();
    }

    /** The environment, for drawing; to be read between two intervals only. */
    public Environment environment() {
        return environment;
    }

    /** Starts the first episode. */
    public void start(Sensation sensed) {
        interval = 0;
        episode = 0;
        begin(sensed);
    }

    /**
     * Advances by one interval under {@code command}; {@code sensed} is overwritten.
     *
     * @param former what the command grows out of; the command itself if it is held
     * @param befalls what is done to it at the interval's beginning
     */
    public void advance(
            List<Disturbance> befalls, double[] former, double[] command, Sensation sensed) {
        if (ended) {
            begin(sensed);
        }
        for (int n = 0; n < befalls.size(); n++) {
            environment.disturb(befalls.get(n));
        }
        environment.advance(former, command, sensed);
        ended = sensed.end != End.NONE;
        if (++interval % rebuildEvery == 0) {
            rebuild();
        }
    }

    /** Fills in the command that the task's own controller would give in the state just sensed. */
    public void oracle(double[] command) {
        environment.oracle(command);
    }

    /** Copies the environment's running sums. */
    public void tallies(double[] into) {
        environment.tallies(into);
    }

    /** Writes the state. */
    public void save(DataOutput out) throws IOException {
        out.writeLong(interval);
        out.writeLong(episode);
        out.writeBoolean(ended);
        environment.save(out);
    }

    /** Takes up the state that {@link #save} wrote. */
    public void restore(DataInput in) throws IOException {
        interval = in.readLong();
        episode = in.readLong();
        ended = in.readBoolean();
        environment.restore(in);
    }

    private void begin(Sensation sensed) {
        environment.reset(Seeds.derive(seed, "episode", episode++), sensed);
        ended = false;
    }

    private void rebuild() {
        try {
            state.reset();
            environment.save(new DataOutputStream(state));
            environment.restore(new DataInputStream(new ByteArrayInputStream(state.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException("The environment can't be rebuilt from its state.", e);
        }
    }
}
