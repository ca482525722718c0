package sporeloop.bridge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Body, brain and exchange in a plain loop in one thread: what the actors do, without them. For
 * evaluation, benchmarks, property tests and a researcher's own main method.
 */
public final class Loop {
    private final Body body;
    private final Brain brain;
    private final Exchange exchange;
    private final Witness witness;

    /** A loop that has yet to {@link #start}. */
    public Loop(Body body, Brain brain, Exchange exchange) {
        this(body, brain, exchange, Witness.NONE);
    }

    /** The same, under the eyes of a witness. */
    public Loop(Body body, Brain brain, Exchange exchange, Witness witness) {
        this.body = body;
        this.brain = brain;
        this.exchange = exchange;
        this.witness = witness;
    }

    /** Puts the body into its first episode. */
    public void start() {
        body.start(exchange.sensed());
        if (exchange.pilot() == Pilot.ORACLE) {
            body.oracle(exchange.oracle());
        }
        exchange.start();
    }

    /** Advances by a number of exchange intervals. */
    public void advance(long intervals) {
        boolean oracle = exchange.pilot() == Pilot.ORACLE;
        int steps = exchange.grid().exchange();
        for (long end = exchange.interval() + intervals; exchange.interval() < end; ) {
            body.advance(
                    exchange.disturbances(),
                    exchange.former(),
                    exchange.command(),
                    exchange.sensed());
            if (oracle) {
                body.oracle(exchange.oracle());
            } else {
                exchange.lesions().forEach(brain::lesion);
                brain.advance(steps, exchange.sensory(), exchange.reward(), exchange.motor());
            }
            witness.see(exchange);
            exchange.exchange(exchange.interval());
        }
    }

    /** The state of affairs at this boundary. */
    public Reading reading() {
        return Reading.of(exchange, body, brain);
    }

    /** Writes the state. */
    public void save(DataOutput out) throws IOException {
        body.save(out);
        brain.save(out);
        exchange.save(out);
    }

    /** Takes up the state that {@link #save} wrote. */
    public void restore(DataInput in) throws IOException {
        body.restore(in);
        brain.restore(in);
        exchange.restore(in);
    }
}
