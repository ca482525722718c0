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

    /** Show how far the run is. */
    record Show(double seconds, double mainFigure) implements Command {}

    /** Bring everything to the disk and stop; answered by {@link Closed}. */
    record Close(ActorRef<Closed> replyTo) implements Command {}

    /** All rows are on the disk. */
    record Closed() {}

    private final ProgressCsv rows;
    private final CheckpointFolder checkpoints;
    private final Progress progress;

    private Recorder(
            ActorContext<Command> context,
            ProgressCsv rows,
            CheckpointFolder checkpoints,
            Progress progress) {
        super(context);
        this.rows = rows;
        this.checkpoints = checkpoints;
        this.progress = progress;
    }

    /** The recorder of a run; the table is closed with it. */
    static Behavior<Command> create(
            ProgressCsv rows, CheckpointFolder checkpoints, Progress progress) {
        return Behaviors.setup(context -> new Recorder(context, rows, checkpoints, progress));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Append.class, this::onAppend)
                .onMessage(Checkpoint.class, this::onCheckpoint)
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
            checkpoints.write(checkpoint.snapshot(), new Lengths(rows.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        checkpoint.replyTo().tell(new Checkpointed(checkpoint.snapshot()));
        return this;
    }

    private Behavior<Command> onShow(Show show) {
        progress.advanced(show.seconds(), show.mainFigure());
        return this;
    }

    private Behavior<Command> onClose(Close close) {
        try {
            rows.sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close.replyTo().tell(new Closed());
        return Behaviors.stopped();
    }

    private Behavior<Command> closed() {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
