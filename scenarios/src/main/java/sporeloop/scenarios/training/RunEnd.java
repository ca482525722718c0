package sporeloop.scenarios.training;

/** In what way a run ended. */
public enum RunEnd {
    /** It came to its end. */
    DONE,
    /** It was stopped by Ctrl-C or SIGTERM. */
    INTERRUPTED,
    /** A part failed, or fell silent. */
    FAILED
}
