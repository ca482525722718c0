package sporeloop.bridge;

import java.util.List;
import java.util.stream.Collectors;
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
}
