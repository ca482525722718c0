package sporeloop.scenarios.training;

import java.util.ArrayDeque;
import java.util.Deque;
import sporeloop.bridge.Reading;

/**
 * Where a run pauses to be read, and the readings that its closing figures need.
 *
 * <p>It pauses on the report grid, at its end, and where the final window begins: that window is the
 * last {@code window} intervals, or the whole run if it is shorter. A run that is stopped early takes
 * the nearest earlier pause.
 */
final class Milestones {
    private final long duration;
    private final long report;
    private final long window;
    private final Deque<Reading> readings = new ArrayDeque<>();
    private final Reading first;
    private Reading lastRow;

    Milestones(Reading first, long duration, long report, long window) {
        this.first = first;
        this.duration = duration;
        this.report = report;
        this.window = window;
        lastRow = first;
        readings.add(first);
    }

    /** The next boundary to pause at, after {@code k}. */
    long next(long k) {
        long next = Math.min(duration, (k / report + 1) * report);
        long mark = duration - window;
        return k < mark ? Math.min(next, mark) : next;
    }

    /** Whether the run is over at boundary {@code k}. */
    boolean done(long k) {
        return k >= duration;
    }

    /** Whether a reading at this boundary, the run's last if {@code last}, gets a row. */
    boolean deservesRow(Reading reading, boolean last) {
        long k = reading.intervals();
        return k > lastRow.intervals() && (last || k % report == 0);
    }

    /** Keeps a reading. */
    void keep(Reading reading, boolean row) {
        if (row) {
            lastRow = reading;
        }
        readings.add(reading);
        while (readings.size() > 1 && second().intervals() <= reading.intervals() - window) {
            readings.removeFirst();
        }
    }

    private Reading second() {
        var iterator = readings.iterator();
        iterator.next();
        return iterator.next();
    }

    /** The run's start. */
    Reading first() {
        return first;
    }

    /** End of the last row, or the start. */
    Reading lastRow() {
        return lastRow;
    }

    /** The last reading. */
    Reading last() {
        return readings.getLast();
    }

    /** Where the final window begins. */
    Reading finalWindow() {
        return readings.getFirst();
    }
}
