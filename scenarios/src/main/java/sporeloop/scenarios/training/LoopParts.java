package sporeloop.scenarios.training;

import sporeloop.agents.SporeAgent;
import sporeloop.bridge.Body;
import sporeloop.bridge.Brain;
import sporeloop.bridge.Exchange;
import sporeloop.bridge.Loop;
import sporeloop.bridge.Reading;

/** The three parts of a loop, to be put into actors or into a plain loop. */
record LoopParts(Body body, Brain brain, Exchange exchange) {
    /** The parts as a plain loop in one thread. */
    Loop loop() {
        return new Loop(body, brain, exchange);
    }

    /** Plastic synapses of the brain. */
    long plasticSynapses() {
        return brain instanceof SporeAgent agent
                ? agent.network().telemetry().plasticSynapses()
                : 0;
    }

    /** The running sums at this boundary. */
    Reading reading() {
        return Reading.of(exchange, body, brain);
    }
}
