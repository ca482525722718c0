package sporeloop.scenarios.sweep;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.Block;
import sporeloop.scenarios.file.NearMiss;
import sporeloop.scenarios.file.Place;
import sporeloop.scenarios.file.Setting;

/** Reads the axes of a sweep: {@code axes}, {@code paired}, {@code sets}, and what limits them. */
final class AxisReader {
    private static final Pattern QUANTITY =
            Pattern.compile("([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)\\s*(.*)");
    private static final List<String> RANGE = List.of("from", "to", "count", "scale");

    private final Block sweep;
    private final Map<String, Setting> keys;

    /**
     * @param keys of the base
     */
    AxisReader(Block sweep, Map<String, Setting> keys) {
        this.sweep = sweep;
        this.keys = keys;
    }

    Space space() {
        List<Axis> axes = new ArrayList<>();
        Leaves.of(sweep.block("axes").object(), "", this::isRange)
                .forEach((path, value) -> axes.add(axis(path, value)));
        for (ConfigValue pair : list("paired")) {
            axes.add(paired(Block.of("sweep.paired", pair)));
        }
        Block sets = sweep.block("sets");
        for (String name : sets.names()) {
            axes.add(sets(name, sets.block(name)));
        }
        List<String> names = axes.stream().map(Axis::name).toList();
        List<Condition> conditions = new ArrayList<>();
        for (ConfigValue each : list("conditions")) {
            conditions.add(condition(Block.of("sweep.conditions", each), axes));
        }
        List<Match> excluded = new ArrayList<>();
        for (ConfigValue each : list("exclude")) {
            excluded.add(match(Block.of("sweep.exclude", each), axes));
        }
        if (names.stream().distinct().count() < names.size()) {
            throw sweep.place().complaint("two axes have the same name. Rename one.");
        }
        return new Space(axes, conditions, excluded);
    }

    /** An object is a range exactly where the base has a key; elsewhere, if it looks like one. */
    private boolean isRange(String path, ConfigObject object) {
        return keys.containsKey(path)
                || (object.containsKey("from") && object.containsKey("to"))
                || object.isEmpty();
    }

    private Axis axis(String path, ConfigValue value) {
        Place place = Place.of(value.origin());
        if (value instanceof ConfigObject) {
            return range(path, Block.of("sweep.axes." + path, value));
        }
        if (!(value instanceof ConfigList list)) {
            throw place.but(
                    "sweep.axes." + path,
                    Block.written(value),
                    "must be a list or a range: [ …, … ] or { from = …, to = …, count = … }."
                            + " For one value write it in sweep.set.");
        }
        return listed(path, list, place);
    }

    private static Axis listed(String path, ConfigList list, Place place) {
        if (list.isEmpty()) {
            throw place.complaint(
                    "sweep.axes." + path + " is empty. Write its values, or leave it out.");
        }
        List<Level> levels = new ArrayList<>();
        for (ConfigValue each : list) {
            Assignment assignment = Leaves.assignment(path, each);
            levels.add(new Level(assignment.value(), List.of(assignment)));
        }
        refuseTwice(path, levels, place);
        return new ListedAxis(path, levels);
    }

    private static void refuseTwice(String axis, List<Level> levels, Place place) {
        List<String> labels = levels.stream().map(Level::label).sorted().toList();
        for (int k = 1; k < labels.size(); k++) {
            if (labels.get(k).equals(labels.get(k - 1))) {
                throw place.complaint(
                        "sweep.axes." + axis + " has the value " + labels.get(k) + " twice.");
            }
        }
    }

    private RangedAxis range(String path, Block block) {
        block.refuseUnknown(RANGE);
        String[] from = quantity(block, "from");
        String[] to = quantity(block, "to");
        if (!from[1].equals(to[1])) {
            throw block.place("to")
                    .complaint(
                            "%s goes from %s to %s, but both must have the same unit."
                                    .formatted(
                                            block.path(),
                                            String.join(" ", from),
                                            String.join(" ", to)));
        }
        try {
            return new RangedAxis(
                    path,
                    Leaves.origin(Objects.requireNonNull(block.value("from"))),
                    new BigDecimal(from[0]),
                    new BigDecimal(to[0]),
                    from[1],
                    count(block),
                    scale(block));
        } catch (IllegalArgumentException e) {
            throw block.place().complaint(block.path() + ": " + e.getMessage());
        }
    }

    private static String[] quantity(Block block, String key) {
        ConfigValue value = block.value(key);
        if (value == null) {
            throw block.place()
                    .complaint(
                            block.path()
                                    + (block.object().isEmpty()
                                            ? " is empty. Write { from = …, to = …, count = … }."
                                            : "." + key + " is missing: an end of the range."));
        }
        String text = block.text(key, value, "a number");
        Matcher form = QUANTITY.matcher(text.strip());
        if (text.length() > 60 || !form.matches()) {
            throw block.place(key).but(block.key(key), text, "must be a number with its unit.");
        }
        return new String[] {form.group(1), form.group(2).strip()};
    }

    /** Values of a grid; strategies that don't need them may leave them out. */
    private int count(Block block) {
        @Nullable ConfigValue value = block.value("count");
        if (value == null) {
            @Nullable ConfigValue strategy = sweep.value("strategy");
            if (strategy == null || strategy.render().contains("grid")) {
                throw block.place()
                        .complaint(
                                block.path() + ".count is missing: how many values a grid takes.");
            }
            return 2;
        }
        String text = block.text("count", value, "a whole number");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw block.place("count")
                    .but(block.key("count"), text, "must be a whole number below 2^31.");
        }
    }

    private static RangedAxis.Scale scale(Block block) {
        @Nullable ConfigValue value = block.value("scale");
        if (value == null) {
            return RangedAxis.Scale.LINEAR;
        }
        String text = block.text("scale", value, "a word");
        for (RangedAxis.Scale scale : RangedAxis.Scale.values()) {
            if (scale.name().toLowerCase(Locale.ROOT).equals(text)) {
                return scale;
            }
        }
        throw block.place("scale")
                .but(block.key("scale"), text, "must be one of linear, log, integer.");
    }

    /** Keys whose values go hand in hand. */
    private Axis paired(Block block) {
        Map<String, ConfigValue> leaves =
                Leaves.of(block.object(), "", (path, object) -> keys.containsKey(path));
        int length = -1;
        Map<String, ConfigList> lists = new LinkedHashMap<>();
        for (Map.Entry<String, ConfigValue> entry : leaves.entrySet()) {
            Place place = Place.of(entry.getValue().origin());
            if (!(entry.getValue() instanceof ConfigList list) || list.isEmpty()) {
                throw place.complaint(
                        block.path() + "." + entry.getKey() + " must be a list of values.");
            }
            if (length >= 0 && list.size() != length) {
                throw place.complaint(
                        "%s.%s has %d values, but what it is paired with has %d."
                                .formatted(block.path(), entry.getKey(), list.size(), length));
            }
            length = list.size();
            lists.put(entry.getKey(), list);
        }
        if (lists.size() < 2) {
            throw block.place().complaint("sweep.paired needs two keys or more in each block.");
        }
        List<Level> levels = new ArrayList<>();
        for (int k = 0; k < length; k++) {
            List<Assignment> assignments = new ArrayList<>();
            for (Map.Entry<String, ConfigList> entry : lists.entrySet()) {
                assignments.add(Leaves.assignment(entry.getKey(), entry.getValue().get(k)));
            }
            levels.add(
                    new Level(
                            String.join(
                                    " / ", assignments.stream().map(Assignment::value).toList()),
                            assignments));
        }
        String name = String.join("+", lists.keySet());
        refuseTwice(name, levels, block.place());
        return new ListedAxis(name, levels);
    }

    /** Named sets of keys. */
    private Axis sets(String name, Block block) {
        if (block.object().isEmpty()) {
            throw block.place()
                    .complaint(block.path() + " is empty. Write its sets, or leave it out.");
        }
        List<Level> levels = new ArrayList<>();
        List<String> inOrder =
                block.names().stream()
                        .sorted(Comparator.comparingInt(each -> block.place(each).line()))
                        .toList();
        for (String set : inOrder) {
            List<Assignment> assignments = new ArrayList<>();
            Leaves.of(block.block(set).object(), "", (path, object) -> false)
                    .forEach((path, value) -> assignments.add(Leaves.assignment(path, value)));
            levels.add(new Level(set, assignments));
        }
        return new ListedAxis(name, levels);
    }

    private Condition condition(Block block, List<Axis> axes) {
        block.refuseUnknown(List.of("axis", "when"));
        List<String> names = axes.stream().map(Axis::name).toList();
        @Nullable ConfigValue axis = block.value("axis");
        if (axis == null) {
            throw block.place()
                    .complaint("sweep.conditions: axis is missing: the one that counts.");
        }
        String name = block.text("axis", axis, "the name of an axis");
        if (!names.contains(name)) {
            throw block.place("axis")
                    .but(
                            "sweep.conditions.axis",
                            name,
                            "there is no such axis." + NearMiss.hint(name, names));
        }
        Match when = match(block.block("when"), axes);
        if (when.values().containsKey(name)) {
            throw block.place().complaint("the axis " + name + " can't depend on itself.");
        }
        return new Condition(name, when);
    }

    private static Match match(Block block, List<Axis> axes) {
        if (block.object().isEmpty()) {
            throw block.place().complaint(block.path() + " names no values.");
        }
        List<String> known = new ArrayList<>();
        axes.forEach(axis -> known.add(axis.name()));
        axes.forEach(axis -> known.addAll(axis.keys()));
        Map<String, List<String>> values = new LinkedHashMap<>();
        Leaves.of(block.object(), "", (path, object) -> false)
                .forEach(
                        (path, value) -> {
                            if (!known.contains(path)) {
                                throw Place.of(value.origin())
                                        .complaint(
                                                block.path()
                                                        + "."
                                                        + path
                                                        + " is no axis of this sweep."
                                                        + NearMiss.hint(path, known));
                            }
                            values.put(
                                    path,
                                    value instanceof ConfigList list
                                            ? list.stream().map(Leaves::text).toList()
                                            : List.of(Leaves.text(value)));
                        });
        return new Match(values);
    }

    private List<ConfigValue> list(String key) {
        @Nullable ConfigValue value = sweep.value(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof ConfigList list)) {
            throw sweep.place(key)
                    .but("sweep." + key, Block.written(value), "must be a list: [ { … }, … ].");
        }
        return list;
    }
}
