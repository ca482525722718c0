package sporeloop.scenarios.sweep;

import java.io.IOException;
import java.util.Optional;
import sporeloop.results.run.RunDirectory;
import sporeloop.results.sweep.TrialRecord;

/** Runs one trial. */
public interface TrialRunner {
    /** Is told how far a trial is. */
    interface Watcher {
        /** The share of the simulated time that is done, and the main figure of the last row. */
        void advanced(double share, double figure);
    }

    /**
     * Runs a trial into its folder.
     *
     * @param sweep number of the sweep, for the record
     * @param attempt counted from 1
     * @return what it came to, with its error if it failed; empty if the process is asked to stop
     * @throws IOException if it can't be written down
     */
    Optional<TrialRecord> run(
            Trial trial, String sweep, int attempt, RunDirectory directory, Watcher watcher)
            throws IOException;
}
