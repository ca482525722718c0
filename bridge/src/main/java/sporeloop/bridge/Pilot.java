package sporeloop.bridge;

/** Who steers the body. */
public enum Pilot {
    /** The agent, by the decoded command. */
    AGENT,
    /** The task's own controller, called in place of the decoded command and as late. */
    ORACLE
}
