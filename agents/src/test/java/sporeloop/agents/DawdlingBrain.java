package sporeloop.agents;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import sporeloop.bridge.Brain;
import sporeloop.spore.Spikes;

/** A brain that answers after a random while: now before the body, now after it. */
final class DawdlingBrain implements Brain {
    private static final int LONGEST_PAUSE = 2_000_000;

    private final Brain brain;
    private final Random random;

    DawdlingBrain(Brain brain, long seed) {
        this.brain = brain;
        random = new Random(seed);
    }

    @Override
    public void advance(int steps, Spikes input, double reward, Spikes output) {
        LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE));
        brain.advance(steps, input, reward, output);
        if (random.nextBoolean()) {
            LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE));
        }
    }

    @Override
    public int inputs() {
        return brain.inputs();
    }

    @Override
    public int outputs() {
        return brain.outputs();
    }

    @Override
    public List<String> telemetry() {
        return brain.telemetry();
    }

    @Override
    public void telemetry(double[] into) {
        brain.telemetry(into);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        brain.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        brain.restore(in);
    }
}
