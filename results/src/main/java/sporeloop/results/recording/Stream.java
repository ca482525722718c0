package sporeloop.results.recording;

import java.util.List;

/**
 * One thing that is recorded.
 *
 * @param name unique in its recording
 * @param kind what a record of it is
 * @param unit of the values; empty for spikes and for dimensionless values
 * @param width neurons of a population, or values in a sample
 * @param channels names of a sample's values; empty if they are only counted
 */
public record Stream(String name, Kind kind, String unit, int width, List<String> channels) {
    /** What a record is. */
    public enum Kind {
        /** A step and a neuron. */
        SPIKES(0),
        /** A step and {@code width} numbers, kept in double precision. */
        SAMPLES(1),
        /** A step and {@code width} numbers, kept in single precision. */
        SINGLE_SAMPLES(2);

        /** How the kind stands in the file. */
        final int code;

        Kind(int code) {
            this.code = code;
        }

        static Kind of(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of stream " + code);
        }
    }

    static final int WIDEST = 1 << 24;

    public Stream {
        channels = List.copyOf(channels);
        if (width < 1 || width > WIDEST) {
            throw new IllegalArgumentException(
                    "stream '" + name + "' is " + width + " wide, but must be 1 to " + WIDEST);
        }
        if (!channels.isEmpty() && channels.size() != width) {
            throw new IllegalArgumentException(
                    "stream '"
                            + name
                            + "' has "
                            + channels.size()
                            + " names for "
                            + width
                            + " values");
        }
        if (kind == Kind.SPIKES && !channels.isEmpty()) {
            throw new IllegalArgumentException("neurons of '" + name + "' are numbered, not named");
        }
    }

    /** Spikes of a population. */
    public static Stream spikes(String name, int neurons) {
        return new Stream(name, Kind.SPIKES, "", neurons, List.of());
    }

    /** Samples of named values, in double precision. */
    public static Stream samples(String name, String unit, List<String> channels) {
        return new Stream(name, Kind.SAMPLES, unit, channels.size(), channels);
    }

    /** Samples of an array, such as all synapses' weights, in single precision. */
    public static Stream array(String name, String unit, int width) {
        return new Stream(name, Kind.SINGLE_SAMPLES, unit, width, List.of());
    }
}
