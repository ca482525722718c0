package sporeloop.scenarios.file;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import sporeloop.bridge.Change;
import sporeloop.bridge.Intervention;
import sporeloop.environments.Environment;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;

/**
 * The list {@code interventions} between its text and its records.
 *
 * <pre>
 *   interventions = [
 *     { at = 1 h, rotate-motor-map = 90 deg }
 *     { at = 2 h, lasts = 1 min, blackout = on }
 *     { at = 3 h, push { x = 0.5 m/s, y = 0 m/s } }
 *   ]
 * </pre>
 * One key says what is done; its value is a block, or the block's first value if the others have
 * defaults, or {@code on} if there are none.
 */
public final class InterventionList {
    /** Its key in a scenario. */
    static final String KEY = "interventions";

    private static final Map<String, Class<? extends Record>> KINDS =
            Arrays.stream(Change.class.getPermittedSubclasses())
                    .collect(
                            Collectors.toMap(
                                    type -> Ranges.kebab(type.getSimpleName()),
                                    type -> type.asSubclass(Record.class),
                                    (one, other) -> one,
                                    LinkedHashMap::new));

    private record Entry(Block block, Intervention what) {}

    private final double step;
    private final Place place;
    private final List<Entry> entries = new ArrayList<>();

    private InterventionList(double step, Place place) {
        this.step = step;
        this.place = place;
    }

    /**
     * Reads the list in {@code root}; none is an empty one.
     *
     * @param step length of a simulation step [ms]
     */
    static InterventionList in(Block root, double step) {
        ConfigValue value = root.value(KEY);
        if (value == null) {
            return new InterventionList(step, Place.DEFAULT);
        }
        Place place = Place.of(value.origin());
        if (!(value instanceof ConfigList elements)) {
            throw place.but(
                    KEY,
                    Block.written(value),
                    "must be a list: [{ at = 1 h, rotate-motor-map = 90 deg }].");
        }
        InterventionList list = new InterventionList(step, place);
        for (ConfigValue element : elements) {
            list.add(Block.of(KEY, element));
        }
        return list;
    }

    /**
     * The interventions in a file that {@link #text} wrote.
     *
     * @throws BadInput in one sentence, if there is anything else in it
     */
    public static List<Intervention> read(Path file, double step) {
        ConfigObject object = Source.file(file, file.toString(), Shipped.ours());
        Block root = new Block("", object, new Place(file.toString(), 0));
        root.refuseUnknown(List.of(KEY));
        return in(root, step).all();
    }

    /** Interventions as the text of a file that a scenario can include. */
    public static String text(List<Intervention> all, double step) {
        return KEY
                + " = [\n"
                + all.stream()
                        .map(what -> "  " + text(what, step) + "\n")
                        .collect(Collectors.joining())
                + "]\n";
    }

    /** One intervention as an entry of the list. */
    public static String text(Intervention what, double step) {
        Scalars scalars = new Scalars(step);
        List<String> parts = new ArrayList<>(texts(what, scalars));
        if (!what.change().lasts()) {
            parts.remove(1);
        }
        parts.add(text(what.change(), step));
        return "{ " + String.join(", ", parts) + " }";
    }

    /** What one does, as its key and value. */
    public static String text(Change change, double step) {
        List<String> own = texts((Record) change, new Scalars(step));
        return change.key() + (own.isEmpty() ? " = on" : " { " + String.join(", ", own) + " }");
    }

    /** The components of a record that are scenario keys, each {@code key = value}. */
    private static List<String> texts(Record values, Scalars scalars) {
        List<String> texts = new ArrayList<>();
        try {
            for (RecordComponent each : values.getClass().getRecordComponents()) {
                Parameter parameter = each.getAnnotation(Parameter.class);
                if (parameter != null) {
                    Object value = each.getAccessor().invoke(values);
                    texts.add(
                            Ranges.kebab(each.getName()) + " = " + scalars.write(value, parameter));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(values + " can't be read", e);
        }
        return texts;
    }

    /** The interventions, in the order in which they stand. */
    List<Intervention> all() {
        return entries.stream().map(Entry::what).toList();
    }

    /** The whole list as one key of a scenario. */
    Setting setting() {
        Parameter parameter =
                Arrays.stream(Scenario.class.getRecordComponents())
                        .filter(each -> each.getName().equals(KEY))
                        .findFirst()
                        .orElseThrow()
                        .getAnnotation(Parameter.class);
        String value =
                entries.stream()
                        .map(each -> text(each.what(), step))
                        .collect(Collectors.joining(", ", "[", "]"));
        return new Setting(KEY, value, parameter.standard(), place.toString(), parameter);
    }

    /** Refuses those that the scenario's task or network can't take, each at its place. */
    void check(Scenario scenario, Environment body) {
        for (Entry each : entries) {
            try {
                scenario.check(each.what(), body);
            } catch (IllegalArgumentException refused) {
                throw each.block()
                        .refusal(
                                String.valueOf(refused.getMessage()),
                                each.block().object().keySet());
            }
        }
    }

    private void add(Block block) {
        Set<String> known = new LinkedHashSet<>(List.of("at", "lasts"));
        known.addAll(KINDS.keySet());
        block.refuseUnknown(known);
        List<String> kinds = KINDS.keySet().stream().filter(block::has).toList();
        if (kinds.size() != 1) {
            throw block.place()
                    .complaint(
                            kinds.isEmpty()
                                    ? "an entry of interventions says when, but not what. Write one"
                                            + " of: "
                                            + String.join(", ", KINDS.keySet())
                                            + "."
                                    : "an entry of interventions says "
                                            + String.join(" and ", kinds)
                                            + ". Give each an entry of its own.");
        }
        Binder binder = new Binder(step);
        double at = number(binder, "at", block);
        double lasts = number(binder, "lasts", block);
        Change change = (Change) binder.bind(kind(kinds.get(0)), own(kinds.get(0), block));
        try {
            entries.add(new Entry(block, new Intervention(at, lasts, change)));
        } catch (IllegalArgumentException rule) {
            throw block.refusal(String.valueOf(rule.getMessage()), block.object().keySet());
        }
    }

    private static double number(Binder binder, String key, Block block) {
        RecordComponent component =
                Arrays.stream(Intervention.class.getRecordComponents())
                        .filter(each -> each.getName().equals(key))
                        .findFirst()
                        .orElseThrow();
        Parameter parameter = component.getAnnotation(Parameter.class);
        return (double) binder.scalar(double.class, parameter, key, block);
    }

    private static Class<? extends Record> kind(String key) {
        return Objects.requireNonNull(KINDS.get(key));
    }

    /** What is done, as a block, however it is written. */
    private static Block own(String kind, Block block) {
        ConfigValue value = Objects.requireNonNull(block.value(kind));
        if (value instanceof ConfigObject) {
            return block.block(kind);
        }
        RecordComponent[] components = kind(kind).getRecordComponents();
        Map<String, ConfigValue> only = new LinkedHashMap<>();
        if (components.length == 0) {
            if (!List.of("on", "true", "yes").contains(block.text(kind, value, "on"))) {
                throw block.place(kind).but(block.key(kind), Block.written(value), "must be on.");
            }
        } else if (Arrays.stream(components)
                .skip(1)
                .anyMatch(each -> each.getAnnotation(Parameter.class).standard().isEmpty())) {
            throw block.place(kind)
                    .but(
                            block.key(kind),
                            Block.written(value),
                            "must be a block: %s { %s }."
                                    .formatted(
                                            kind,
                                            Arrays.stream(components)
                                                    .map(each -> each.getName() + " = …")
                                                    .collect(Collectors.joining(", "))));
        } else {
            only.put(Ranges.kebab(components[0].getName()), value);
        }
        return new Block(
                block.key(kind),
                ConfigValueFactory.fromMap(only).withOrigin(value.origin()),
                block.place(kind));
    }
}
