package sporeloop.scenarios.file;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A block of a scenario while it is read.
 *
 * @param path its whole key; empty for the scenario itself
 * @param object what stands in it
 * @param place where it begins, for what is missing in it
 */
public record Block(String path, ConfigObject object, Place place) {
    /** The names that a user may give to populations, projections and the like. */
    private static final String NAME = "[a-z][a-z0-9-]{0,39}";

    /** The whole key of {@code key}. */
    public String key(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** What is written for {@code key}; null if nothing is. */
    public @Nullable ConfigValue value(String key) {
        return object.get(key);
    }

    public boolean has(String key) {
        return object.containsKey(key);
    }

    /** Where {@code key} is written, or where it is missing. */
    public Place place(String key) {
        ConfigValue value = object.get(key);
        return value == null ? place : Place.of(value.origin());
    }

    /** The block {@code key}; an empty one if it is not written. */
    public Block block(String key) {
        ConfigValue value = object.get(key);
        if (value == null) {
            return new Block(key(key), ConfigValueFactory.fromMap(Map.<String, Object>of()), place);
        }
        return of(key(key), value);
    }

    /** The block that {@code value} is. */
    public static Block of(String path, ConfigValue value) {
        Place place = Place.of(value.origin());
        if (value instanceof ConfigObject object) {
            return new Block(path, object, place);
        }
        throw place.but(path, written(value), "must be a block: " + path + " { … }.");
    }

    /** The names of the blocks in it, sorted, so that their order never depends on the file's. */
    public List<String> names() {
        for (String name : object.keySet()) {
            if (!name.matches(NAME)) {
                throw place(name)
                        .complaint(
                                key(name)
                                        + " is not a name. Write small letters, digits and -, a"
                                        + " letter first, at most 40.");
            }
        }
        return List.copyOf(new TreeSet<>(object.keySet()));
    }

    /** Refuses keys that are not {@code known}. */
    public void refuseUnknown(Collection<String> known) {
        for (String key : new TreeSet<>(object.keySet())) {
            if (!known.contains(key)) {
                String hint = NearMiss.hint(key, known, path.isEmpty() ? "" : path + ".");
                Place at = place(key);
                throw at.complaint("unknown key " + key(key) + "." + hint);
            }
        }
    }

    /** A record's own complaint, at the line of the key that it begins with, if it begins with one. */
    BadInput refusal(String message, Collection<String> keys) {
        String sentence = message.endsWith(".") || message.endsWith("?") ? message : message + ".";
        for (String key : keys) {
            if (sentence.startsWith(key + " ")) {
                return place(key).complaint(key(sentence));
            }
        }
        return place.complaint((path.isEmpty() ? "" : path + ": ") + sentence);
    }

    /** A value as its file wrote it. */
    public static String written(ConfigValue value) {
        return switch (value.valueType()) {
            case OBJECT -> "{ … }";
            case LIST -> "[ … ]";
            case STRING -> shortened(String.valueOf(value.unwrapped()));
            default -> value.render();
        };
    }

    /** The text of a value that must be a single word, number or string. */
    public String text(String key, ConfigValue value, String wanted) {
        boolean scalar =
                value.valueType() == ConfigValueType.STRING
                        || value.valueType() == ConfigValueType.NUMBER
                        || value.valueType() == ConfigValueType.BOOLEAN;
        if (!scalar) {
            throw Place.of(value.origin()).but(key(key), written(value), "must be " + wanted + ".");
        }
        return value.valueType() == ConfigValueType.STRING
                ? String.valueOf(value.unwrapped())
                : value.render();
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }
}
