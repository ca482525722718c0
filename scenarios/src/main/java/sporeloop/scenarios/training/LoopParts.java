package sporeloop.scenarios.training;

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

    /** The running sums at this boundary. */
    Reading reading() {
        return Reading.of(exchange, body, brain);
    }
}
