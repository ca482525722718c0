package sporeloop.scenarios.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

class BinderTest {
    enum Colour {
        LIGHT_RED,
        BLUE
    }

    sealed interface Filter {}

    record Exponential(
            @Parameter(
                            value = "time constant",
                            unit = Unit.MS,
                            standard = "100 ms",
                            range = "(0, ∞)")
                    double tau)
            implements Filter {}

    record Window(@Parameter(value = "length", unit = Unit.STEPS, range = "[1, ∞)") long length)
            implements Filter {}

    record Population(@Parameter(value = "neurons", range = "[1, 100000]") int size) {}

    record Push(@Parameter(value = "when", unit = Unit.S) double at) {}

    record Rule(
            @Parameter(value = "T", standard = "0.1", range = "[0, ∞)") double temperature,
            @Parameter(value = "β", unit = Unit.PER_MS, standard = "5e-8 /ms") double learningRate,
            @Parameter(value = "Δ", unit = Unit.STEPS, standard = "100 ms")
                    long weightUpdateInterval,
            @Parameter(value = "seed", standard = "1") long seed,
            @Parameter(value = "colour", standard = "light-red") Colour colour,
            @Parameter(value = "whether", standard = "false") boolean deleteRetracted,
            @Parameter(value = "label", standard = "a \"b\"") String label,
            @Parameter(value = "delays", unit = Unit.MS, standard = "[1 ms, 2 ms]")
                    List<Double> delays,
            @Parameter(value = "filter", standard = "exponential") Filter filter,
            @Parameter(value = "populations") Map<String, Population> populations,
            @Parameter(value = "pushes", standard = "[]") List<Push> pushes) {
        Rule {
            Ranges.check(
                    Rule.class,
                    temperature,
                    learningRate,
                    weightUpdateInterval,
                    seed,
                    colour,
                    deleteRetracted,
                    label,
                    delays,
                    filter,
                    populations,
                    pushes);
            if (temperature == 7) {
                throw new IllegalArgumentException("temperature = 7 is not to our taste");
            }
        }
    }

    @Test
    void whatIsNotWrittenHasTheDefaultOfItsAnnotation() {
        assertEquals(
                new Rule(
                        0.1,
                        5e-8,
                        100,
                        1,
                        Colour.LIGHT_RED,
                        false,
                        "a \"b\"",
                        List.of(1.0, 2.0),
                        new Exponential(100),
                        Map.of(),
                        List.of()),
                bind(""));
    }

    @Test
    void whatIsWrittenIsBoundInItsUnitsAndKinds() {
        Rule rule =
                bind(
                        """
                        temperature = 0.2, learning-rate = 1e-7, weight-update-interval = 0.2 s
                        seed = 9223372036854775807, colour = blue, delete-retracted = true
                        delays = [0.5 s]
                        filter { kind = window, length = 30 ms }
                        populations { motor.size = 8, hidden { size = 40 } }
                        pushes = [{ at = 1 h }, { at = 90s }]
                        """);
        assertEquals(0.2, rule.temperature);
        assertEquals(1e-7, rule.learningRate);
        assertEquals(200, rule.weightUpdateInterval);
        assertEquals(Long.MAX_VALUE, rule.seed);
        assertEquals(Colour.BLUE, rule.colour);
        assertEquals(List.of(500.0), rule.delays);
        assertEquals(new Window(30), rule.filter);
        assertEquals(List.of("hidden", "motor"), List.copyOf(rule.populations.keySet()));
        assertEquals(List.of(new Push(3600), new Push(90)), rule.pushes);
    }

    @Test
    void whatIsRenderedBindsAgainToTheSameRecord() {
        Binder binder = new Binder(1);
        Rule rule =
                binder.bind(
                        Rule.class,
                        block(
                                "populations.a.size = 3, pushes = [{ at = 1 h }], label = \"x\\ny\""));
        assertEquals(rule, bind(Rendering.text(binder.settings())));
    }

    @Test
    void aMistakeIsASentenceWithFileLineKeyAndMend() {
        says("rule.conf:1: unknown key temprature. Did you mean temperature?", "temprature = 1");
        says("rule.conf:2: temperature = -0.1, but must be ≥ 0.", "\ntemperature = -0.1");
        says(
                "rule.conf:1: temperature = 0.1 s, but it has no unit. Write 0.1.",
                "temperature=0.1 s");
        says(
                "rule.conf:1: weight-update-interval = 100, but a duration needs its unit. Write 100 ms.",
                "weight-update-interval = 100");
        says(
                "rule.conf:1: weight-update-interval = 0.5 ms, but must be a whole number of steps"
                        + " of 1 ms. Nearest: 0 ms, 1 ms.",
                "weight-update-interval = 0.5 ms");
        says("rule.conf:1: seed = 1.5, but must be a whole number.", "seed = 1.5");
        says(
                "rule.conf:1: colour = bleu, but must be one of light-red, blue. Did you mean blue?",
                "colour = bleu");
        says(
                "rule.conf:1: delete-retracted = 1, but must be true or false.",
                "delete-retracted = 1");
        says("rule.conf:1: temperature = [ … ], but must be a number.", "temperature = [1]");
        says("rule.conf:1: temperature = null, but must be a number.", "temperature = null");
        says("rule.conf:1: delays = 5 ms, but must be a list: [ …, … ].", "delays = 5 ms");
        says("rule.conf:1: delays = 5, but a duration needs its unit. Write 5 ms.", "delays = [5]");
        says("rule.conf:1: filter = x, but must be a block: filter { … }.", "filter = x");
        says(
                "rule.conf:1: filter.kind = windw, but there is no such kind. Did you mean window?",
                "filter.kind = windw");
        says(
                "rule.conf:2: filter.length is missing: length.",
                "filter { kind = exponential }\nfilter { kind = window }");
        says("rule.conf:1: populations.a.size is missing: neurons.", "populations.a { }");
        says(
                "rule.conf:1: populations.a.size = 0, but must be ≥ 1 and ≤ 100000.",
                "populations.a.size = 0");
        says("rule.conf:1: temperature = 7 is not to our taste.", "temperature = 7");
        says(
                "rule.conf:1: populations.Motor is not a name. Write small letters, digits and -, a"
                        + " letter first, at most 40.",
                "populations.Motor.size = 1");
        says("rule.conf:1: unknown key pushes.when. Known: at.", "pushes = [{ when = 1 s }]");
    }

    private static void says(String sentence, String text) {
        assertEquals(sentence, assertThrows(BadInput.class, () -> bind(text)).getMessage());
    }

    private static Rule bind(String text) {
        return new Binder(1).bind(Rule.class, block(text));
    }

    private static Block block(String text) {
        return new Block("", Source.text(text, "rule.conf"), new Place("rule.conf", 0));
    }
}
