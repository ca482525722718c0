package sporeloop.scenarios.training;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sporeloop.bridge.Intervention;
import sporeloop.results.recording.FrameBuffer;
import sporeloop.results.recording.RecordingWriter;
import sporeloop.results.run.ProgressCsv;
import sporeloop.scenarios.training.Checkpoint.Lengths;

/**
 * Writes a run down and tells its progress, on a dispatcher that may block. Fails if it can't write.
 */
final class Recorder extends AbstractBehavior<Recorder.Command> {
    /** What the recorder is told. */
    sealed interface Command {}

    /** Append a row; the array belongs to the recorder from now on. */
    record Append(double[] row) implements Command {}

    /** Write a checkpoint of a snapshot, which is lent until {@link Checkpointed}. */
    record Checkpoint(Snapshot snapshot, ActorRef<Checkpointed> replyTo) implements Command {}

    /** The checkpoint is on the disk. */
    record Checkpointed(Snapshot snapshot) {}

    /** Append a frame to the recording, and give it back to its tape. */
    record Keep(FrameBuffer frame, Tape tape) implements Command {}

    /** Write down all interventions of the run so far. */
    record Note(List<Intervention> all) implements Command {}

    /** Show how far the run is. */
    record Show(double seconds, double mainFigure) implements Command {}

    /** Bring everything to the disk and stop; answered by {@link Closed}. */
    record Close(ActorRef<Closed> replyTo) implements Command {}

    /** All rows are on the disk. */
    record Closed() {}

    private final ProgressCsv rows;
    private final @Nullable RecordingWriter recording;
    private final CheckpointFolder checkpoints;
    private final InterventionFile interventions;
    private final Progress progress;

    private Recorder(
            ActorContext<Command> context,
            ProgressCsv rows,
            @Nullable RecordingWriter recording,
            CheckpointFolder checkpoints,
            InterventionFile interventions,
            Progress progress) {
        super(context);
        this.rows = rows;
        this.recording = recording;
        this.checkpoints = checkpoints;
        this.interventions = interventions;
        this.progress = progress;
    }

    /** The recorder of a run; table and recording are closed with it. */
    static Behavior<Command> create(
            ProgressCsv rows,
            @Nullable RecordingWriter recording,
            CheckpointFolder checkpoints,
            InterventionFile interventions,
            Progress progress) {
        return Behaviors.setup(
                context ->
                        new Recorder(
                                context, rows, recording, checkpoints, interventions, progress));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Append.class, this::onAppend)
                .onMessage(Checkpoint.class, this::onCheckpoint)
                .onMessage(Keep.class, this::onKeep)
                .onMessage(Note.class, this::onNote)
                .onMessage(Show.class, this::onShow)
                .onMessage(Close.class, this::onClose)
                .onSignal(PostStop.class, stop -> closed())
                .build();
    }

    private Behavior<Command> onAppend(Append append) {
        try {
            rows.append(append.row());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private Behavior<Command> onCheckpoint(Checkpoint checkpoint) {
        try {
            rows.sync();
            long recorded = 0;
            if (recording != null) {
                recording.sync();
                recorded = recording.length();
            }
            checkpoints.write(checkpoint.snapshot(), new Lengths(rows.length(), recorded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        checkpoint.replyTo().tell(new Checkpointed(checkpoint.snapshot()));
        return this;
    }

    private Behavior<Command> onKeep(Keep keep) {
        try {
            Objects.requireNonNull(recording).append(keep.frame());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keep.tape().giveBack(keep.frame());
        return this;
    }

    private Behavior<Command> onNote(Note note) {
        try {
            interventions.write(note.all());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private Behavior<Command> onShow(Show show) {
        progress.advanced(show.seconds(), show.mainFigure());
        return this;
    }

    private Behavior<Command> onClose(Close close) {
        try {
            rows.sync();
            if (recording != null) {
                recording.finish();
                recording.sync();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close.replyTo().tell(new Closed());
        return Behaviors.stopped();
    }

    private Behavior<Command> closed() {
        try {
            rows.close();
            if (recording != null) {
                recording.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
