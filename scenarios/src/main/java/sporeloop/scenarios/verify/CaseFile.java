package sporeloop.scenarios.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sporeloop.scenarios.file.BadInput;

/** One recorded case: a JSON file and the tables that it names, which lie in the same folder. */
final class CaseFile {
    private static final long MAX_BYTES = 64L << 20;
    private static final JsonMapper JSON =
            new JsonMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder().maxNestingDepth(32).build())
                            .build());

    private final Path file;
    private final JsonNode root;

    private CaseFile(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /** Reads the JSON part; tables are read when asked for. */
    static CaseFile read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new BadInput(file + ": is larger than " + (MAX_BYTES >> 20) + " MB.");
            }
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            if (root == null || !root.isObject()) {
                throw new BadInput(file + ": must hold one JSON object.");
            }
            return new CaseFile(file, root);
        } catch (JsonProcessingException e) {
            throw new BadInput(
                    file
                            + ":"
                            + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
                            + ": is not JSON: "
                            + e.getOriginalMessage()
                            + ".");
        } catch (IOException e) {
            throw new BadInput(file + ": can't be read: " + CaseTable.reason(e) + ".");
        }
    }

    /** The file, for messages. */
    Path path() {
        return file;
    }

    /** The case's name: as it says, or the file's. */
    String name() {
        JsonNode name = root.get("name");
        return name != null && name.isTextual()
                ? name.textValue()
                : file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    /** What is recorded: {@code synapse}, {@code neuron}, {@code closed-loop} or {@code distribution}. */
    String kind() {
        JsonNode kind = root.get("kind");
        if (kind == null || !kind.isTextual()) {
            throw new BadInput(
                    file
                            + ": has no kind; it must be synapse, neuron, closed-loop or distribution.");
        }
        return kind.textValue();
    }

    /** Whether the case has that key at its top level, with a value. */
    boolean has(String key) {
        return root.hasNonNull(key);
    }

    /** A finite number that must be there. */
    double number(String key) {
        return finite(key, root.get(key));
    }

    /** A finite number, or {@code standard} if the case has no such key. */
    double number(String key, double standard) {
        return has(key) ? number(key) : standard;
    }

    /** A whole number that must be there. */
    int count(String key) {
        return whole(key, number(key));
    }

    /** {@code value} as a whole number of at least 0. */
    int whole(String key, double value) {
        if (value != Math.rint(value) || value < 0 || value > 1e8) {
            throw new BadInput(
                    file + ": " + key + " = " + value + ", but must be a whole number ≥ 0.");
        }
        return (int) value;
    }

    /** The node of a key, which must be there. */
    JsonNode node(String key) {
        JsonNode node = root.get(key);
        if (node == null) {
            throw new BadInput(file + ": has no " + key + ".");
        }
        return node;
    }

    /** The fields of the object at {@code key}; none if there is no such key. */
    Map<String, JsonNode> object(String key) {
        Map<String, JsonNode> fields = new TreeMap<>();
        JsonNode node = root.get(key);
        if (node != null) {
            node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        }
        return fields;
    }

    /** The finite numbers of the list at {@code node}. */
    double[] numbers(String key, @Nullable JsonNode node) {
        if (node == null || !node.isArray()) {
            throw new BadInput(file + ": " + key + " must be a list of numbers.");
        }
        double[] numbers = new double[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = finite(key, node.get(i));
        }
        return numbers;
    }

    /** The lists of numbers of the list at {@code key}. */
    List<double[]> lists(String key) {
        List<double[]> lists = new ArrayList<>();
        JsonNode node = node(key);
        if (!node.isArray()) {
            throw new BadInput(file + ": " + key + " must be a list of lists of numbers.");
        }
        for (JsonNode each : node) {
            lists.add(numbers(key, each));
        }
        return lists;
    }

    /** A number of that node, finite. */
    double finite(String key, @Nullable JsonNode node) {
        if (node == null || !node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new BadInput(
                    file
                            + ": "
                            + key
                            + (node == null ? " is missing" : " = " + node)
                            + ", but must be a finite number.");
        }
        return node.doubleValue();
    }

    /** Whether the case names a table {@code role}. */
    boolean hasTable(String role) {
        return root.path("files").path(role).isTextual();
    }

    /** The table that the case names under {@code files.role}, in the case's own folder. */
    CaseTable table(String role) {
        JsonNode name = root.path("files").path(role);
        if (!name.isTextual()) {
            throw new BadInput(file + ": has no files." + role + ", the table's file name.");
        }
        Path relative = Path.of(name.textValue());
        if (relative.getNameCount() != 1
                || relative.isAbsolute()
                || name.textValue().equals("..")) {
            throw new BadInput(
                    file
                            + ": files."
                            + role
                            + " = "
                            + name
                            + ", but must be a file in the same folder.");
        }
        return CaseTable.read(file.resolveSibling(relative));
    }
}
