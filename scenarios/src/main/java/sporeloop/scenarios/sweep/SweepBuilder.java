package sporeloop.scenarios.sweep;

import com.typesafe.config.ConfigUtil;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sporeloop.results.NumberText;
import sporeloop.scenarios.file.Providers;

/**
 * A sweep written in Java.
 *
 * <pre>
 *   SweepBuilder.of("reaching")
 *           .duration("1 h")
 *           .seeds(1, 2, 3)
 *           .axis("plasticity.temperature", 0.05, 0.1, 0.2)
 *           .into("runs/temperature")
 *           .stream()
 *           .forEach(trial -&gt; System.out.println(trial.point() + " " + trial.score()));
 * </pre>
 * It becomes the text of a sweep file, which is kept in the sweep's folder, so that the command line
 * can go on with it.
 */
public final class SweepBuilder {
    private final String head;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> axes = new LinkedHashMap<>();

    private SweepBuilder(String head) {
        this.head = head;
    }

    /** A sweep of a shipped scenario, or of one in a file. */
    public static SweepBuilder of(String base) {
        SweepBuilder sweep = new SweepBuilder("");
        sweep.lines.add("base = " + ConfigUtil.quoteString(base));
        return sweep;
    }

    /** A sweep that comes ready, to be run with other seeds or for another time. */
    public static SweepBuilder shipped(String name) {
        return new SweepBuilder(Providers.ours().sweeps().text(name));
    }

    /** Simulated time of each run, with its unit. */
    public SweepBuilder duration(String time) {
        lines.add("duration = " + ConfigUtil.quoteString(time));
        return this;
    }

    /** The seeds of each point. */
    public SweepBuilder seeds(long... seeds) {
        lines.add("seeds = " + Arrays.toString(seeds));
        return this;
    }

    /** Changes a key at all points; the value as a scenario file would write it. */
    public SweepBuilder set(String key, String value) {
        lines.add("set." + key + " = " + ConfigUtil.quoteString(value));
        return this;
    }

    /** Varies a key that has no unit. */
    public SweepBuilder axis(String key, double... values) {
        axes.put(
                key,
                Arrays.stream(values)
                        .mapToObj(NumberText::of)
                        .collect(Collectors.joining(", ", "[", "]")));
        return this;
    }

    /** Varies a key whose values are words, or numbers with units. */
    public SweepBuilder axis(String key, String... values) {
        axes.put(
                key,
                Arrays.stream(values)
                        .map(ConfigUtil::quoteString)
                        .collect(Collectors.joining(", ", "[", "]")));
        return this;
    }

    /** Compares points by another figure than the task's main one. */
    public SweepBuilder metric(String figure) {
        lines.add("metric = " + figure);
        return this;
    }

    /**
     * The sweep, checked.
     *
     * @throws sporeloop.scenarios.file.BadInput in one sentence, if anything is wrong with it
     */
    public SweepPlan plan() {
        StringBuilder text = new StringBuilder(head).append("sweep {\n");
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
        axes.forEach(
                (key, values) ->
                        text.append("  axes.")
                                .append(key)
                                .append(" = ")
                                .append(values)
                                .append('\n'));
        SweepPlan plan = SweepFile.parse("sweep", text.append("}\n").toString(), Providers.ours());
        plan.check();
        return plan;
    }

    /** The sweep with its folder, a new one or one to go on with, on all processors. */
    public Sweep into(String folder) {
        return into(SweepOptions.into(Path.of(folder)));
    }

    /** The sweep as it is to be run. */
    public Sweep into(SweepOptions options) {
        return new Sweep(plan(), options, Providers.ours());
    }
}
