package sporeloop.scenarios.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioFileTest {
    @TempDir Path folder;

    static List<String> shipped() {
        return Shipped.ours().names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatIsWrittenOutLoadsAgainToTheSameScenario(String name) throws IOException {
        ScenarioFile file = ScenarioFile.load(name);
        Path written = folder.resolve(name + ".conf");
        Files.writeString(written, file.text());
        ScenarioFile again = ScenarioFile.load(written.toString());
        assertEquals(file.text(), again.text());
        assertEquals(file.scenario().network(), again.scenario().network());
        assertEquals(file.scenario().plasticity(), again.scenario().plasticity());
        assertEquals(file.scenario().run(), again.scenario().run());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aShippedScenarioSaysInItsFirstLineWhatItIs(String name) {
        assertTrue(Shipped.ours().meaning(name).length() > 10, name);
    }

    @Test
    void aUsersFileMayIncludeAShippedScenarioAndChangeALine() throws IOException {
        Path mine = folder.resolve("mine.conf");
        Files.writeString(mine, "include \"reaching\"\nplasticity.temperature = 0.2\n");
        ScenarioFile file = ScenarioFile.load(mine.toString());
        assertEquals(0.2, file.scenario().plasticity().temperature());
        assertEquals("mine", file.scenario().name());
        assertEquals(mine + ":2", setting(file, "plasticity.temperature").origin());
        assertTrue(
                setting(file, "plasticity.learning-rate").origin().startsWith("reaching.conf:")
                        || setting(file, "plasticity.learning-rate")
                                .origin()
                                .contains("reaching.conf"),
                setting(file, "plasticity.learning-rate").origin());
        assertEquals("default", setting(file, "bridge.watchdog").origin());
        assertEquals("derived", setting(file, "environment.physics-step").origin());
    }

    @Test
    void theCommandLineOutranksTheFileAndTheLastWordWins() {
        ScenarioFile file =
                load("reaching", "run.seed=7", "run.seed=8", "bridge.exchange-interval=50ms");
        assertEquals(8, file.scenario().run().seed());
        assertEquals("--set", setting(file, "run.seed").origin());
        assertEquals("10 ms", setting(file, "environment.physics-step").value());
        assertEquals(5, file.scenario().grid().physics());
    }

    @Test
    void aProjectionsOwnPlasticityChangesTheScenariosInWhatItNames() {
        var own =
                load("reaching", "network.projections.input-to-motor.plasticity.temperature=0.5")
                        .scenario();
        var projection = own.network().projections().get("input-to-motor");
        assertEquals(0.5, projection.plasticity().temperature());
        assertEquals(own.plasticity().episodeLength(), projection.plasticity().episodeLength());
        assertEquals(0.1, own.plasticity().temperature());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plasticity.temperature=-0.1 | --set plasticity.temperature=-0.1, but must be ≥ 0.",
                "plasticity.learning-rte=1 | --set: unknown key plasticity.learning-rte. Did you mean"
                        + " plasticity.learning-rate?",
                "plastcity.temperature=1 | --set: unknown key plastcity. Did you mean plasticity?",
                "bridge.exchange-interval=25.5 ms | --set: bridge.exchange-interval = 25.5 ms is not a"
                        + " whole number of steps of 1 ms. Nearest: 25 ms, 26 ms.",
                "bridge.exchange-interval=20 | --set bridge.exchange-interval=20, but a duration needs"
                        + " its unit. Write 20 ms.",
                "environment.physics-step=3 ms | --set: environment.physics-step = 3 ms does not divide"
                        + " the exchange interval of 20 ms. Nearest: 2.857143 ms, 3.333333 ms.",
                "environment.rebuild-interval=50 ms | --set: environment.rebuild-interval = 50 ms is not"
                        + " a whole number of exchange intervals of 20 ms. Nearest: 40 ms, 60 ms.",
                "run.duration=-5min | --set run.duration=-5min, but must be > 0 s.",
                "environment.task=reachin | --set environment.task=reachin, but there is no such task."
                        + " Did you mean reaching?",
                "decoder.population=mtor | --set decoder.population=mtor, but there is no such population"
                        + " that is read out. Did you mean motor?",
                "network.projections.input-to-motor.from=imput | --set"
                        + " network.projections.input-to-motor.from=imput, but there is no such"
                        + " population or source. Did you mean input?",
                "encoder.x=speed | --set: encoder.x = speed is not a channel of the task. It has: x, y,"
                        + " vx, vy.",
            })
    void aMistakeOnTheCommandLineIsASentence(String set, String sentence) {
        assertEquals(
                sentence, assertThrows(BadInput.class, () -> load("reaching", set)).getMessage());
    }

    @Test
    void aMistakeInAFileNamesItsLine() throws IOException {
        says(
                "plasticity.temprature = 1",
                ":3: unknown key plasticity.temprature. Did you mean plasticity.temperature?");
        says(
                "plasticity { temperature = 0.1 s }",
                ":3: plasticity.temperature = 0.1 s, but it has no unit. Write 0.1.");
        says("plasticity {", "syntax error");
        says("plasticity { temperature = = 2 }", ":3: syntax error: ");
        says("plasticity = 3", ":3: plasticity = 3, but must be a block: plasticity { … }.");
        says(
                "run.report-interval = 25.5 ms",
                ":3: run.report-interval = 25.5 ms is not a whole number");
    }

    @Test
    void anUnknownScenarioSuggestsTheNearMiss() {
        assertEquals(
                "There is no scenario reachign. Did you mean reaching?",
                assertThrows(BadInput.class, () -> load("reachign")).getMessage());
        assertEquals(
                "There is no file none.conf.",
                assertThrows(BadInput.class, () -> load("none.conf")).getMessage());
    }

    private void says(String line, String part) throws IOException {
        Path mine = folder.resolve("mine.conf");
        Files.writeString(mine, "include \"reaching\"\n\n" + line + "\n");
        String message = assertThrows(BadInput.class, () -> load(mine.toString())).getMessage();
        assertTrue(message.startsWith(mine.toString()), message);
        assertTrue(message.contains(part), message);
    }

    private static ScenarioFile load(String name, String... sets) {
        return ScenarioFile.load(
                name, Arrays.stream(sets).map(Assignment::set).toList(), Providers.ours());
    }

    private static Setting setting(ScenarioFile file, String path) {
        return file.settings().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
