package sporeloop.scenarios.verify;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What was recorded of one neuron, step by step. */
final class NeuronRows {
    private static final String DEAD = "refractory_steps_left_before_decrement";

    private final CaseFile file;
    private final CaseTable steps;
    private final @Nullable CaseTable multimeter;
    private final @Nullable StepIndex meterRows;
    private final ReplayedSpikes spikes;

    /**
     * @param role of the table of steps in the case
     * @param deadTime of each spike [steps]; −1: as the table says
     * @param count steps of the case
     */
    NeuronRows(CaseFile file, String role, long deadTime, double stepMs, int count) {
        this.file = file;
        steps = file.table(role);
        steps.checkSteps(count);
        multimeter = file.hasTable("multimeter") ? file.table("multimeter") : null;
        meterRows =
                multimeter == null
                        ? null
                        : StepIndex.ofTimes(multimeter, "multimeter_time", stepMs, count - 1);
        spikes = new ReplayedSpikes(drawn(stepMs, count), deadTimes(deadTime, count));
    }

    /** As the case lists them; without a list, as the table counts them. */
    private int[] drawn(double stepMs, int count) {
        String key = "output_spike_stamps_ms";
        if (file.has(key)) {
            double[] stamps = file.numbers(key, file.node(key));
            return ReplayedSpikes.drawn(file, stamps, stepMs, count);
        }
        int[] drawn = new int[count];
        for (int step = 0; steps.has("n_spikes") && step < count; step++) {
            drawn[step] = file.whole("n_spikes", steps.column("n_spikes")[step]);
        }
        return drawn;
    }

    private long[] deadTimes(long deadTime, int count) {
        long[] dead = new long[count];
        Arrays.fill(dead, deadTime);
        for (int step = 0; deadTime < 0 && step < count; step++) {
            dead[step] = file.whole(DEAD, steps.column(DEAD)[step]);
        }
        return dead;
    }

    /** The recorded output spikes, with the dead times that they set, to be replayed. */
    ReplayedSpikes spikes() {
        return spikes;
    }

    /** Compares the neuron's state after {@code step} with the rows of that step. */
    void compare(Deviation deviation, ReplayedNetwork network, int step) {
        if (step >= file.until()) {
            return;
        }
        compare(deviation, "V_eff", step, network.potential(), steps, step);
        compare(deviation, "E_sfa_end", step, network.threshold(), steps, step);
        compare(deviation, "spike_probability", step, network.probability(), steps, step);
        compare(deviation, "bap", step, network.signal(), steps, step);
        if (multimeter == null || meterRows == null) {
            return;
        }
        for (int row = meterRows.first(step); row < meterRows.end(step); row++) {
            compare(deviation, "V_m", step, network.membrane(), multimeter, row);
            compare(deviation, "E_sfa", step, network.threshold(), multimeter, row);
        }
    }

    private static void compare(
            Deviation deviation, String column, int step, double ours, CaseTable table, int row) {
        deviation.compare(column, step, ours, table.column(column)[row]);
    }
}
