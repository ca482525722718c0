package sporeloop.scenarios.training;

import java.io.IOException;
import java.nio.file.Path;
import sporeloop.bridge.Exchange;
import sporeloop.environments.End;
import sporeloop.environments.Sensation;
import sporeloop.results.file.SectionFile;
import sporeloop.scenarios.file.Scenario;

/**
 * What an agent would do in states that it is shown: its senses are held, nothing moves, nothing is
 * learned. For encoders that see the observation; events of a camera there are none. Not thread-safe.
 */
public final class Probe {
    /** How long a state is shown before the commands count [ms]: many times any filter's memory. */
    private static final double SETTLING = 400;

    /** Over how long the commands are averaged [ms]. */
    private static final double AVERAGING = 1000;

    private final LoopParts parts;

    private Probe(LoopParts parts) {
        this.parts = parts;
        parts.exchange().start();
    }

    /** The scenario's agent as it is at the start of a training. */
    public static Probe untrained(Scenario scenario) {
        return new Probe(new Wiring(scenario).agent(false));
    }

    /**
     * The scenario's agent in the state that a training left.
     *
     * @param agent the file {@code agent.bin} of a run with the same network
     * @throws IOException in one sentence, if the file can't be used
     */
    public static Probe trained(Scenario scenario, Path agent) throws IOException {
        SectionFile state = SectionFile.read(agent, "agent", 1);
        return new Probe(new Wiring(scenario).trained(state, false));
    }

    /**
     * The mean command in a state.
     *
     * @param observation one number a channel
     * @return one number a channel
     */
    public double[] command(double... observation) {
        double interval = parts.exchange().grid().interval();
        for (long k = Math.round(SETTLING / interval); k > 0; k--) {
            advance(observation);
        }
        long counted = Math.max(1, Math.round(AVERAGING / interval));
        double[] mean = new double[parts.exchange().command().length];
        for (long k = 0; k < counted; k++) {
            advance(observation);
            double[] command = parts.exchange().command();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += command[i] / counted;
            }
        }
        return mean;
    }

    private void advance(double[] observation) {
        Exchange exchange = parts.exchange();
        parts.brain()
                .advance(
                        exchange.grid().exchange(),
                        exchange.sensory(),
                        exchange.reward(),
                        exchange.motor());
        Sensation sensed = exchange.sensed();
        System.arraycopy(observation, 0, sensed.observation, 0, sensed.observation.length);
        sensed.events.clear();
        sensed.reward = 0;
        sensed.end = End.NONE;
        exchange.exchange(exchange.interval());
    }
}
