package sporeloop.bridge;

/** Who answers, where one message serves all parts of the loop. */
public enum Side {
    /** The environment's actor. */
    BODY,
    /** The agent's actor. */
    BRAIN,
    /** The bridge itself. */
    BRIDGE
}
