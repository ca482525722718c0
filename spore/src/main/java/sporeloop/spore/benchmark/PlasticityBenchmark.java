package sporeloop.spore.benchmark;

import sporeloop.spore.Spikes;
import sporeloop.spore.network.Network;
import sporeloop.spore.network.NetworkBuilder;
import sporeloop.spore.neuron.Population;
import sporeloop.spore.plasticity.Plasticity;
import sporeloop.spore.random.Seeds;
import sporeloop.spore.random.Threefry;
import sporeloop.spore.reference.ReferenceNetwork;

/**
 * Times networks of all-to-all plastic synapses, 10 a pair, whose inputs fire at 10 Hz, with the
 * defaults of the original software: steps of 1 ms, exchange intervals of 20, updates every 100.
 *
 * <p>Each figure is the best of several windows, so that other work on the machine does not count.
 */
public final class PlasticityBenchmark {
    private static final int INTERVAL = 20;
    private static final int SYNAPSES_PER_PAIR = 10;
    private static final double INPUT_RATE_PER_STEP = 0.01;
    private static final int PATTERNS = 50;

    /** What is timed: a network's size and the state its synapses begin in. */
    public record Setting(int inputs, int outputs, boolean active, int threads) {
        /** Synapses of the network. */
        public int synapses() {
            return inputs * outputs * SYNAPSES_PER_PAIR;
        }
    }

    /**
     * What came of it.
     *
     * @param realTimeFactor simulated seconds per second, engine
     * @param referenceRealTimeFactor the same of the reference; NaN: not timed
     * @param buildSeconds from the builder to the network, engine [s]
     */
    public record Figure(
            Setting setting,
            double realTimeFactor,
            double referenceRealTimeFactor,
            double buildSeconds) {
        /** Engine against reference. */
        public double ratio() {
            return realTimeFactor / referenceRealTimeFactor;
        }

        /** Time for each synapse and weight update, everything included [ns]. */
        public double nanosecondsPerSynapseUpdate() {
            return 1e9 * 0.1 / (realTimeFactor * setting.synapses());
        }
    }

    private final Setting setting;
    private final Spikes[] patterns = new Spikes[PATTERNS];

    private PlasticityBenchmark(Setting setting) {
        this.setting = setting;
        long key = Seeds.derive(1, "benchmark", 0);
        for (int n = 0; n < PATTERNS; n++) {
            patterns[n] = new Spikes(INTERVAL * setting.inputs());
            for (int s = 0; s < INTERVAL; s++) {
                for (int i = 0; i < setting.inputs(); i++) {
                    long word = Threefry.at(key, i, n * INTERVAL + s) >>> 32;
                    if (word < INPUT_RATE_PER_STEP * 0x1p32) {
                        patterns[n].add(s, i);
                    }
                }
            }
        }
    }

    /**
     * Times the engine for about {@code seconds}.
     *
     * @param reference what {@link #reference} gave for the same network; NaN: not timed
     */
    public static Figure engine(Setting setting, double seconds, double reference) {
        return new PlasticityBenchmark(setting).engine(seconds, reference);
    }

    /**
     * Times the reference for about {@code seconds}, an update interval at least: simulated over
     * wall time.
     */
    public static double reference(Setting setting, double seconds) {
        return new PlasticityBenchmark(setting).reference(seconds);
    }

    private NetworkBuilder network() {
        Plasticity plasticity = Plasticity.standard();
        return Network.builder(1, 1)
                .source("input", setting.inputs())
                .population(
                        "motor",
                        Population.of(setting.outputs())
                                .withDeadTime(5)
                                .withReset(false)
                                .withRate(0, 1, 1)
                                .withInput(-3)
                                .withHomeostasis(5, 0.1, 1000))
                .project(
                        "input",
                        "motor",
                        p ->
                                p.synapsesPerPair(SYNAPSES_PER_PAIR)
                                        .plastic(plasticity)
                                        .initial(setting.active() ? 2 : -0.5, 0.5))
                .readout("motor");
    }

    /** A network, whoever computes it. */
    private interface Steps {
        void advance(Spikes input, double reward, Spikes output);
    }

    private Figure engine(double seconds, double reference) {
        long begin = System.nanoTime();
        try (Network network = network().build()) {
            double built = (System.nanoTime() - begin) * 1e-9;
            network.threads(setting.threads());
            double factor =
                    best(
                            (input, reward, output) ->
                                    network.advance(INTERVAL, input, reward, output),
                            seconds,
                            5);
            return new Figure(setting, factor, reference, built);
        }
    }

    private double reference(double seconds) {
        ReferenceNetwork network = new ReferenceNetwork(network());
        return best(
                (input, reward, output) -> network.advance(INTERVAL, input, reward, output),
                seconds,
                setting.synapses() > 500_000 ? 0 : 2);
    }

    /** Simulated over wall time, in the best of several windows, a whole update interval at least. */
    private double best(Steps steps, double seconds, int windows) {
        Spikes output = new Spikes(1024);
        long interval = 0;
        double best = 0;
        for (int window = 0; window <= windows; window++) { // the first one warms up
            long begin = System.nanoTime();
            long end = begin + (long) (seconds * 1e9 / (windows + 1));
            long from = interval;
            long now = begin;
            while (now < end) {
                for (int n = 0; n < 5; n++) {
                    output.clear();
                    steps.advance(
                            patterns[(int) (interval % PATTERNS)],
                            interval % 7 == 0 ? 1 : 0,
                            output);
                    interval++;
                }
                now = System.nanoTime();
            }
            double simulated = (interval - from) * INTERVAL * 1e-3;
            if (window > 0 || windows == 0) {
                best = Math.max(best, simulated / ((now - begin) * 1e-9));
            }
        }
        return best;
    }
}
