package sporeloop.scenarios.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import sporeloop.scenarios.file.BadInput;
import sporeloop.spore.Spikes;
import sporeloop.spore.network.Network;
import sporeloop.spore.network.NetworkBuilder;
import sporeloop.spore.neuron.PoissonNeurons;
import sporeloop.spore.neuron.Population;
import sporeloop.spore.neuron.Receptor;

/** Replays one neuron: its input spikes or current were recorded, its output spikes are replayed. */
final class NeuronReplay {
    /** A neuron has no weight updates; its replays are cut as if it had one every 100 steps. */
    private static final int UPDATE_INTERVAL = 100;

    private final CaseFile file;
    private final double stepMs;
    private final int steps;
    private final Population population;
    private final NeuronRows rows;
    private final List<JsonNode> inputs = new ArrayList<>();
    private final TreeMap<Integer, Double> currents = new TreeMap<>();
    private final ReplayedSpikes output;

    NeuronReplay(CaseFile file) {
        this.file = file;
        stepMs = SynapseReplay.stepMs(file);
        steps = file.whole("T in steps", CaseParameters.steps(file.number("T"), stepMs));
        population = population(file, "params", stepMs);
        rows =
                new NeuronRows(
                        file.table("steps"),
                        file.hasTable("multimeter") ? file.table("multimeter") : null,
                        stepMs);
        if (file.has("inputs")) {
            file.node("inputs").forEach(inputs::add);
        }
        if (file.has("current")) {
            readCurrent(file.node("current"));
        }
        output = rows.replay(file, population, steps);
    }

    /** The neuron's parameters that the object {@code key} gives; one neuron. */
    static Population population(CaseFile file, String key, double stepMs) {
        Population standard = Population.of(1).withDeadTime(Math.round(1 / stepMs));
        return CaseParameters.with(file, key, standard, file.object(key), stepMs);
    }

    private void readCurrent(JsonNode current) {
        double[] times = file.numbers("current.times", current.get("times"));
        double[] values = file.numbers("current.values", current.get("values"));
        double weight =
                current.has("weight") ? file.finite("current.weight", current.get("weight")) : 1;
        double delay =
                current.has("delay") ? file.finite("current.delay", current.get("delay")) : 1;
        if (times.length != values.length) {
            throw new BadInput(
                    file.path()
                            + ": current has "
                            + times.length
                            + " times but "
                            + values.length
                            + " values.");
        }
        for (int n = 0; n < times.length; n++) {
            int read =
                    file.whole(
                            "current.times in steps",
                            CaseParameters.steps(times[n] + delay, stepMs) - 1);
            currents.put(read, weight * values[n]);
        }
    }

    List<Finding> replay() {
        List<Finding> findings = new ArrayList<>();
        for (Stretch stretch : Stretch.ways(UPDATE_INTERVAL)) {
            Deviation deviation = replay(stretch);
            findings.add(
                    new Finding(
                            file.name(), stretch.name(), deviation.passes(), deviation.toString()));
        }
        return findings;
    }

    private Deviation replay(Stretch stretch) {
        Spikes[] spikes = new Spikes[steps + 1];
        Deviation deviation = new Deviation();
        try (Network network = network(spikes)) {
            network.draw("neuron", output);
            PoissonNeurons neuron = network.telemetry().neurons("neuron");
            Spikes input = new Spikes(64);
            Spikes fired = new Spikes(64);
            int begun = 0;
            for (int step = 0; step < steps; step++) {
                Double current = currents.get(step);
                if (current != null) {
                    neuron.setCurrent(0, current);
                }
                Spikes now = spikes[step];
                for (int n = 0; now != null && n < now.size(); n++) {
                    input.add(step - begun, now.neuron(n));
                }
                boolean cut = currents.containsKey(step + 1);
                if (cut || step == steps - 1 || stretch.endsAfter(step + 1, UPDATE_INTERVAL)) {
                    fired.clear();
                    network.advance(step + 1 - begun, input, 0, fired);
                    input.clear();
                    begun = step + 1;
                    rows.compare(deviation, neuron, step);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput(file.path() + ": " + e.getMessage() + ".");
        }
        return deviation;
    }

    /** The neuron with a source of its own for each input; fills in the spikes stamped each step. */
    private Network network(Spikes[] spikes) {
        NetworkBuilder builder = Network.builder(stepMs, 0).population("neuron", population);
        for (int n = 0; n < inputs.size(); n++) {
            JsonNode input = inputs.get(n);
            String name = "input " + n;
            double weight = file.finite("weight of " + name, input.get("weight"));
            double delay =
                    input.has("delay") ? file.finite("delay of " + name, input.get("delay")) : 1;
            int steps =
                    file.whole(
                            "delay of " + name + " in steps", CaseParameters.steps(delay, stepMs));
            boolean inhibitory =
                    input.has("port") && file.finite("port of " + name, input.get("port")) == 1;
            builder.source(name, 1)
                    .project(
                            name,
                            "neuron",
                            p ->
                                    p.fixed(weight, 0)
                                            .delay(steps)
                                            .receptor(
                                                    inhibitory
                                                            ? Receptor.INHIBITORY
                                                            : Receptor.EXCITATORY));
            for (double time : file.numbers("times of " + name, input.get("times"))) {
                int stamp =
                        file.whole(
                                "times of " + name + " in steps",
                                CaseParameters.steps(time, stepMs));
                if (stamp < spikes.length) {
                    if (spikes[stamp] == null) {
                        spikes[stamp] = new Spikes(2);
                    }
                    spikes[stamp].add(0, n);
                }
            }
        }
        return builder.readout("neuron").build();
    }
}
