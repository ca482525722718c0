package sporeloop.bridge;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sporeloop.environments.Channel;

/** Finds the channels that a scenario names. */
public final class Channels {
    private Channels() {}

    /**
     * The index of the channel called {@code name}.
     *
     * @param key the scenario key that names it, for the sentence
     * @throws IllegalArgumentException naming the channels there are
     */
    public static int index(List<Channel> channels, String key, String name) {
        for (int i = 0; i < channels.size(); i++) {
            if (channels.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "%s = %s is not a channel of the task. It has: %s."
                        .formatted(
                                key,
                                name,
                                channels.stream()
                                        .map(Channel::name)
                                        .collect(Collectors.joining(", "))));
    }

    /**
     * The index of the channel called {@code name}, or {@code standard} if the name is {@code auto}.
     *
     * @throws IllegalArgumentException naming the channels there are
     */
    public static int index(List<Channel> channels, String key, String name, int standard) {
        if (!name.equals("auto")) {
            return index(channels, key, name);
        }
        if (standard >= channels.size()) {
            throw new IllegalArgumentException(
                    "%s = auto needs a task of at least %d channels, but it has %d."
                            .formatted(key, standard + 1, channels.size()));
        }
        return standard;
    }

    /** The indices of channels whose names are separated by blanks, or of all if it says {@code all}. */
    public static int[] indices(List<Channel> channels, String key, String names) {
        if (names.strip().equals("all")) {
            return IntStream.range(0, channels.size()).toArray();
        }
        String[] each = names.strip().split("\\s+", -1);
        return Arrays.stream(each).mapToInt(name -> index(channels, key, name)).toArray();
    }

    /**
     * Low and high end that a scenario gives as two numbers, or the channel's own if it says {@code
     * auto}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static double[] span(Channel channel, String key, String text) {
        if (text.strip().equals("auto")) {
            return new double[] {channel.min(), channel.max()};
        }
        String[] ends = text.strip().split("\\s+", -1);
        try {
            double low = Double.parseDouble(ends[0]);
            double high = Double.parseDouble(ends[ends.length - 1]);
            if (ends.length == 2 && low < high && Double.isFinite(high - low)) {
                return new double[] {low, high};
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "%s = %s, but must be auto or two numbers, the lower one first: \"0 2.5\"."
                        .formatted(key, text));
    }
}
