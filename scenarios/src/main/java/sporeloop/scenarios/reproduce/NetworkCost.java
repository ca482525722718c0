package sporeloop.scenarios.reproduce;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.SplittableRandom;
import sporeloop.scenarios.file.Scenario;
import sporeloop.spore.Spikes;
import sporeloop.spore.network.Network;
import sporeloop.spore.network.NetworkParameters;
import sporeloop.spore.plasticity.Plasticity;

/**
 * What the network of a scenario costs by itself, in processor time of one thread, which other work on
 * the machine disturbs less than wall time: under random input like that of place cells, once learning
 * has settled for two simulated minutes. The best of several stretches.
 *
 * @param connections synapses that there are
 * @param active of these, those that are not retracted
 * @param realTimeFactor simulated over processor time
 * @param nanosPerUpdate processor time for a synapse and weight update [ns]
 * @param savedBytes what the network's state takes when it is saved
 */
record NetworkCost(
        long connections,
        long active,
        double realTimeFactor,
        double nanosPerUpdate,
        long savedBytes) {
    private static final int INPUTS = 256;
    private static final int STEPS = 20;
    private static final int STRETCHES = 6;
    private static final double WARM_UP_SECONDS = 120;
    private static final double STRETCH_SECONDS = 20;

    static NetworkCost of(Scenario scenario) {
        return measure(scenario.network(), scenario.plasticity(), scenario.bridge().step());
    }

    private static NetworkCost measure(
            NetworkParameters parameters, Plasticity plasticity, double step) {
        Network network =
                Network.fromParameters(
                        parameters,
                        plasticity,
                        java.util.Map.of(Scenario.ONLY_SOURCE, INPUTS),
                        step,
                        1);
        SplittableRandom random = new SplittableRandom(1);
        advance(network, random, (int) (WARM_UP_SECONDS * 1000 / (step * STEPS)));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int calls = (int) (STRETCH_SECONDS * 1000 / (step * STEPS));
        long best = Long.MAX_VALUE;
        for (int n = 0; n < STRETCHES; n++) {
            long before = threads.getCurrentThreadCpuTime();
            advance(network, random, calls);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
        }
        double simulated = calls * STEPS * step * 1e6;
        double updates = simulated / (plasticity.weightUpdateInterval() * step * 1e6);
        long connections = network.telemetry().plasticSynapses();
        return new NetworkCost(
                connections,
                network.telemetry().activeSynapses(),
                simulated / best,
                best / (updates * connections),
                size(network));
    }

    /** A bump of activity that wanders over a square of neurons, and a reward that comes and goes. */
    private static void advance(Network network, SplittableRandom random, int calls) {
        Spikes input = new Spikes(64);
        Spikes output = new Spikes(1024);
        for (int call = 0; call < calls; call++) {
            input.clear();
            int centre = random.nextInt(INPUTS);
            for (int n = 0; n < STEPS; n++) {
                int neuron = centre + random.nextInt(5) + 16 * random.nextInt(5);
                input.add(random.nextInt(STEPS), neuron % INPUTS);
            }
            output.clear();
            network.advance(STEPS, input, call / 50 % 2 - 0.3, output);
        }
    }

    private static long size(Network network) {
        try (DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream())) {
            network.save(out);
            return out.size();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
