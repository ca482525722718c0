package sporeloop.scenarios.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sporeloop.scenarios.file.BadInput;
import sporeloop.spore.connectivity.Connectivity;
import sporeloop.spore.connectivity.PairDrawing;
import sporeloop.spore.connectivity.Pairs;
import sporeloop.spore.plasticity.PlasticSynapses;
import sporeloop.spore.plasticity.Plasticity;
import sporeloop.spore.reference.ReferenceSynapses;

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
    private final StepIndex updateRows;
    private final long until;

    SynapseReplay(CaseFile file) {
        this.file = file;
        stepMs = file.stepMs();
        plasticity = plasticity(file, "parameters", stepMs);
        if (plasticity.temperature() > 0 || plasticity.gradientNoise() > 0) {
            throw new BadInput(
                    file.path()
                            + ": has noise (temperature or gradient_noise > 0), so its steps can't be replayed.");
        }
        steps = file.steps();
        initial = file.number("initial_synaptic_parameter");
        rows = file.table("steps");
        rows.checkSteps(steps);
        updates = file.table("updates");
        updateRows = updateRows(updates, plasticity, steps, 1);
        until = file.until();
    }

    /** The synapse's parameters that the object {@code key} and the case itself give. */
    static Plasticity plasticity(CaseFile file, String key, double stepMs) {
        Plasticity standard =
                Plasticity.standard()
                        .but()
                        .weightUpdateInterval(Math.max(1, Math.round(100 / stepMs)))
                        .build();
        Map<String, JsonNode> given = CaseParameters.among(file, Plasticity.class);
        given.putAll(file.object(key));
        return CaseParameters.with(file, key, standard, given, stepMs);
    }

    /** Where each update's rows are; the initial state, as update 0, need not be there. */
    static StepIndex updateRows(CaseTable updates, Plasticity plasticity, int steps, int synapses) {
        long interval = plasticity.weightUpdateInterval();
        return StepIndex.of(updates, steps).checkRows(1, steps, interval, synapses);
    }

    List<Finding> replay(boolean reference) {
        List<Finding> findings = new ArrayList<>();
        for (Way way : Way.all(plasticity.weightUpdateInterval(), reference)) {
            findings.add(replay(way).finding(file, way));
        }
        return findings;
    }

    private ReplayedSynapses synapse(Way way) {
        Pairs pairs = new PairDrawing(1, 1, 1, true, 0).draw(new Connectivity.AllToAll());
        double[] theta = {initial};
        return way.reference()
                ? new ReplayedSynapses.Reference(
                        new ReferenceSynapses(pairs, theta, plasticity, stepMs, 0), 1)
                : new ReplayedSynapses.Engine(
                        PlasticSynapses.of(pairs, theta, plasticity, stepMs, 0));
    }

    private Deviation replay(Way way) {
        ReplayedSynapses synapse = synapse(way);
        Deviation deviation = new Deviation();
        double[] spikes = rows.finite("pre_spikes");
        double[] bap = rows.finite("bap");
        double[] reward = rows.finite("reward");
        double[] signal = new double[1];
        compareUpdate(deviation, synapse, 0, false);
        for (int step = 0; step < steps; step++) {
            for (int n = file.whole("pre_spikes", spikes[step]); n > 0; n--) {
                synapse.spike(0);
            }
            signal[0] = bap[step];
            synapse.remember(signal, reward[step]);
            if (way.endsAfter(step + 1, plasticity.weightUpdateInterval())) {
                synapse.settle();
                if (step < until) {
                    compareStep(deviation, synapse, step);
                }
            }
            boolean simulated = simulated(synapse, step);
            if (synapse.finishStep()) {
                boolean goesOn = plasticity.simulateRetracted() || synapse.theta(0) >= 0;
                compareUpdate(deviation, synapse, step + 1, simulated && goesOn);
            }
        }
        return deviation;
    }

    /** Whether the synapse was simulated in that step: as recorded, or else as replayed. */
    private boolean simulated(ReplayedSynapses synapse, int step) {
        return rows.has("simulated")
                ? rows.column("simulated")[step] == 1
                : plasticity.simulateRetracted() || synapse.weight(0) != 0;
    }

    private void compareStep(Deviation deviation, ReplayedSynapses synapse, int step) {
        compareState(deviation, synapse, rows, step, step);
        if (simulated(synapse, step)) {
            compareTrace(deviation, synapse, rows, step, step);
        }
    }

    /** Compares the row of the update at {@code step}, if there is one. */
    private void compareUpdate(
            Deviation deviation, ReplayedSynapses synapse, int step, boolean trace) {
        for (int row = updateRows.first(step); row < updateRows.end(step); row++) {
            if (step <= until) {
                compareState(deviation, synapse, updates, row, step);
            }
            if (trace && step < until) {
                compareTrace(deviation, synapse, updates, row, step);
            }
        }
    }

    private static void compareState(
            Deviation deviation, ReplayedSynapses synapse, CaseTable table, int row, long step) {
        double[] ours = {
            synapse.eligibility(0), synapse.gradient(0), synapse.theta(0), synapse.weight(0)
        };
        for (int n = 0; n < STATE.length; n++) {
            deviation.compare(STATE[n], step, ours[n], table.column(STATE[n])[row]);
        }
    }

    private static void compareTrace(
            Deviation deviation, ReplayedSynapses synapse, CaseTable table, int row, long step) {
        String facilitation = "psp_facilitation";
        String depression = "psp_depression";
        deviation.compare(
                facilitation, step, synapse.facilitation(0), table.column(facilitation)[row]);
        deviation.compare(depression, step, synapse.depression(0), table.column(depression)[row]);
    }
}
