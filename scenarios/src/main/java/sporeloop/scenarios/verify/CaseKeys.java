package sporeloop.scenarios.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.NearMiss;

/**
 * Tells which keys of a case a replay knows. A key that nobody asks for is named in the report; if
 * it looks like a known one misspelt, the case is refused.
 */
final class CaseKeys {
    /** Keys that say nothing about a replay. */
    private static final Set<String> REMARKS =
            Set.of(
                    "name",
                    "kind",
                    "files",
                    "note",
                    "convention",
                    "compare_until_reason",
                    "all_parameters",
                    "seed",
                    "std");

    private final Path file;
    private final Set<String> known = new TreeSet<>();
    private final Set<String> strange = new TreeSet<>();

    CaseKeys(Path file) {
        this.file = file;
    }

    /** A replay has asked for that key of the case, whether it is there or not. */
    void know(String key) {
        known.add(key);
    }

    /** Notes which fields of an object inside the case are none of {@code names}. */
    void check(String object, Map<String, JsonNode> fields, Set<String> names) {
        fields.forEach((name, value) -> meet(name, value, object + ".", names));
    }

    /** Keys that no replay has asked for, of a case with these fields; to be called after it. */
    Set<String> strange(Map<String, JsonNode> fields) {
        fields.forEach(
                (name, value) -> {
                    if (!REMARKS.contains(name)) {
                        meet(name, value, "", known);
                    }
                });
        return strange;
    }

    private void meet(String name, JsonNode value, String prefix, Set<String> names) {
        if (names.contains(name)) {
            return;
        }
        List<String> near = value.isTextual() ? List.of() : NearMiss.of(name, names);
        if (!near.isEmpty()) {
            throw new BadInput(
                    file + ": unknown key " + prefix + name + "." + NearMiss.hint(name, names));
        }
        strange.add(prefix + name);
    }
}
