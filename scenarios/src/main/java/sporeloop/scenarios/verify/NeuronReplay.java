package sporeloop.scenarios.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sporeloop.scenarios.file.BadInput;
import sporeloop.spore.Spikes;
import sporeloop.spore.network.Network;
import sporeloop.spore.network.NetworkBuilder;
import sporeloop.spore.neuron.Population;
import sporeloop.spore.neuron.Receptor;

/** Replays one neuron: its input spikes or current were recorded, its output spikes are replayed. */
final class NeuronReplay {
    /** A neuron has no weight updates; its replays are cut as if it had one every 100 steps. */
    private static final int UPDATE_INTERVAL = 100;

    /** The original has no bounds of the threshold; ours are out of its reach. */
    private static final double FAR = 1e300;

    private final CaseFile file;
    private final double stepMs;
    private final int steps;
    private final Population population;
    private final NeuronRows rows;
    private final List<Input> inputs = new ArrayList<>();
    private final TreeMap<Integer, Double> currents = new TreeMap<>();

    /** A spike generator: stamps and delay in steps. */
    private record Input(int[] stamps, double weight, int delay, Receptor receptor) {}

    NeuronReplay(CaseFile file) {
        this.file = file;
        stepMs = file.stepMs();
        steps = file.steps();
        population = population(file, "params", stepMs);
        rows = new NeuronRows(file, "steps", deadTime(population), stepMs, steps);
        if (file.has("inputs")) {
            for (JsonNode input : file.node("inputs")) {
                inputs.add(input("inputs[" + inputs.size() + "]", input));
            }
        }
        if (file.has("current")) {
            readCurrent(file.node("current"));
        }
    }

    /** The neuron's parameters that the object {@code key} and the case itself give; one neuron. */
    static Population population(CaseFile file, String key, double stepMs) {
        Map<String, JsonNode> given = CaseParameters.among(file, Population.class);
        given.putAll(file.object("all_parameters"));
        given.putAll(file.object(key));
        given.putIfAbsent("threshold_min", DoubleNode.valueOf(-FAR));
        given.putIfAbsent("threshold_max", DoubleNode.valueOf(FAR));
        Population standard = Population.of(1).withDeadTime(Math.round(1 / stepMs));
        return CaseParameters.with(file, key, standard, given, stepMs);
    }

    /** The dead time that every spike sets [steps]; −1 if it is drawn at each spike. */
    static long deadTime(Population population) {
        return population.deadTimeRandom() ? -1 : population.deadTime();
    }

    private Input input(String where, JsonNode node) {
        Map<String, JsonNode> fields =
                file.fields(where, node, Set.of("times", "weight", "delay", "port"));
        double[] times = file.numbers(where + ".times", fields.get("times"));
        int[] stamps = new int[times.length];
        for (int n = 0; n < times.length; n++) {
            stamps[n] =
                    file.whole(where + ".times in steps", CaseParameters.steps(times[n], stepMs));
        }
        double port = fields.containsKey("port") ? file.finite(where, fields.get("port")) : 0;
        if (port != 0 && port != 1) {
            throw new BadInput(
                    file.path()
                            + ": "
                            + where
                            + ".port = "
                            + port
                            + ", but must be 0 (excitatory) or 1 (inhibitory).");
        }
        return new Input(
                stamps,
                file.finite(where + ".weight", fields.get("weight")),
                file.whole(
                        where + ".delay in steps",
                        CaseParameters.steps(delay(where, fields), stepMs)),
                port == 1 ? Receptor.INHIBITORY : Receptor.EXCITATORY);
    }

    private double delay(String where, Map<String, JsonNode> fields) {
        return fields.containsKey("delay") ? file.finite(where + ".delay", fields.get("delay")) : 1;
    }

    private void readCurrent(JsonNode node) {
        Map<String, JsonNode> fields =
                file.fields("current", node, Set.of("times", "values", "weight", "delay"));
        double[] times = file.numbers("current.times", fields.get("times"));
        double[] values = file.numbers("current.values", fields.get("values"));
        double weight =
                fields.containsKey("weight")
                        ? file.finite("current.weight", fields.get("weight"))
                        : 1;
        double delay = delay("current", fields);
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

    List<Finding> replay(boolean reference) {
        List<Finding> findings = new ArrayList<>();
        for (Way way : Way.all(UPDATE_INTERVAL, reference)) {
            findings.add(replay(way).finding(file, way));
        }
        return findings;
    }

    private Deviation replay(Way way) {
        Deviation deviation = new Deviation();
        Spikes[] spikes = spikesByStep();
        try (ReplayedNetwork network = ReplayedNetwork.of(network(), way)) {
            network.draw(rows.spikes());
            Spikes input = new Spikes(64);
            int begun = 0;
            for (int step = 0; step < steps; step++) {
                Double current = currents.get(step);
                if (current != null) {
                    network.setCurrent(current);
                }
                Spikes now = spikes[step];
                for (int n = 0; now != null && n < now.size(); n++) {
                    input.add(step - begun, now.neuron(n));
                }
                boolean cut = currents.containsKey(step + 1);
                if (cut || step == steps - 1 || way.endsAfter(step + 1, UPDATE_INTERVAL)) {
                    network.advance(input, new double[step + 1 - begun]);
                    input.clear();
                    begun = step + 1;
                    rows.compare(deviation, network, step);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput(file.path() + ": " + e.getMessage() + ".");
        }
        return deviation;
    }

    /** The spikes stamped each step; null where there are none. */
    private Spikes[] spikesByStep() {
        Spikes[] spikes = new Spikes[steps];
        for (int n = 0; n < inputs.size(); n++) {
            for (int stamp : inputs.get(n).stamps) {
                if (stamp < steps) {
                    if (spikes[stamp] == null) {
                        spikes[stamp] = new Spikes(2);
                    }
                    spikes[stamp].add(0, n);
                }
            }
        }
        return spikes;
    }

    /** The neuron with a source of its own for each input. */
    private NetworkBuilder network() {
        NetworkBuilder builder =
                Network.builder(stepMs, 0).population(ReplayedNetwork.NEURON, population);
        for (int n = 0; n < inputs.size(); n++) {
            Input input = inputs.get(n);
            builder.source("input " + n, 1)
                    .project(
                            "input " + n,
                            ReplayedNetwork.NEURON,
                            p ->
                                    p.fixed(input.weight, 0)
                                            .delay(input.delay)
                                            .receptor(input.receptor));
        }
        return builder.readout(ReplayedNetwork.NEURON);
    }
}
