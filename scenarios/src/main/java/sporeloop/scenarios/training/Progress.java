package sporeloop.scenarios.training;

/** Is told how a run goes on; called from one thread at a time, and may block it. */
public interface Progress {
    /** Says nothing. */
    Progress SILENT = new Progress() {};

    /** The run begins. */
    default void started(double durationSeconds, String mainFigure) {}

    /** The run goes on from a checkpoint at this simulated time; comes after {@link #started}. */
    default void resumed(double seconds) {}

    /** Something happened that doesn't end the run, in one sentence. */
    default void noted(String sentence) {}

    /** The run failed, and begins again from a checkpoint at this simulated time, or from its start. */
    default void restarted(String failure, double seconds) {}

    /**
     * The run has come this far; several times a second at most.
     *
     * @param seconds simulated time done
     * @param mainFigure the task's main figure in the last row; {@code NaN} before the first
     */
    default void advanced(double seconds, double mainFigure) {}

    /** Training is over; the oracle and the untrained agent are being measured. */
    default void measuring() {}

    /** All files are written; the process may end right after this returns. */
    default void finished(TrainingResult result) {}
}
