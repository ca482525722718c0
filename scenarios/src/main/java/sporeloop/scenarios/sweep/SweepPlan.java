package sporeloop.scenarios.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sporeloop.environments.Metric;
import sporeloop.results.NumberText;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.NearMiss;
import sporeloop.scenarios.file.Place;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.file.ScenarioTemplate;

/**
 * A sweep, read and checked.
 *
 * <p>Safe for use by several threads.
 */
public final class SweepPlan {
    /** More points than this are refused: a grid is held in memory. */
    static final long MOST_POINTS = 10_000_000;

    private static final int MOST_CHECKED = 20_000;
    private static final String OVERALL = "overall_";

    private final String name;
    private final String text;
    private final Place place;
    private final ScenarioTemplate base;
    private final List<Assignment> fixed;
    private final ScenarioFile example;
    private final List<Long> seeds;
    private final Space space;
    private final SweepParameters parameters;
    private final Durations durations;
    private final String metric;
    private final String fingerprint;

    /**
     * @param name of the sweep
     * @param text as it was written, for its folder
     * @param place where it begins, for complaints
     * @param fixed what all points change in the base
     * @param example the base so changed; its axes have values that decide nothing
     * @param fingerprint of the program and the users' jars
     */
    SweepPlan(
            String name,
            String text,
            Place place,
            ScenarioTemplate base,
            List<Assignment> fixed,
            ScenarioFile example,
            List<Long> seeds,
            Space space,
            SweepParameters parameters,
            String fingerprint) {
        this.name = name;
        this.text = text;
        this.place = place;
        this.base = base;
        this.fixed = List.copyOf(fixed);
        this.example = example;
        this.seeds = List.copyOf(seeds);
        this.space = space;
        this.parameters = parameters;
        this.fingerprint = fingerprint;
        if (space.size() > MOST_POINTS && parameters.strategy() instanceof Grid) {
            throw place.complaint(
                    "the axes make "
                            + (space.size() == Long.MAX_VALUE
                                    ? "more than 10^18"
                                    : String.format(java.util.Locale.ROOT, "%,d", space.size()))
                            + " points, but a grid has at most 10,000,000. Take fewer values, or"
                            + " strategy { kind = sobol, count = 1000 }.");
        }
        Scenario scenario = example.scenario();
        durations = new Durations(scenario.run().duration(), scenario.run().reportInterval());
        metric = metric(scenario);
        search(); // complains here of what can't be searched
    }

    private String metric(Scenario scenario) {
        List<Metric> metrics =
                scenario.environment().create(scenario.grid().timing()).spec().metrics();
        List<String> names = new ArrayList<>(metrics.stream().map(Metric::name).toList());
        String wanted = parameters.metric();
        if (wanted == null) {
            return names.isEmpty() ? "mean_reward" : names.get(0);
        }
        names.add("mean_reward");
        String plain = wanted.startsWith(OVERALL) ? wanted.substring(OVERALL.length()) : wanted;
        if (!names.contains(plain)) {
            throw place.but(
                    "sweep.metric",
                    wanted,
                    "the task has no such figure." + NearMiss.hint(plain, names));
        }
        return wanted;
    }

    /** Name of the sweep. */
    public String name() {
        return name;
    }

    /** The sweep as it was written. */
    String text() {
        return text;
    }

    /** The figure that points are compared by. */
    public String metric() {
        return metric;
    }

    /** Which scores are better. */
    public Goal goal() {
        return parameters.goal();
    }

    /** Times that a trial which failed is tried again. */
    int retries() {
        return parameters.retries();
    }

    /** How the points are chosen. */
    Strategy strategy() {
        return parameters.strategy();
    }

    /** Names of the axes, in the order of tables. */
    public List<String> axes() {
        return space.axes().stream().map(Axis::name).toList();
    }

    /** The seeds of each point. */
    public List<Long> seeds() {
        return seeds;
    }

    /** How many trials there will be, as far as is known before the first. */
    public long trials() {
        return Math.multiplyExact(search().size(), (long) seeds.size());
    }

    /** The points that are known before the first trial. */
    public List<PlannedPoint> points() {
        return search().next(new double[0]).stream()
                .map(
                        each ->
                                new PlannedPoint(
                                        each.point().labels(),
                                        Double.isNaN(each.seconds())
                                                ? durations.whole()
                                                : each.seconds()))
                .toList();
    }

    /** The scenario without the axes' changes. */
    public Scenario example() {
        return example.scenario();
    }

    /** A new search. */
    Search search() {
        try {
            return parameters.strategy().search(space, durations);
        } catch (IllegalArgumentException misfit) {
            throw place.complaint(String.valueOf(misfit.getMessage()));
        }
    }

    /**
     * The trials of a candidate, one a seed.
     *
     * @throws BadInput in one sentence, if its scenario is none
     */
    List<Trial> trials(Candidate candidate) {
        List<Trial> trials = trials(candidate.point(), candidate.seconds());
        if (!Double.isNaN(candidate.done())) {
            List<Trial> before = trials(candidate.point(), candidate.done());
            for (int k = 0; k < trials.size(); k++) {
                trials.set(k, trials.get(k).after(before.get(k)));
            }
        }
        return trials;
    }

    private List<Trial> trials(Point point, double duration) {
        List<Assignment> assignments = new ArrayList<>(fixed);
        assignments.addAll(point.assignments());
        if (!Double.isNaN(duration)) {
            String seconds = NumberText.of(duration) + " s";
            assignments.add(new Assignment("--duration", "run.duration", seconds));
        }
        ScenarioFile file = base.with(assignments);
        List<Trial> trials = new ArrayList<>();
        for (long seed : seeds) {
            ScenarioFile seeded = file.seeded(seed, "sweep.seeds");
            trials.add(Trial.of(seeded, point, metric, fingerprint));
        }
        return trials;
    }

    /**
     * Checks the points that are known ahead: each is a scenario, and no two are the same. If there are
     * more than 20,000, each value of each axis is checked once, in place of all that they make together.
     */
    public void check() {
        List<Candidate> candidates = search().next(new double[0]);
        if (candidates.size() > MOST_CHECKED) {
            space.eachLevelOnce().forEach(point -> trials(Candidate.whole(point)));
            return;
        }
        Set<String> ids = new HashSet<>();
        for (Candidate candidate : candidates) {
            Trial first = trials(candidate).get(0);
            if (!ids.add(first.id())) {
                throw place.complaint(
                        "two points are the same scenario, the second is "
                                + first.words()
                                + ". Is a value written twice?");
            }
        }
    }

    /** The number of all that decides what is run. */
    String id() {
        StringBuilder all = new StringBuilder(example.text());
        all.append(fingerprint);
        all.append(parameters).append(seeds).append(metric);
        for (Axis axis : space.axes()) {
            all.append('\n').append(axis.name());
            if (axis instanceof RangedAxis range) {
                all.append(List.of(range.from(), range.to(), range.count(), range.scale()));
            }
            for (Level level : axis.levels()) {
                all.append('\n').append(level.label());
                level.assignments()
                        .forEach(each -> all.append(each.path()).append('=').append(each.value()));
            }
        }
        all.append(space.conditions()).append(space.excluded());
        return Trial.hash(all.toString());
    }
}
