package sporeloop.scenarios.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Providers;

class SweepFileTest {
    private static final String T = "plasticity.temperature";
    private static final String R = "plasticity.learning-rate";

    static SweepPlan plan(String block) {
        return SweepFile.parse(
                "my.conf", "sweep { base = reaching\n" + block + "\n}", Providers.ours());
    }

    private static List<String> labels(SweepPlan plan) {
        return plan.points().stream()
                .map(point -> String.join(" ", point.labels().values()))
                .toList();
    }

    @Test
    void theExampleOfTheDocumentationIsAWholeSweep() {
        SweepPlan plan =
                plan(
                        "duration = 1 h, seeds = [1, 2, 3], axes { plasticity.temperature = [0.05, 0.1, 0.2] }");
        assertEquals(9, plan.trials());
        assertEquals(List.of("0.05", "0.1", "0.2"), labels(plan));
        assertEquals("targets_reached_per_min", plan.metric());
        plan.check();
    }

    @Test
    void theLastAxisChangesFastest() {
        assertEquals(
                List.of("1e-8 0.1", "1e-8 0.2", "1e-7 0.1", "1e-7 0.2"),
                labels(plan("axes {\n" + R + " = [1e-8, 1e-7]\n" + T + " = [0.1, 0.2] }")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ from = 0.1, to = 0.5, count = 5 } | 0.1, 0.2, 0.3, 0.4, 0.5",
                "{ from = 0.01, to = 1, count = 3, scale = log } | 0.01, 0.1, 1",
                "{ from = 1, to = 3, count = 9, scale = integer } | 1, 2, 3",
            })
    void aRangeHasItsEndsAndEvenSteps(String range, String values) {
        assertEquals(List.of(values.split(", ")), labels(plan("axes { " + T + " " + range + " }")));
    }

    @Test
    void aRangeKeepsItsUnit() {
        SweepPlan plan = plan("axes { encoder.peak-rate { from = 20 Hz, to = 60 Hz, count = 3 } }");
        assertEquals(List.of("20 Hz", "40 Hz", "60 Hz"), labels(plan));
        plan.check();
    }

    @Test
    void pairedKeysGoHandInHand() {
        SweepPlan plan = plan("paired = [ { " + R + " = [1e-8, 1e-7], " + T + " = [0.2, 0.1] } ]");
        assertEquals(List.of("1e-8 / 0.2", "1e-7 / 0.1"), labels(plan));
        plan.check();
    }

    @Test
    void setsAreNamed() {
        SweepPlan plan = plan("sets.without {\n nothing {}\n noise { " + T + " = 0 }\n}");
        assertEquals(List.of("nothing", "noise"), labels(plan));
        plan.check();
    }

    @Test
    void anAxisCountsWhereItsConditionHoldsAndExcludedPointsAreLeftOut() {
        SweepPlan plan =
                plan(
                        "axes {\n%s = [0, 0.1]\n%s = [1e-8, 1e-7] }\n".formatted(T, R)
                                + "conditions = [ { axis = %s, when { %s = 0.1 } } ]\n"
                                        .formatted(R, T)
                                + "exclude = [ { %s = 0.10, %s = 1e-7 } ]".formatted(T, R));
        assertEquals(List.of("0 –", "0.1 1e-8"), labels(plan));
    }

    @Test
    void anAxisMayGiveTheKeyThatWhatIsSetAsksFor() {
        String connectivity = "network.projections.input-to-motor.connectivity";
        SweepPlan plan =
                plan(
                        "set { %s { kind = fixed-fan-in } }\naxes { %s.partners = [8, 16] }"
                                .formatted(connectivity, connectivity));
        assertEquals(List.of("8", "16"), labels(plan));
        plan.check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "learning-rate-temperature",
                "seeds",
                "ablation",
                "retention",
                "compensation",
                "quick"
            })
    void eachShippedSweepIsWhole(String name) {
        SweepFile.load(name, Providers.ours()).check();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "axes { plasticity.temperature = [] } | my.conf:2: sweep.axes.plasticity.temperature is empty. Write its values, or leave it out.",
                "axes { plasticity.temperature {} } | my.conf:2: sweep.axes.plasticity.temperature is empty. Write { from",
                "axis { plasticity.temperature = [1] } | my.conf:2: unknown key sweep.axis. Did you mean sweep.axes?",
                "axes { plasticity.temprature = [1, 2] } | my.conf:2: unknown key plasticity.temprature. Did you mean plasticity.temperature",
                "axes { plasticity.temperature = [0.1, -1] } | my.conf:2: plasticity.temperature = -1, but must be ≥ 0.",
                "axes { plasticity.temperature = 0.1 } | my.conf:2: sweep.axes.plasticity.temperature = 0.1, but must be a list or a range",
                "axes { plasticity.temperature = [0.1, 0.1] } | has the value 0.1 twice.",
                "axes { plasticity.temperature = [0.1, \"0.10\"] } | my.conf:1: two points are the same scenario",
                "axes { plasticity.temperature { from = 1, to = 0.1, count = 3 } } | my.conf:2: sweep.axes.plasticity.temperature: from = 1 is not below to = 0.1.",
                "axes { plasticity.temperature { from = 0, to = 1, count = 3, scale = log } } | from = 0, but on a logarithmic scale it must be > 0.",
                "axes { plasticity.temperature { from = 0, to = 1, cuont = 3 } } | Did you mean sweep.axes.plasticity.temperature.count?",
                "axes { plasticity.temperature { from = 0, to = 1 } } | count is missing: how many values a grid takes.",
                "axes { encoder.peak-rate { from = 0.1 kHz, to = 200 Hz, count = 2 } } | both must have the same unit.",
                "seeds = [] | my.conf:2: sweep.seeds is empty. Write the seeds: [1, 2, 3].",
                "seeds = [1, 1] | my.conf:2: sweep.seeds has a seed twice. Keep one.",
                "seeds = [1.5] | my.conf:2: sweep.seeds = 1.5, but a seed must be a whole number.",
                "axes { run.seed = [1, 2] } | seeds are no axis. Write sweep.seeds = [1, 2, 3].",
                "axes { run.duration = [1 h, 2 h] }, duration = 1 h | run.duration is set by set and duration and by the axis run.duration. Keep one.",
                "set { run.duration = 1 h }, duration = 2 h | sweep.duration and set.run.duration contradict. Keep one.",
                "metric = targets | my.conf:1: sweep.metric = targets, but the task has no such figure. Did you mean targets_reached_per_min?",
                "strategy = gird | my.conf:2: sweep.strategy.kind = gird, but there is no such kind. Did you mean grid?",
                "strategy { kind = random, count = 0 } | must be ≥ 1 and ≤ 10000000.",
                "strategy { kind = cma-es, evaluations = 9 }, axes { plasticity.temperature = [1, 2] } | is a list, but cma-es moves along ranges.",
                "strategy { kind = successive-halving, min-duration = 2 h } | is longer than a whole run",
                "conditions = [ { axis = plasticity.temprature, when { a = 1 } } ], axes { plasticity.temperature = [1, 2] } | there is no such axis. Did you mean plasticity.temperature?",
                "axes { a.b { from = 1, to = 1000000000, count = 1000000000 } } | my.conf:1: the axes make 1,000,000,000 points, but a grid has at most 10,000,000. Take fewer values",
                "base = [] | my.conf:2: sweep.base = [ … ], but must be a scenario's name or file.",
                "base = reachin | my.conf:2: sweep.base = reachin, but there is no such scenario. Did you mean reaching",
            })
    void aMistakeIsOneSentenceWithItsPlaceAndMend(String block, String sentence) {
        BadInput complaint = assertThrows(BadInput.class, () -> plan(block).check());
        assertTrue(complaint.getMessage().contains(sentence), complaint.getMessage());
        assertEquals(1, complaint.getMessage().lines().count(), complaint.getMessage());
    }

    @Test
    void aTrialsNumberFollowsFromItsScenarioAndSeedAlone() {
        List<String> few = ids(plan("axes { " + T + " = [0.1, 0.2] }"));
        List<String> more = ids(plan("seeds = [2, 1], axes { " + T + " = [0.05, 0.2, 0.1] }"));
        assertTrue(more.containsAll(few), few + " in " + more);
        assertEquals(6, more.stream().distinct().count());
    }

    private static List<String> ids(SweepPlan plan) {
        List<String> ids = new ArrayList<>();
        for (Candidate candidate : plan.search().next(new double[0])) {
            plan.trials(candidate).forEach(trial -> ids.add(trial.id()));
        }
        return ids;
    }
}
