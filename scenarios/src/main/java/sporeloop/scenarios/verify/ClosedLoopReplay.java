package sporeloop.scenarios.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sporeloop.scenarios.file.BadInput;
import sporeloop.spore.Spikes;
import sporeloop.spore.network.Network;
import sporeloop.spore.network.NetworkBuilder;
import sporeloop.spore.neuron.Population;
import sporeloop.spore.plasticity.Plasticity;

/** Replays one neuron behind plastic synapses: inputs, rewards and output spikes were recorded. */
final class ClosedLoopReplay {
    private static final String INPUT = "input";
    private static final String PROJECTION = INPUT + "-" + ReplayedNetwork.NEURON;

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
    private final StepIndex updateRows;
    private final int delay;

    ClosedLoopReplay(CaseFile file) {
        this.file = file;
        stepMs = file.stepMs();
        steps = file.steps();
        population = NeuronReplay.population(file, "neuron", stepMs);
        plasticity = SynapseReplay.plasticity(file, "synapse", stepMs);
        if (plasticity.temperature() > 0 || plasticity.gradientNoise() > 0) {
            throw new BadInput(
                    file.path()
                            + ": has noise (temperature or gradient_noise > 0), so its steps can't be replayed.");
        }
        stamps = file.lists("input_spike_stamps");
        theta = file.lists("theta0");
        checkTheta();
        CaseTable reward = file.table("reward");
        reward.checkSteps(steps);
        rewards = reward.finite("reward");
        rows =
                new NeuronRows(
                        file, "neuron_steps", NeuronReplay.deadTime(population), stepMs, steps);
        updates = file.table("updates");
        int synapses = theta.size() * theta.get(0).length;
        updateRows = SynapseReplay.updateRows(updates, plasticity, steps, synapses);
        delay =
                file.whole(
                        "synaptic_delay_ms in steps",
                        CaseParameters.steps(file.number("synaptic_delay_ms", 1), stepMs));
    }

    private void checkTheta() {
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

    List<Finding> replay(boolean reference) {
        List<Finding> findings = new ArrayList<>();
        for (Way way : Way.all(plasticity.weightUpdateInterval(), reference)) {
            findings.add(replay(way).finding(file, way));
        }
        return findings;
    }

    private NetworkBuilder network() {
        return Network.builder(stepMs, 0)
                .source(INPUT, stamps.size())
                .population(ReplayedNetwork.NEURON, population)
                .project(
                        INPUT,
                        ReplayedNetwork.NEURON,
                        p ->
                                p.synapsesPerPair(theta.get(0).length)
                                        .plastic(plasticity)
                                        .delay(delay))
                .readout(ReplayedNetwork.NEURON);
    }

    private Deviation replay(Way way) {
        Deviation deviation = new Deviation();
        int[][] input = spikesByStep();
        try (ReplayedNetwork network = ReplayedNetwork.of(network(), way)) {
            network.draw(rows.spikes());
            double[] initial = theta.stream().flatMapToDouble(Arrays::stream).toArray();
            ReplayedSynapses synapses = network.synapses(PROJECTION, initial);
            compareUpdate(deviation, synapses, 0, new boolean[initial.length]);
            Spikes spikes = new Spikes(64);
            int begun = 0;
            for (int step = 0; step < steps; step++) {
                for (int neuron : input[step]) {
                    spikes.add(step - begun, neuron);
                }
                if (step < steps - 1
                        && !way.endsAfter(step + 1, plasticity.weightUpdateInterval())) {
                    continue;
                }
                boolean[] simulated = simulated(synapses, initial.length);
                network.advance(spikes, Arrays.copyOfRange(rewards, begun, step + 1));
                spikes.clear();
                begun = step + 1;
                rows.compare(deviation, network, step);
                if ((step + 1) % plasticity.weightUpdateInterval() == 0) {
                    compareUpdate(deviation, synapses, step + 1, simulated);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput(file.path() + ": " + e.getMessage() + ".");
        }
        return deviation;
    }

    private int[][] spikesByStep() {
        int[] counts = new int[steps];
        for (double[] each : stamps) {
            for (double stamp : each) {
                int step = file.whole("input_spike_stamps", stamp);
                if (step < steps) {
                    counts[step]++;
                }
            }
        }
        int[][] byStep = new int[steps][];
        for (int step = 0; step < steps; step++) {
            byStep[step] = new int[counts[step]];
        }
        for (int n = stamps.size() - 1; n >= 0; n--) {
            for (double stamp : stamps.get(n)) {
                if (stamp < steps) {
                    byStep[(int) stamp][--counts[(int) stamp]] = n;
                }
            }
        }
        return byStep;
    }

    private boolean[] simulated(ReplayedSynapses synapses, int count) {
        boolean[] simulated = new boolean[count];
        for (int k = 0; k < count; k++) {
            simulated[k] = plasticity.simulateRetracted() || synapses.weight(k) != 0;
        }
        return simulated;
    }

    private void compareUpdate(
            Deviation deviation, ReplayedSynapses synapses, int step, boolean[] simulatedBefore) {
        boolean[] simulatedAfter = simulated(synapses, simulatedBefore.length);
        for (int row = updateRows.first(step); row < updateRows.end(step); row++) {
            int k = file.whole("syn", updates.column("syn")[row]);
            if (k >= simulatedAfter.length) {
                throw new BadInput(
                        updates.place(row)
                                + ": syn = "
                                + k
                                + ", but must be in [0, "
                                + simulatedAfter.length
                                + "), a synapse of theta0.");
            }
            String of = " of synapse " + k;
            boolean trace = simulatedBefore[k] && simulatedAfter[k] && step < file.until();
            if (step <= file.until()) {
                compare(deviation, "eligibility_trace", of, step, synapses.eligibility(k), row);
                compare(deviation, "reward_gradient", of, step, synapses.gradient(k), row);
                compare(deviation, "synaptic_parameter", of, step, synapses.theta(k), row);
                compare(deviation, "weight", of, step, synapses.weight(k), row);
            }
            if (trace) {
                int pre = k / theta.get(0).length;
                compare(deviation, "psp_facilitation", of, step, synapses.facilitation(pre), row);
                compare(deviation, "psp_depression", of, step, synapses.depression(pre), row);
            }
        }
    }

    private void compare(
            Deviation deviation, String column, String of, int step, double ours, int row) {
        deviation.compare(column + of, step, ours, updates.column(column)[row]);
    }
}
