package sporeloop.scenarios.training;

import sporeloop.bridge.Side;
import sporeloop.bridge.StateBuffer;
import sporeloop.results.file.Saver;

/**
 * The state of a run's parts at a boundary, as bytes that were taken while the loop stood there, to be
 * compressed and written while it goes on. Its buffers are filled again and again. Belongs to one at a
 * time.
 */
final class Snapshot {
    private final StateBuffer environment = new StateBuffer();
    private final StateBuffer network = new StateBuffer();
    private final StateBuffer exchange = new StateBuffer();
    private final StateBuffer readings = new StateBuffer();
    private long boundary;
    private int missing;

    /** Begins a new snapshot: the three sides are still missing. */
    void begin(long k, Milestones milestones) {
        boundary = k;
        missing = Side.values().length;
        readings.fill(milestones::save);
    }

    /** The buffer for a side's state. */
    StateBuffer buffer(Side side) {
        return switch (side) {
            case BODY -> environment;
            case BRAIN -> network;
            case BRIDGE -> exchange;
        };
    }

    /** One more side's state is in; says whether all are. */
    boolean filled() {
        return --missing == 0;
    }

    /** Exchange intervals done. */
    long boundary() {
        return boundary;
    }

    Saver environment() {
        return environment::copyTo;
    }

    Saver network() {
        return network::copyTo;
    }

    Saver exchange() {
        return exchange::copyTo;
    }

    Saver readings() {
        return readings::copyTo;
    }
}
