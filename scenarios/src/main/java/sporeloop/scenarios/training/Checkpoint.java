package sporeloop.scenarios.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sporeloop.bridge.Grid;
import sporeloop.results.RefusedException;
import sporeloop.results.file.SectionFile;
import sporeloop.results.file.SectionWriter;

/**
 * The whole state of a run at one boundary between exchange intervals, where the physics has just been
 * rebuilt from its explicit state: a run that goes on from here leaves the same bytes as one that was
 * never stopped. Holds nothing of the wall clock. Layout: {@code docs/formats.md}.
 *
 * @param boundary exchange intervals done
 * @param lengths of what had been written of each file
 */
record Checkpoint(long boundary, Lengths lengths, SectionFile file) {
    /** What the file is called in its framing. */
    static final String KIND = "checkpoint";

    /** Raised whenever what the sections hold changes; an older one is refused. */
    static final int VERSION = 4;

    private static final String RUN = "run";
    private static final String ENVIRONMENT = "environment";
    private static final String NETWORK = "network";
    private static final String EXCHANGE = "exchange";
    private static final String READINGS = "readings";

    /**
     * What had been written when the checkpoint was made [bytes].
     *
     * @param progress of {@code progress.csv}
     * @param recording of the recording, up to its last frame's end; 0 without one
     */
    record Lengths(long progress, long recording) {
        void save(DataOutput out) throws IOException {
            out.writeLong(progress);
            out.writeLong(recording);
        }

        static Lengths restored(DataInput in) throws IOException {
            return new Lengths(in.readLong(), in.readLong());
        }
    }

    /** The file of a snapshot. */
    static SectionWriter writer(Snapshot snapshot, Lengths lengths) throws IOException {
        return SectionFile.writer(KIND, VERSION)
                .section(
                        RUN,
                        out -> {
                            out.writeLong(snapshot.boundary());
                            lengths.save(out);
                        })
                .section(ENVIRONMENT, snapshot.environment())
                .section(NETWORK, snapshot.network())
                .section(EXCHANGE, snapshot.exchange())
                .section(READINGS, snapshot.readings());
    }

    /** Reads a file and checks its framing; the parts are checked by {@link #restore}. */
    static Checkpoint read(Path path) throws IOException {
        SectionFile file = SectionFile.read(path, KIND, VERSION);
        if (file.version() < VERSION) {
            throw new RefusedException(
                    "%s was written by an older version of Sporeloop (format %d, this one reads %d). Go on with that one, or start the run again."
                            .formatted(path, file.version(), VERSION));
        }
        long[] boundary = new long[1];
        Lengths[] lengths = new Lengths[1];
        file.restore(
                RUN,
                in -> {
                    boundary[0] = in.readLong();
                    lengths[0] = Lengths.restored(in);
                });
        return new Checkpoint(boundary[0], lengths[0], file);
    }

    /**
     * Puts its state into parts that have just been built, and gives the readings so far.
     *
     * @throws RefusedException if a part has another shape than the one that was saved
     */
    Milestones restore(LoopParts parts, Milestones.Course course) throws IOException {
        file.restore(ENVIRONMENT, parts.body()::restore);
        restoreNetwork(parts);
        file.restore(EXCHANGE, parts.exchange()::restore);
        Milestones[] milestones = new Milestones[1];
        file.restore(READINGS, in -> milestones[0] = Milestones.restored(in, course));
        Grid grid = parts.exchange().grid();
        for (long at : List.of(parts.exchange().interval(), milestones[0].last().intervals())) {
            if (at != boundary) {
                throw new RefusedException(
                        "The checkpoint of simulated time %.3f s holds a part of simulated time %.3f s: it is damaged."
                                .formatted(grid.seconds(boundary), grid.seconds(at)));
            }
        }
        return milestones[0];
    }

    /** Puts the trained network alone into new parts: everything else begins anew. */
    void restoreNetwork(LoopParts parts) throws IOException {
        file.restore(NETWORK, parts.brain()::restore);
    }
}
