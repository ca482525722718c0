package sporeloop.scenarios.sweep;

/**
 * What a sweep came to; its trials lie in its folder.
 *
 * @param end in what way it ended
 * @param finished trials that this run finished
 * @param reused trials that were there
 * @param failed trials that failed, now or before
 * @param message one sentence for the user; empty unless it was stopped
 */
public record SweepResult(End end, long finished, long reused, long failed, String message) {
    /** In what way a sweep ended. */
    public enum End {
        /** All its trials are there. */
        DONE,
        /** The budget was used up. */
        OUT_OF_TIME,
        /** The process was asked to stop. */
        INTERRUPTED,
        /** Something that no trial can help, such as a full disk. */
        STOPPED
    }
}
