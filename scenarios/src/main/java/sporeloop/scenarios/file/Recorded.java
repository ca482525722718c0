package sporeloop.scenarios.file;

/** What a recording can hold. */
public enum Recorded {
    /** Spikes that reach the agent. */
    SENSORY,
    /** Spikes that the agent's read-out neurons fire. */
    MOTOR,
    /** The camera's events: pixel for ON, pixels + pixel for OFF. */
    EVENTS,
    /** The command that acts on the body, each exchange interval. */
    COMMAND,
    /** What the body senses, each exchange interval. */
    OBSERVATION,
    /** The reward of each exchange interval. */
    REWARD,
    /** The body and its world as they are drawn, point by point. */
    SCENE,
    /** θ of every plastic synapse. */
    THETA,
    /** w of every plastic synapse. */
    WEIGHT,
    /** e of every plastic synapse, as of the last weight update. */
    ELIGIBILITY,
    /** g of every plastic synapse, as of the last weight update. */
    GRADIENT
}
