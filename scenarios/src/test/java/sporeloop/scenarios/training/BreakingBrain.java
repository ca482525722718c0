package sporeloop.scenarios.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import sporeloop.bridge.Brain;
import sporeloop.bridge.SynapseLesion;
import sporeloop.spore.Spikes;

/** A brain that breaks after a number of intervals. */
final class BreakingBrain implements Brain {
    private final Brain sound;
    private final Breakage breakage;
    private final long intervals;
    private long done;

    BreakingBrain(Brain sound, Breakage breakage, long intervals) {
        this.sound = sound;
        this.breakage = breakage;
        this.intervals = intervals;
    }

    @Override
    public void advance(int steps, Spikes input, double reward, Spikes output) {
        if (done++ == intervals) {
            breakage.happen();
        }
        sound.advance(steps, input, reward, output);
    }

    @Override
    public void lesion(SynapseLesion lesion) {
        sound.lesion(lesion);
    }

    @Override
    public int inputs() {
        return sound.inputs();
    }

    @Override
    public int outputs() {
        return sound.outputs();
    }

    @Override
    public List<String> telemetry() {
        return sound.telemetry();
    }

    @Override
    public void telemetry(double[] into) {
        sound.telemetry(into);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        sound.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        sound.restore(in);
    }
}
