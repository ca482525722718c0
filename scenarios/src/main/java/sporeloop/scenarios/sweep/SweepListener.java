package sporeloop.scenarios.sweep;

import sporeloop.results.sweep.TrialRecord;

/** Is told how a sweep goes on; called from several threads. */
public interface SweepListener {
    /** Says nothing. */
    SweepListener SILENT = new SweepListener() {};

    /** The sweep begins; as many trials are to come, as far as is known. */
    default void begun(SweepPlan plan, long trials) {}

    /** A trial begins. */
    default void started(Trial trial) {}

    /**
     * A trial has come this far; several times a second at most.
     *
     * @param share of its simulated time
     * @param figure its main figure in the last row; {@code NaN} before the first
     */
    default void advanced(Trial trial, double share, double figure) {}

    /** A trial is finished and on the disk; or was so before, if it is {@code reused}. */
    default void finished(Trial trial, TrialRecord record, boolean reused) {}

    /** A trial failed for the last time. */
    default void failed(Trial trial, TrialRecord record, boolean reused) {}
}
