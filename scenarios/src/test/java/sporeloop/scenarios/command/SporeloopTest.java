package sporeloop.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SporeloopTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trian reaching | Unknown command trian. Did you mean train? See sporeloop --help.",
                "train reaching --duraton 1h | Unknown option --duraton. Did you mean --duration?",
                "train | Missing required parameter: 'SCENARIO'. See sporeloop train --help.",
                "train reachign | There is no scenario reachign. Did you mean reaching",
                "train reaching --duration -5min | --duration -5min, but must be > 0 s.",
                "train reaching --duration 5 | --duration 5, but a duration needs its unit. Write 5 s.",
                "train reaching --seed one | --seed one, but must be a number.",
                "train reaching --set seed | --set seed, but it must be path=value",
                "show reaching --set network.populations.motor.size=10000000 | reaching: a projection of",
                "show reaching --set run.sed=1 | unknown key run.sed. Did you mean run.seed?",
            })
    void badInputIsOneSentenceAndExit2(String line, String sentence) {
        assertEquals(Exit.BAD_INPUT, run(line.split(" ")));
        assertTrue(err.toString().contains(sentence), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "a\nb", "\u202e", "\u0007"})
    void whatIsQuotedInARefusalDoesNotSteerTheTerminal(String attack) {
        for (List<String> line :
                List.of(
                        List.of("train", "reaching", "--set", "plasticity." + attack + "=1"),
                        List.of("train", attack),
                        List.of("resume", "none" + attack),
                        List.of("train", "reaching", "--" + attack))) {
            err.getBuffer().setLength(0);
            assertEquals(Exit.BAD_INPUT, run(line.toArray(String[]::new)));
            assertEquals(1, err.toString().lines().count(), err.toString());
            assertFalse(err.toString().contains(attack), err.toString());
        }
    }

    @Test
    void anOutWithoutANameIsRefused() {
        assertEquals(Exit.BAD_INPUT, run("train", "reaching", "--out", ""));
        assertTrue(err.toString().startsWith("--out names no folder."), err.toString());
    }

    @Test
    void anOutThatIsTakenIsRefusedAndLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine"), "precious");
        assertEquals(Exit.BAD_INPUT, run("train", "reaching", "--out", folder.toString()));
        assertTrue(err.toString().contains("is not empty"), err.toString());
        try (var left = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("mine")), left.toList());
        }
    }

    @Test
    void jsonIsTheSummaryAloneOnStandardOutput() throws IOException {
        Path run = folder.resolve("run");
        assertEquals(
                Exit.DONE,
                run("train", "reaching", "--duration", "30 s", "--out", run.toString(), "--json"));
        assertEquals(Files.readString(run.resolve("summary.json")), out.toString());
        assertTrue(err.toString().contains("targets_reached_per_min"), err.toString());
        assertTrue(Files.readString(run.resolve("manifest.json")).contains("\"done\""));
    }

    @Test
    void anEnvironmentThatFailsEndsTheRunWithASentenceAndKeepsItsRows() throws IOException {
        Path scenario = folder.resolve("burst.conf");
        Files.writeString(scenario, "include \"reaching\"\nenvironment.task = bursting\n");
        Path run = folder.resolve("run");
        assertEquals(
                Exit.FAILED,
                run(
                        "train",
                        scenario.toString(),
                        "--duration=5min",
                        "--out",
                        run.toString(),
                        "--quiet"));
        assertTrue(err.toString().contains("the ball burst"), err.toString());
        assertEquals(2, err.toString().lines().count(), "once before the restart: " + err);
        List<String> rows = Files.readAllLines(run.resolve("progress.csv"));
        assertTrue(rows.get(1).startsWith("60,"), rows.toString());
        assertTrue(Files.readString(run.resolve("summary.json")).contains("the ball burst"));
    }

    @Test
    void quietSaysNothing() {
        String run = folder.resolve("run").toString();
        assertEquals(
                Exit.DONE, run("train", "reaching", "--duration=30s", "--out", run, "--quiet"));
        assertEquals("", out.toString() + err);
    }

    @Test
    void listNamesEachShippedScenarioOnALine() {
        assertEquals(Exit.DONE, run("list"));
        assertTrue(out.toString().lines().anyMatch(line -> line.startsWith("reaching ")));
    }

    @Test
    void showGivesValueDefaultAndOriginOfEachKey() {
        assertEquals(Exit.DONE, run("show", "reaching", "--set", "plasticity.temperature=0.2"));
        List<String> words =
                out.toString()
                        .lines()
                        .filter(line -> line.startsWith("plasticity.temperature "))
                        .flatMap(line -> List.of(line.split(" +")).stream())
                        .toList();
        assertEquals(List.of("plasticity.temperature", "0.2", "0.1", "--set"), words);
        assertTrue(out.toString().contains("synapses  20480"), out.toString());
        assertTrue(out.toString().contains("exchange every 20 ms"), out.toString());
    }

    @Test
    void everyCommandHasHelpThatTeaches() {
        for (var command : new CommandLine(new Sporeloop()).getSubcommands().entrySet()) {
            if (!command.getValue().getCommandSpec().usageMessage().hidden()) {
                out.getBuffer().setLength(0);
                assertEquals(Exit.DONE, run(command.getKey(), "--help"));
                assertTrue(out.toString().lines().count() > 4, command.getKey());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void versionNamesProgramAndCommit(String option) {
        assertEquals(Exit.DONE, run(option));
        assertTrue(out.toString().matches("sporeloop \\S+ \\(git \\w+\\)\\R"), out.toString());
    }

    private int run(String... arguments) {
        return Sporeloop.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
