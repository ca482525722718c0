package sporeloop.scenarios.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import sporeloop.bridge.Reading;

/**
 * Where a run pauses to be read, and the readings that its closing figures need.
 *
 * <p>It pauses on the report grid, where a checkpoint is due, at its end, and where the final window
 * begins: that window is the last {@code window} intervals, or the whole run if it is shorter. A run
 * that is stopped early takes the nearest earlier row's end.
 */
final class Milestones {
    /**
     * Where a run pauses [exchange intervals].
     *
     * @param duration the whole run
     * @param report between two rows
     * @param window the final window
     * @param checkpoint between two checkpoints, a whole number of {@code rebuild}
     * @param rebuild between two rebuildings of the physics, the only places to go on from
     */
    record Course(long duration, long report, long window, long checkpoint, long rebuild) {
        /** The last boundary from which a longer run could go on; 0 if there is none. */
        long lastRebuild() {
            return duration / rebuild * rebuild;
        }
    }

    private final Course course;
    private final Deque<Reading> readings = new ArrayDeque<>();
    private final Reading first;
    private Reading lastRow;
    private Reading last;

    Milestones(Reading first, Course course) {
        this(first, first, first, course);
        readings.add(first);
    }

    private Milestones(Reading first, Reading lastRow, Reading last, Course course) {
        this.first = first;
        this.lastRow = lastRow;
        this.last = last;
        this.course = course;
    }

    /** The next boundary to pause at, after {@code k}. */
    long next(long k) {
        long next = Math.min(course.duration, after(k, course.report));
        next = Math.min(next, after(k, course.checkpoint));
        long last = course.lastRebuild();
        next = k < last ? Math.min(next, last) : next;
        return k < mark() ? Math.min(next, mark()) : next;
    }

    /** Where the final window is to begin. */
    private long mark() {
        return course.duration - course.window;
    }

    private static long after(long k, long grid) {
        return (k / grid + 1) * grid;
    }

    /** Whether the run is over at boundary {@code k}. */
    boolean done(long k) {
        return k >= course.duration;
    }

    /** Whether every run has a row that ends at boundary {@code k}. */
    boolean onReportGrid(long k) {
        return k % course.report == 0;
    }

    /** Whether there is something to tell since the last row. */
    boolean sinceLastRow(long k) {
        return k > lastRow.intervals();
    }

    /** Whether a checkpoint is due at boundary {@code k}. */
    boolean checkpointDue(long k) {
        return k % course.checkpoint == 0 || k == course.lastRebuild();
    }

    /** Keeps a reading, the newest. */
    void keep(Reading reading) {
        last = reading;
        if (mayBeginTheFinalWindow(reading)) {
            readings.add(reading);
        }
        while (readings.size() > 1 && second().intervals() <= reading.intervals() - course.window) {
            readings.removeFirst();
        }
    }

    private boolean mayBeginTheFinalWindow(Reading reading) {
        return onReportGrid(reading.intervals()) || reading.intervals() == mark();
    }

    /** A row was written up to the newest reading. */
    void wroteRow() {
        lastRow = last;
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
        return last;
    }

    /** Where the final window begins. */
    Reading finalWindow() {
        return readings.getFirst();
    }

    /** Writes the readings. */
    void save(DataOutput out) throws IOException {
        first.save(out);
        lastRow.save(out);
        last.save(out);
        out.writeInt(readings.size());
        for (Reading reading : readings) {
            reading.save(out);
        }
    }

    /**
     * The milestones of a run that goes on with the readings that {@link #save} wrote, perhaps for
     * longer.
     */
    static Milestones restored(DataInput in, Course course) throws IOException {
        Milestones restored =
                new Milestones(
                        Reading.restored(in), Reading.restored(in), Reading.restored(in), course);
        for (int left = in.readInt(); left > 0; left--) {
            Reading reading = Reading.restored(in);
            if (restored.readings.isEmpty() || restored.mayBeginTheFinalWindow(reading)) {
                restored.readings.add(reading);
            }
        }
        if (restored.readings.isEmpty()) {
            throw new IOException("no reading");
        }
        return restored;
    }
}
