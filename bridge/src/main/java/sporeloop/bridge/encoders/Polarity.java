package sporeloop.bridge.encoders;

/** What an encoder does with the two kinds of events. */
public enum Polarity {
    /** ON and OFF events of a pixel go to one neuron. */
    MERGED,
    /** A neuron for ON and another for OFF. */
    APART,
    /** ON events alone. */
    ON,
    /** OFF events alone. */
    OFF
}
