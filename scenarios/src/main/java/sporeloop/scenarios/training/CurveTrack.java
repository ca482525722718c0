package sporeloop.scenarios.training;

import java.util.ArrayList;
import java.util.List;
import sporeloop.bridge.Exchange;
import sporeloop.bridge.Reading;
import sporeloop.results.recording.Reel;
import sporeloop.results.recording.Stream;

/**
 * The rows of the learning curve: the row's end in simulated seconds and the task's main figure. A row
 * that nobody recorded when it was due is recorded when somebody does again.
 */
final class CurveTrack implements Track {
    /** No figure is about what the agent says of itself, which takes a look at each synapse. */
    private static final double[] NOT_ASKED = {};

    private final LoopParts parts;
    private final Ledger ledger;
    private final long row;
    private final List<double[]> due = new ArrayList<>();
    private Reading last;
    private long noted;

    /**
     * The curve of a loop that has been started or restored.
     *
     * @param row intervals of a row
     * @param lastRow how things stood at the end of the last row, or at the start
     */
    CurveTrack(LoopParts parts, long row, Reading lastRow) {
        this.parts = parts;
        this.row = row;
        ledger = Ledger.of(parts);
        last = lastRow;
    }

    @Override
    public Stream stream() {
        return Stream.samples("curve", "", List.of("until [s]", ledger.mainFigure()));
    }

    /** Looks whether a row ends: to be called each interval, unless it is recorded. */
    void note(Exchange exchange) {
        // Of the interval that is ending its reward is not in the sums yet; no figure is about it
        // alone.
        long done = exchange.interval() + 1;
        if (done % row != 0 || done == noted) {
            return;
        }
        noted = done;
        double[] tallies = new double[parts.body().spec().tallies().size()];
        parts.body().tallies(tallies);
        Reading now =
                new Reading(
                        done,
                        exchange.rewardSum() + exchange.sensed().reward,
                        exchange.motorSpikes() + exchange.motor().size(),
                        tallies,
                        NOT_ASKED);
        double figure = ledger.figures(last, now).getOrDefault(ledger.mainFigure(), Double.NaN);
        due.add(new double[] {exchange.grid().seconds(done), figure});
        last = now;
    }

    @Override
    public void record(Exchange exchange, long step, int stream, Reel reel) {
        note(exchange);
        // A step holds one row: those that are late come one interval after the other.
        if (!due.isEmpty()) {
            reel.sample(stream, Tracks.last(exchange, step), due.remove(0));
        }
    }
}
