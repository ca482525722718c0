package sporeloop.scenarios.sweep;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Binder;
import sporeloop.scenarios.file.Block;
import sporeloop.scenarios.file.NearMiss;
import sporeloop.scenarios.file.Place;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.file.ScenarioTemplate;
import sporeloop.scenarios.file.Setting;

/** Turns the block {@code sweep} of a file into a plan. */
final class SweepReader {
    private static final List<String> KEYS =
            List.of(
                    "base",
                    "duration",
                    "seeds",
                    "set",
                    "axes",
                    "sets",
                    "paired",
                    "conditions",
                    "exclude");
    private static final long MOST_SEEDS = 100_000;

    private final String name;
    private final String text;
    private final @Nullable Path folder;
    private final Block sweep;
    private final Providers providers;

    /**
     * @param folder where the base may lie; null if it must be a shipped one
     */
    SweepReader(String name, String text, @Nullable Path folder, Block root, Providers providers) {
        this.name = name;
        this.text = text;
        this.folder = folder;
        this.providers = providers;
        root.refuseUnknown(List.of("sweep"));
        sweep = root.block("sweep");
    }

    SweepPlan plan() {
        Set<String> known = new LinkedHashSet<>(KEYS);
        known.addAll(Binder.keys(SweepParameters.class));
        sweep.refuseUnknown(known);
        ScenarioTemplate base = base();
        List<Assignment> fixed = fixed();
        ScenarioFile resolved = resolved(base, fixed);
        AxisReader reader = new AxisReader(sweep, keys(resolved));
        Space space = reader.space();
        refuseTwice(fixed, space);
        return new SweepPlan(
                name,
                text,
                sweep.place(),
                base,
                fixed,
                resolved,
                seeds(),
                space,
                parameters(),
                providers.fingerprint());
    }

    private ScenarioTemplate base() {
        ConfigValue written = sweep.value("base");
        if (written == null) {
            throw sweep.place()
                    .complaint(
                            "sweep.base is missing: the scenario that is varied, like reaching.");
        }
        String base = sweep.text("base", written, "a scenario's name or file");
        boolean shipped = providers.scenarios().names().contains(base);
        if (!shipped && (folder == null || !base.endsWith(".conf") || base.indexOf('\0') >= 0)) {
            throw sweep.place("base")
                    .but(
                            "sweep.base",
                            base,
                            "there is no such scenario."
                                    + NearMiss.hint(base, providers.scenarios().names()));
        }
        return ScenarioTemplate.load(
                shipped || folder == null ? base : folder.resolve(base).toString(), providers);
    }

    private List<Assignment> fixed() {
        List<Assignment> fixed = new ArrayList<>();
        Block set = sweep.block("set");
        Leaves.of(set.object(), "", (path, value) -> false)
                .forEach((path, value) -> fixed.add(Leaves.assignment(path, value)));
        ConfigValue duration = sweep.value("duration");
        if (duration != null) {
            if (fixed.stream().anyMatch(each -> each.path().equals("run.duration"))) {
                throw sweep.place("duration")
                        .complaint("sweep.duration and set.run.duration contradict. Keep one.");
            }
            sweep.text("duration", duration, "a duration, like 1 h");
            fixed.add(Leaves.assignment("run.duration", duration));
        }
        return fixed;
    }

    /** The base with what is set; where that asks for a key that only an axis gives, with its first value. */
    private ScenarioFile resolved(ScenarioTemplate base, List<Assignment> fixed) {
        try {
            return base.with(fixed);
        } catch (BadInput incomplete) {
            List<Assignment> first = new ArrayList<>(fixed);
            Leaves.of(sweep.block("axes").object(), "", (path, value) -> false)
                    .forEach(
                            (path, value) -> {
                                if (value instanceof ConfigList list && !list.isEmpty()) {
                                    first.add(Leaves.assignment(path, list.get(0)));
                                }
                            });
            if (first.size() == fixed.size()) {
                throw incomplete;
            }
            return base.with(first);
        }
    }

    /** The keys of the base, each with what is known of it. */
    private static Map<String, Setting> keys(ScenarioFile resolved) {
        Map<String, Setting> keys = new LinkedHashMap<>();
        resolved.settings().forEach(setting -> keys.put(setting.path(), setting));
        return keys;
    }

    private SweepParameters parameters() {
        ConfigObject object = sweep.object();
        for (String key : KEYS) {
            object = object.withoutKey(key);
        }
        ConfigValue strategy = object.get("strategy");
        if (strategy != null && strategy.unwrapped() instanceof String kind) {
            object =
                    object.withValue(
                            "strategy",
                            ConfigValueFactory.fromMap(
                                    Map.of("kind", kind), strategy.origin().description()));
        }
        return new Binder(1).bind(SweepParameters.class, new Block("sweep", object, sweep.place()));
    }

    private List<Long> seeds() {
        ConfigValue written = sweep.value("seeds");
        if (written == null) {
            return List.of(1L);
        }
        Place place = sweep.place("seeds");
        List<Long> seeds = new ArrayList<>();
        if (written instanceof ConfigObject) {
            Block block = sweep.block("seeds");
            block.refuseUnknown(List.of("from", "to"));
            long from = seed(block, "from");
            long to = seed(block, "to");
            if (to < from || to - from >= MOST_SEEDS) {
                throw place.complaint(
                        "sweep.seeds go from %d to %d, but must be 1 to 100,000 seeds."
                                .formatted(from, to));
            }
            for (long seed = from; seed <= to; seed++) {
                seeds.add(seed);
            }
        } else if (written instanceof ConfigList list) {
            for (ConfigValue each : list) {
                seeds.add(whole(sweep.text("seeds", each, "a number"), Place.of(each.origin())));
            }
        } else {
            seeds.add(whole(sweep.text("seeds", written, "a list"), place));
        }
        if (seeds.isEmpty()) {
            throw place.complaint("sweep.seeds is empty. Write the seeds: [1, 2, 3].");
        }
        if (new LinkedHashSet<>(seeds).size() < seeds.size()) {
            throw place.complaint("sweep.seeds has a seed twice. Keep one.");
        }
        return seeds;
    }

    private static long seed(Block block, String key) {
        ConfigValue value = block.value(key);
        if (value == null) {
            throw block.place().complaint(block.key(key) + " is missing: a seed.");
        }
        return whole(block.text(key, value, "a whole number"), block.place(key));
    }

    private static long whole(String text, Place place) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw place.but("sweep.seeds", text, "a seed must be a whole number.");
        }
    }

    /** No key may be set by two hands. */
    private void refuseTwice(List<Assignment> fixed, Space space) {
        Map<String, String> setBy = new LinkedHashMap<>();
        fixed.forEach(each -> setBy.put(each.path(), "set and duration"));
        for (Axis axis : space.axes()) {
            for (String key : axis.keys()) {
                refuse(axis, key);
                String other = setBy.put(key, "the axis " + axis.name());
                if (other != null) {
                    throw complaint(
                            "%s is set by %s and by the axis %s. Keep one."
                                    .formatted(key, other, axis.name()));
                }
            }
        }
    }

    private void refuse(Axis axis, String key) {
        if (key.equals("run.seed")) {
            throw complaint("seeds are no axis. Write sweep.seeds = [1, 2, 3].");
        }
        if (axis.name().equals("seed")) {
            throw complaint("an axis can't be called seed: tables have a column of that name.");
        }
    }

    private BadInput complaint(String sentence) {
        Place place = sweep.has("axes") ? sweep.place("axes") : sweep.place();
        return place.complaint(sentence);
    }
}
