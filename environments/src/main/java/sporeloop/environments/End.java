package sporeloop.environments;

/** Why an episode ended, or that it did not. */
public enum End {
    /** The episode goes on. */
    NONE,
    /** The task's own end: reached, or fallen. The state after it has no value. */
    TERMINATED,
    /** A limit cut the episode short; the state would go on and has a value. */
    TRUNCATED
}
