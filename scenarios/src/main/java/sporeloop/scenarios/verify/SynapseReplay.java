package sporeloop.scenarios.verify;

import java.util.ArrayList;
import java.util.List;
import sporeloop.scenarios.file.BadInput;
import sporeloop.spore.connectivity.Connectivity;
import sporeloop.spore.connectivity.PairDrawing;
import sporeloop.spore.plasticity.PlasticSynapses;
import sporeloop.spore.plasticity.Plasticity;

/** Replays one synapse whose presynaptic spikes, learning signals and rewards were recorded. */
final class SynapseReplay {
    private static final String[] STATE = {
        "eligibility_trace", "reward_gradient", "synaptic_parameter", "weight"
    };

    private final CaseFile file;
    private final Plasticity plasticity;
    private final double stepMs;
    private final int steps;
    private final double initial;
    private final CaseTable rows;
    private final CaseTable updates;
    private final long until;

    SynapseReplay(CaseFile file) {
        this.file = file;
        stepMs = stepMs(file);
        plasticity = plasticity(file, "parameters", stepMs);
        if (plasticity.temperature() > 0 || plasticity.gradientNoise() > 0) {
            throw new BadInput(
                    file.path()
                            + ": has noise (temperature or gradient_noise > 0), so its steps can't be replayed.");
        }
        steps = file.count("steps");
        initial = file.number("initial_synaptic_parameter");
        rows = file.table("steps");
        updates = file.table("updates");
        until = (long) file.number("compare_until_step", Double.MAX_VALUE);
        if (rows.rows() < steps) {
            throw new BadInput(
                    file.path()
                            + ": says "
                            + steps
                            + " steps, but its table has "
                            + rows.rows()
                            + " rows.");
        }
    }

    /** Length of a step [ms]. */
    static double stepMs(CaseFile file) {
        double step = file.number("h_ms", file.number("h", 1));
        if (!(step > 0)) {
            throw new BadInput(file.path() + ": h = " + step + " ms, but must be > 0.");
        }
        return step;
    }

    /** The synapse's parameters that the object {@code key} and the case itself give. */
    static Plasticity plasticity(CaseFile file, String key, double stepMs) {
        Plasticity standard =
                Plasticity.standard()
                        .but()
                        .weightUpdateInterval(Math.round(100 / stepMs))
                        .priorMean(file.number("prior_mean", 0))
                        .priorPrecision(file.number("prior_precision", 1))
                        .build();
        return CaseParameters.with(file, key, standard, file.object(key), stepMs);
    }

    List<Finding> replay() {
        List<Finding> findings = new ArrayList<>();
        for (Stretch stretch : Stretch.ways(plasticity.weightUpdateInterval())) {
            Deviation deviation = replay(stretch);
            findings.add(
                    new Finding(
                            file.name(), stretch.name(), deviation.passes(), deviation.toString()));
        }
        return findings;
    }

    private Deviation replay(Stretch stretch) {
        PlasticSynapses synapse =
                PlasticSynapses.of(
                        new PairDrawing(1, 1, 1, true, 0).draw(new Connectivity.AllToAll()),
                        new double[] {initial},
                        plasticity,
                        stepMs,
                        0);
        Deviation deviation = new Deviation();
        double[] spikes = rows.column("pre_spikes");
        double[] bap = rows.column("bap");
        double[] reward = rows.column("reward");
        double[] signal = new double[1];
        int row = compareUpdate(deviation, synapse, 0, 0, false);
        for (int step = 0; step < steps; step++) {
            for (int n = file.whole("pre_spikes", spikes[step]); n > 0; n--) {
                synapse.spike(0);
            }
            signal[0] = bap[step];
            synapse.remember(signal, reward[step]);
            if (stretch.endsAfter(step + 1, plasticity.weightUpdateInterval())) {
                synapse.settle();
                if (step < until) {
                    compareStep(deviation, synapse, step);
                }
            }
            boolean simulated = simulated(synapse);
            if (synapse.finishStep()) {
                row =
                        compareUpdate(
                                deviation, synapse, row, step + 1, simulated && simulated(synapse));
            }
        }
        return deviation;
    }

    private void compareStep(Deviation deviation, PlasticSynapses synapse, int step) {
        compareState(deviation, synapse, rows, step, step);
        if (rows.has("simulated") && rows.column("simulated")[step] == 1) {
            compareTrace(deviation, synapse, rows, step, step);
        }
    }

    /** Compares the row of the update at {@code step}, if there is one; returns the row after it. */
    private int compareUpdate(
            Deviation deviation, PlasticSynapses synapse, int row, int step, boolean trace) {
        double[] at = updates.column("step");
        int next = row;
        while (next < updates.rows() && at[next] < step) {
            next++;
        }
        if (next == updates.rows() || at[next] != step) {
            return next;
        }
        if (step <= until) {
            compareState(deviation, synapse, updates, next, step);
        }
        if (trace && step < until) {
            compareTrace(deviation, synapse, updates, next, step);
        }
        return next + 1;
    }

    private static void compareState(
            Deviation deviation, PlasticSynapses synapse, CaseTable table, int row, long step) {
        double[] ours = {
            synapse.eligibility(0), synapse.gradient(0), synapse.theta(0), synapse.weight(0)
        };
        for (int n = 0; n < STATE.length; n++) {
            deviation.compare(STATE[n], step, ours[n], table.column(STATE[n])[row]);
        }
    }

    private static void compareTrace(
            Deviation deviation, PlasticSynapses synapse, CaseTable table, int row, long step) {
        String facilitation = "psp_facilitation";
        String depression = "psp_depression";
        deviation.compare(
                facilitation, step, synapse.facilitation(0), table.column(facilitation)[row]);
        deviation.compare(depression, step, synapse.depression(0), table.column(depression)[row]);
    }

    private boolean simulated(PlasticSynapses synapse) {
        return plasticity.simulateRetracted() || synapse.theta(0) >= 0 || synapse.weight(0) != 0;
    }
}
