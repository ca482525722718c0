package sporeloop.scenarios.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sporeloop.scenarios.file.BadInput;
import sporeloop.spore.Spikes;
import sporeloop.spore.network.Network;
import sporeloop.spore.neuron.PoissonNeurons;
import sporeloop.spore.neuron.Population;
import sporeloop.spore.plasticity.PlasticSynapses;
import sporeloop.spore.plasticity.Plasticity;

/** Replays one neuron behind plastic synapses: inputs, rewards and output spikes were recorded. */
final class ClosedLoopReplay {
    private static final String PROJECTION = "input-neuron";

    private final CaseFile file;
    private final double stepMs;
    private final int steps;
    private final Population population;
    private final Plasticity plasticity;
    private final List<double[]> stamps;
    private final List<double[]> theta;
    private final double[] rewards;
    private final NeuronRows rows;
    private final CaseTable updates;
    private final int delay;

    ClosedLoopReplay(CaseFile file) {
        this.file = file;
        stepMs = SynapseReplay.stepMs(file);
        steps = file.count("n_steps");
        population = NeuronReplay.population(file, "neuron", stepMs);
        plasticity = SynapseReplay.plasticity(file, "synapse", stepMs);
        stamps = file.lists("input_spike_stamps");
        theta = file.lists("theta0");
        rewards = file.table("reward").column("reward");
        rows =
                new NeuronRows(
                        file.table("neuron_steps"),
                        file.hasTable("multimeter") ? file.table("multimeter") : null,
                        stepMs);
        updates = file.table("updates");
        delay =
                file.whole(
                        "synaptic_delay_ms in steps",
                        CaseParameters.steps(file.number("synaptic_delay_ms", 1), stepMs));
        if (theta.size() != stamps.size() || theta.isEmpty()) {
            throw new BadInput(
                    file.path() + ": theta0 and input_spike_stamps must have one list an input.");
        }
        for (double[] each : theta) {
            if (each.length != theta.get(0).length || each.length == 0) {
                throw new BadInput(
                        file.path() + ": theta0 must have as many synapses for each input.");
            }
        }
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
        Deviation deviation = new Deviation();
        int[][] input = spikesByStep();
        try (Network network =
                Network.builder(stepMs, 0)
                        .source("input", stamps.size())
                        .population("neuron", population)
                        .project(
                                "input",
                                "neuron",
                                p ->
                                        p.synapsesPerPair(theta.get(0).length)
                                                .plastic(plasticity)
                                                .delay(delay))
                        .readout("neuron")
                        .build()) {
            network.draw("neuron", rows.replay(file, population, steps));
            PoissonNeurons neuron = network.telemetry().neurons("neuron");
            PlasticSynapses synapses = network.telemetry().synapses(PROJECTION);
            synapses.setTheta(theta.stream().flatMapToDouble(Arrays::stream).toArray());
            int row =
                    compareUpdate(
                            deviation, synapses, 0, 0, new boolean[synapses.pairs().synapses()]);
            Spikes spikes = new Spikes(64);
            Spikes fired = new Spikes(64);
            int begun = 0;
            for (int step = 0; step < steps; step++) {
                for (int neuronIndex : input[step]) {
                    spikes.add(step - begun, neuronIndex);
                }
                if (step < steps - 1
                        && !stretch.endsAfter(step + 1, plasticity.weightUpdateInterval())) {
                    continue;
                }
                boolean[] simulated = simulated(synapses);
                fired.clear();
                network.advance(
                        step + 1 - begun,
                        spikes,
                        Arrays.copyOfRange(rewards, begun, step + 1),
                        fired);
                spikes.clear();
                begun = step + 1;
                rows.compare(deviation, neuron, step);
                if ((step + 1) % plasticity.weightUpdateInterval() == 0) {
                    row = compareUpdate(deviation, synapses, row, step + 1, simulated);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput(file.path() + ": " + e.getMessage() + ".");
        }
        return deviation;
    }

    private int[][] spikesByStep() {
        List<List<Integer>> lists = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            lists.add(new ArrayList<>(0));
        }
        for (int n = 0; n < stamps.size(); n++) {
            for (double stamp : stamps.get(n)) {
                int step = file.whole("input_spike_stamps", stamp);
                if (step < steps) {
                    lists.get(step).add(n);
                }
            }
        }
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private boolean[] simulated(PlasticSynapses synapses) {
        boolean[] simulated = new boolean[synapses.pairs().synapses()];
        for (int k = 0; k < simulated.length; k++) {
            simulated[k] = plasticity.simulateRetracted() || synapses.weight(k) != 0;
        }
        return simulated;
    }

    private int compareUpdate(
            Deviation deviation,
            PlasticSynapses synapses,
            int row,
            int step,
            boolean[] simulatedBefore) {
        double[] at = updates.column("step");
        int next = row;
        while (next < updates.rows() && at[next] < step) {
            next++;
        }
        boolean[] simulatedAfter = simulated(synapses);
        for (; next < updates.rows() && at[next] == step; next++) {
            int k = file.whole("syn", updates.column("syn")[next]);
            if (k >= simulatedAfter.length) {
                throw new BadInput(
                        file.path()
                                + ": its updates speak of a synapse "
                                + k
                                + ", but it has "
                                + simulatedAfter.length
                                + ".");
            }
            String of = " of synapse " + k;
            compare(deviation, "eligibility_trace", of, step, synapses.eligibility(k), next);
            compare(deviation, "reward_gradient", of, step, synapses.gradient(k), next);
            compare(deviation, "synaptic_parameter", of, step, synapses.theta(k), next);
            compare(deviation, "weight", of, step, synapses.weight(k), next);
            if (simulatedBefore[k] && simulatedAfter[k]) {
                int pre = k / theta.get(0).length;
                compare(deviation, "psp_facilitation", of, step, synapses.facilitation(pre), next);
                compare(deviation, "psp_depression", of, step, synapses.depression(pre), next);
            }
        }
        return next;
    }

    private void compare(
            Deviation deviation, String column, String of, int step, double ours, int row) {
        deviation.compare(column + of, step, ours, updates.column(column)[row]);
    }
}
