package sporeloop.scenarios.sweep;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import sporeloop.results.NumberText;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.Place;

/** The keys of nested blocks, each with its value, in the order of their lines. */
final class Leaves {
    private Leaves() {}

    /**
     * Takes a block apart.
     *
     * @param prefix before each key, with its dot
     * @param isLeaf whether an object at a path is a value and no block
     */
    static Map<String, ConfigValue> of(
            ConfigObject object, String prefix, BiPredicate<String, ConfigObject> isLeaf) {
        Map<String, ConfigValue> leaves = new LinkedHashMap<>();
        collect(object, prefix, isLeaf, leaves);
        List<Map.Entry<String, ConfigValue>> entries =
                leaves.entrySet().stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (Map.Entry<String, ConfigValue> entry) ->
                                                        Place.of(entry.getValue().origin()).line())
                                        .thenComparing(Map.Entry::getKey))
                        .toList();
        Map<String, ConfigValue> sorted = new LinkedHashMap<>();
        entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static void collect(
            ConfigObject object,
            String prefix,
            BiPredicate<String, ConfigObject> isLeaf,
            Map<String, ConfigValue> leaves) {
        for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
            String path = prefix + ConfigUtil.joinPath(entry.getKey());
            if (entry.getValue() instanceof ConfigObject block && !isLeaf.test(path, block)) {
                collect(block, path + ".", isLeaf, leaves);
            } else {
                leaves.put(path, entry.getValue());
            }
        }
    }

    /** A key with the value that stands in a file, which its complaints will name. */
    static Assignment assignment(String path, ConfigValue value) {
        return new Assignment(origin(value), path, text(value));
    }

    /** Where a value stands, as the origin of another. */
    static String origin(ConfigValue value) {
        Place place = Place.of(value.origin());
        return place.line() > 0 ? place.file() + ": " + place.line() : place.file();
    }

    /** A value as the command line would give it. */
    static String text(ConfigValue value) {
        return switch (value.valueType()) {
            case STRING -> String.valueOf(value.unwrapped());
            case NUMBER ->
                    value.unwrapped() instanceof Double number
                            ? NumberText.of(number)
                            : String.valueOf(value.unwrapped());
            default -> value.render(ConfigRenderOptions.concise());
        };
    }
}
