package sporeloop.viewer.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sporeloop.results.recording.Stream;

/**
 * What a recording says of itself: its stream {@code about} has no records, and channels that are named
 * {@code key=value}. What is not said is empty.
 */
public final class About {
    /** Name of the stream. */
    public static final String STREAM = "about";

    /** Neurons that stand side by side in a picture. */
    public record Source(String name, int neurons, int columns) {}

    /** Synapses between two populations, all pairs, those of a pair side by side. */
    public record Projection(String name, int firstPre, int pres, int posts, int perPair) {}

    private final Map<String, String> said = new LinkedHashMap<>();

    private About() {}

    /** Of a recording with these streams. */
    public static About of(List<Stream> streams) {
        About about = new About();
        for (Stream stream : streams) {
            if (stream.name().equals(STREAM)) {
                for (String channel : stream.channels()) {
                    int equals = channel.indexOf('=');
                    if (equals > 0) {
                        about.said.put(channel.substring(0, equals), channel.substring(equals + 1));
                    }
                }
            }
        }
        return about;
    }

    /** What it says of a key; empty if nothing. */
    public String get(String key) {
        return said.getOrDefault(key, "");
    }

    /** Whether the run lets hands do this to it: {@code push}, {@code goal}, {@code rotate}, {@code lesion}. */
    public boolean takes(String what) {
        return List.of(get("takes").split(" ", -1)).contains(what);
    }

    /** A number; {@code otherwise} if it says none. */
    public double number(String key, double otherwise) {
        try {
            return Double.parseDouble(get(key));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** The source populations, in the order of the sensory neurons. */
    public List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        for (String[] parts : list("source.", 2)) {
            int neurons = integer(parts[1]);
            sources.add(new Source(parts[0], neurons, Math.max(1, integer(parts[2]))));
        }
        return sources;
    }

    /** The plastic projections whose synapses are in order. */
    public List<Projection> projections() {
        List<Projection> projections = new ArrayList<>();
        for (String[] parts : list("projection.", 4)) {
            projections.add(
                    new Projection(
                            parts[0],
                            integer(parts[1]),
                            integer(parts[2]),
                            integer(parts[3]),
                            integer(parts[4])));
        }
        return projections;
    }

    private List<String[]> list(String prefix, int numbers) {
        List<String[]> found = new ArrayList<>();
        said.forEach(
                (key, value) -> {
                    String[] parts = value.split(" ", -1);
                    if (key.startsWith(prefix) && parts.length == numbers) {
                        String[] all = new String[numbers + 1];
                        all[0] = key.substring(prefix.length());
                        System.arraycopy(parts, 0, all, 1, numbers);
                        found.add(all);
                    }
                });
        return found;
    }

    private static int integer(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
