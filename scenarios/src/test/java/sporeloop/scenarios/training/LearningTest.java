package sporeloop.scenarios.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import sporeloop.bridge.Loop;
import sporeloop.bridge.Reading;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;

/** Each shipped scenario learns within minutes, as it is shipped, and not with a rule that is broken. */
class LearningTest {
    /** Simulated time at the end over which a figure is taken [min]. */
    private static final int LOOK = 5;

    /**
     * What a scenario is held to.
     *
     * @param scenario its name
     * @param figure of the task, more of which is better
     * @param minutes it learns, simulated
     * @param untrained what the figure is at most without learning
     * @param learned what it is at least with it, which neither chance nor a broken rule comes near
     */
    record Aim(String scenario, String figure, int minutes, double untrained, double learned) {
        @Override
        public String toString() {
            return scenario;
        }
    }

    /** Those that take seconds, a line each. */
    private static final List<Aim> QUICK =
            List.of(
                    new Aim("reaching", "targets_reached_per_min", 10, 3, 20),
                    new Aim("reaching-dvs", "targets_reached_per_min", 15, 4, 18),
                    new Aim("lane-ahead", "mean_reward", 30, 0.26, 0.36),
                    new Aim("pattern-matching", "trial_success_rate", 30, 0.65, 0.85));

    /** Those that take longer. */
    private static final List<Aim> LONG =
            List.of(
                    new Aim("lane-following", "mean_reward", 20, 0.3, 0.38),
                    new Aim("arm-reaching", "targets_reached_per_min", 30, 2, 12),
                    new Aim("lever-press", "successes_per_min", 30, 3, 8),
                    new Aim("center-out", "successes_per_min", 40, 1, 10));

    /** A rule that can't learn. */
    enum Broken {
        /** θ stays what it is. */
        NO_LEARNING_RATE,
        /** What was rewarded is unlearned. */
        FLIPPED_GRADIENT,
        /** Eligibility is gone before the reward is there. */
        NO_ELIGIBILITY;

        Assignment in(String scenario) {
            return switch (this) {
                case NO_LEARNING_RATE -> Assignment.set("plasticity.learning-rate=0");
                case FLIPPED_GRADIENT ->
                        Assignment.set(
                                "plasticity.gradient-scale="
                                        + -load(scenario, 1).plasticity().gradientScale());
                case NO_ELIGIBILITY -> Assignment.set("plasticity.episode-length=0.001 ms");
            };
        }
    }

    static List<Aim> quick() {
        return QUICK;
    }

    static Stream<Aim> all() {
        return Stream.concat(QUICK.stream(), LONG.stream());
    }

    static Stream<Arguments> allByOtherSeeds() {
        return all().flatMap(aim -> Stream.of(2, 3).map(seed -> Arguments.of(aim, seed)));
    }

    /**
     * All but one: the lever swings by itself once its neurons drive each other, and punishing success
     * does not stop that. With the flipped gradient 10.6 trials a minute succeed, with the right one 13.2.
     */
    static Stream<Arguments> allBroken() {
        return all().flatMap(aim -> Stream.of(Broken.values()).map(way -> Arguments.of(aim, way)))
                .filter(
                        pair ->
                                !pair.get()[1].equals(Broken.FLIPPED_GRADIENT)
                                        || !pair.get()[0].toString().equals("lever-press"));
    }

    @Test
    void eachShippedScenarioIsHeldToAnAim() {
        assertEquals(
                Set.copyOf(Providers.ours().scenarios().names()),
                all().map(Aim::scenario).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("quick")
    void aShippedScenarioLearnsWithinMinutes(Aim aim) {
        assertLearns(aim, 1);
    }

    @ParameterizedTest
    @EnumSource(Broken.class)
    void aBrokenRuleMissesTheAim(Broken way) {
        assertMisses(QUICK.get(0), way);
    }

    @ParameterizedTest
    @MethodSource("allByOtherSeeds")
    @Tag("long")
    void eachShippedScenarioLearnsWithOtherSeedsToo(Aim aim, int seed) {
        assertLearns(aim, seed);
    }

    @ParameterizedTest
    @MethodSource("allBroken")
    @Tag("long")
    void aBrokenRuleMissesEachAim(Aim aim, Broken way) {
        assertMisses(aim, way);
    }

    private static void assertLearns(Aim aim, int seed) {
        double untrained = figure(aim, load(aim.scenario(), seed), false);
        double learned = figure(aim, load(aim.scenario(), seed), true);
        String found =
                String.format(
                        Locale.ROOT,
                        "%s, seed %d: %s %.4g untrained and %.4g after %d min",
                        aim,
                        seed,
                        aim.figure(),
                        untrained,
                        learned,
                        aim.minutes());
        assertTrue(untrained <= aim.untrained(), found + "; at most " + aim.untrained());
        assertTrue(learned >= aim.learned(), found + "; at least " + aim.learned());
    }

    /** Not only does a broken rule miss the aim: it is a quarter of it away. */
    private static void assertMisses(Aim aim, Broken way) {
        double figure = figure(aim, load(aim.scenario(), 1, way.in(aim.scenario())), true);
        double farOff = 0.75 * aim.learned();
        assertTrue(
                figure < farOff,
                "%s, %s: %s %.4g, but must be below %.4g"
                        .formatted(aim, way, aim.figure(), figure, farOff));
    }

    private static Scenario load(String scenario, int seed, Assignment... changes) {
        List<Assignment> all = new ArrayList<>(List.of(changes));
        all.add(Assignment.set("run.seed=" + seed));
        return ScenarioFile.load(scenario, all, Providers.ours()).scenario();
    }

    /** The figure over the last minutes of learning, or, without learning, over as many at once. */
    private static double figure(Aim aim, Scenario scenario, boolean learning) {
        LoopParts parts = new Wiring(scenario).agent(learning);
        Loop loop = parts.loop();
        loop.start();
        long minute = scenario.grid().intervals("a minute", 60_000);
        loop.advance(learning ? (aim.minutes() - LOOK) * minute : 0);
        Reading from = loop.reading();
        loop.advance(LOOK * minute);
        Double figure = Ledger.of(parts).figures(from, loop.reading()).get(aim.figure());
        assertTrue(figure != null, aim + " has no figure " + aim.figure());
        return figure;
    }
}
