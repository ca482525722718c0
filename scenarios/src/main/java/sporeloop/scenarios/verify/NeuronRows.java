package sporeloop.scenarios.verify;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sporeloop.spore.neuron.PoissonNeurons;
import sporeloop.spore.neuron.Population;

/** What was recorded of one neuron, step by step. */
final class NeuronRows {
    private static final String DEAD = "refractory_steps_left_before_decrement";

    private final CaseTable steps;
    private final @Nullable CaseTable multimeter;
    private final double stepMs;

    NeuronRows(CaseTable steps, @Nullable CaseTable multimeter, double stepMs) {
        this.steps = steps;
        this.multimeter = multimeter;
        this.stepMs = stepMs;
    }

    /** The recorded output spikes, with the dead times that they set, to be replayed. */
    ReplayedSpikes replay(CaseFile file, Population population, int count) {
        double[] stamps =
                file.has("output_spike_stamps_ms")
                        ? file.numbers(
                                "output_spike_stamps_ms", file.node("output_spike_stamps_ms"))
                        : new double[0];
        long[] dead = new long[count];
        Arrays.fill(dead, population.deadTime());
        if (population.deadTimeRandom()) {
            double[] left = steps.column(DEAD);
            for (int step = 0; step < Math.min(count, left.length); step++) {
                dead[step] = file.whole(DEAD, left[step]);
            }
        }
        return new ReplayedSpikes(ReplayedSpikes.drawn(file, stamps, stepMs, count), dead);
    }

    /** Compares the neuron's state after {@code step} with the rows of that step. */
    void compare(Deviation deviation, PoissonNeurons neuron, int step) {
        if (step < steps.rows()) {
            compare(deviation, "V_eff", step, neuron.potential(0), steps, step);
            compare(deviation, "E_sfa_end", step, neuron.threshold(0), steps, step);
            compare(deviation, "spike_probability", step, neuron.probability(0), steps, step);
            compare(deviation, "bap", step, neuron.signal()[0], steps, step);
        }
        CaseTable meter = multimeter;
        if (meter == null) {
            return;
        }
        int row = meterRow(meter, step);
        if (row >= 0) {
            compare(deviation, "V_m", step, neuron.membrane(0), meter, row);
            compare(deviation, "E_sfa", step, neuron.threshold(0), meter, row);
        }
    }

    /** The row with multimeter time (step + 1)·h; −1 if there is none. */
    private int meterRow(CaseTable meter, int step) {
        double[] times = meter.column("multimeter_time");
        if (meter.rows() == 0) {
            return -1;
        }
        long first = Math.round(times[0] / stepMs);
        long row = step + 1 - first;
        return row >= 0 && row < meter.rows() && Math.round(times[(int) row] / stepMs) == step + 1
                ? (int) row
                : -1;
    }

    private static void compare(
            Deviation deviation, String column, int step, double ours, CaseTable table, int row) {
        if (table.has(column)) {
            deviation.compare(column, step, ours, table.column(column)[row]);
        }
    }
}
