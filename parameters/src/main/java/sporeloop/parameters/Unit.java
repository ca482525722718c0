package sporeloop.parameters;

/**
 * The unit in which a parameter is held inside the program. A scenario file may write any unit of
 * the same dimension ({@code 5 min} for {@link #MS}); it is converted once, when the file is read.
 */
public enum Unit {
    /** Dimensionless. */
    NONE(""),
    /** A duration that must be a whole number of simulation steps, held as their count. */
    STEPS("ms"),
    /** A duration that need not be a multiple of the step, held in milliseconds. */
    MS("ms"),
    /** A duration held in seconds. */
    S("s"),
    /** A rate of events, per second. */
    HZ("Hz"),
    /** A rate of change, per millisecond. */
    PER_MS("/ms"),
    /** A rate of change, per second. */
    PER_S("/s"),
    /** A length in metres. */
    M("m"),
    /** A speed in metres per second. */
    M_PER_S("m/s"),
    /** An angle in radians. */
    RAD("rad"),
    /** An angular speed in radians per second. */
    RAD_PER_S("rad/s"),
    /** A mass in kilograms. */
    KG("kg"),
    /** A force in newtons. */
    N("N"),
    /** A torque in newton metres. */
    N_M("N·m");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** The unit as a scenario file writes it; empty for {@link #NONE}. */
    public String symbol() {
        return symbol;
    }
}
