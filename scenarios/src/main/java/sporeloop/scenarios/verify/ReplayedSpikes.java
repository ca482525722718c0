package sporeloop.scenarios.verify;

import sporeloop.scenarios.file.BadInput;
import sporeloop.spore.neuron.SpikeDraw;

/** Lets one neuron fire exactly when a recording says, for as long dead as it says. */
final class ReplayedSpikes implements SpikeDraw {
    private final int[] spikes;
    private final long[] deadTimes;
    private int step;

    /**
     * @param spikes number of spikes drawn in each step
     * @param deadTimes the dead time that a spike in that step sets [steps]
     */
    ReplayedSpikes(int[] spikes, long[] deadTimes) {
        this.spikes = spikes;
        this.deadTimes = deadTimes;
    }

    /** The spikes of a recording: a spike drawn in step s has the stamp (s + 1)·h. */
    static int[] drawn(CaseFile file, double[] stampsMs, double stepMs, int steps) {
        int[] drawn = new int[steps];
        for (double stamp : stampsMs) {
            int step =
                    file.whole(
                                    "output_spike_stamps_ms in steps",
                                    CaseParameters.steps(stamp, stepMs))
                            - 1;
            if (step < 0) {
                throw new BadInput(
                        file.path()
                                + ": an output spike is stamped 0; the first possible is one step.");
            }
            if (step < steps) {
                drawn[step]++;
            }
        }
        return drawn;
    }

    @Override
    public void begin(long now) {
        step = (int) now;
    }

    @Override
    public int spikes(int neuron, double probability, double expected) {
        return spikes[step];
    }

    @Override
    public long deadTime(int neuron) {
        return deadTimes[step];
    }
}
