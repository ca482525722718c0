package sporeloop.scenarios.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sporeloop.scenarios.file.BadInput;

/** One recorded case: a JSON file and the tables that it names, which lie in the same folder. */
final class CaseFile {
    private static final long MAX_BYTES = 64L << 20;
    private static final JsonMapper JSON =
            new JsonMapper(
                    JsonFactory.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .streamReadConstraints(
                                    StreamReadConstraints.builder().maxNestingDepth(32).build())
                            .build());

    private final Path file;
    private final JsonNode root;

    private final CaseKeys keys;

    private CaseFile(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
        keys = new CaseKeys(file);
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
        keys.know(key);
        return root.hasNonNull(key);
    }

    /** A finite number that must be there. */
    double number(String key) {
        keys.know(key);
        return finite(key, root.get(key));
    }

    /** Length of a step [ms]. */
    double stepMs() {
        double step = number("h_ms", number("h", 1));
        if (!(step > 0 && step <= 1000)) {
            throw new BadInput(file + ": h = " + step + " ms, but must be in (0, 1000] ms.");
        }
        return step;
    }

    /** Number of steps: {@code steps}, {@code n_steps} or T/h. */
    int steps() {
        String key = has("n_steps") ? "n_steps" : "steps";
        double steps =
                has("T") && !has(key) ? CaseParameters.steps(number("T"), stepMs()) : number(key);
        if (steps < 1) {
            throw new BadInput(file + ": has no steps (steps, n_steps or T), but must have one.");
        }
        return whole("number of steps", steps);
    }

    /** The first step that is not compared any more. */
    long until() {
        return (long) number("compare_until_step", Long.MAX_VALUE);
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
        keys.know(key);
        JsonNode node = root.get(key);
        if (node == null) {
            throw new BadInput(file + ": has no " + key + ".");
        }
        return node;
    }

    /** The fields of the object at {@code key}; none if there is no such key. */
    Map<String, JsonNode> object(String key) {
        return has(key) ? fields(key, root.get(key)) : new TreeMap<>();
    }

    /** The fields of the case itself. */
    Map<String, JsonNode> fields() {
        return fields("the case", root);
    }

    private Map<String, JsonNode> fields(String key, JsonNode node) {
        if (!node.isObject()) {
            throw new BadInput(file + ": " + key + " must be an object, {…}.");
        }
        Map<String, JsonNode> fields = new TreeMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    /** The fields of an object inside the case, which should have no others than these. */
    Map<String, JsonNode> fields(String key, JsonNode node, Set<String> names) {
        Map<String, JsonNode> fields = fields(key, node);
        keys.check(key, fields, names);
        return fields;
    }

    /** What its replay knows. */
    CaseKeys keys() {
        return keys;
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

    /**
     * The table that the case names under {@code files.role}, in the case's own folder; gzipped or
     * not, whatever its name says.
     */
    CaseTable table(String role) {
        JsonNode name = root.path("files").path(role);
        if (!name.isTextual()) {
            throw new BadInput(file + ": has no files." + role + ", the table's file name.");
        }
        String text = name.textValue();
        if (text.isEmpty() || text.startsWith(".") || !text.matches("[^/\\\\:\\x00-\\x1f]+")) {
            throw new BadInput(
                    file
                            + ": files."
                            + role
                            + " = "
                            + name
                            + ", but must be a file in the same folder.");
        }
        Path table = file.resolveSibling(text);
        Path twin =
                file.resolveSibling(
                        text.endsWith(".gz") ? text.replaceFirst("\\.gz$", "") : text + ".gz");
        return CaseTable.read(!Files.exists(table) && Files.exists(twin) ? twin : table);
    }
}
