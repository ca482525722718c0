package sporeloop.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.run.RunDirectory;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.training.Progress;
import sporeloop.scenarios.training.Trainer;

class EvaluateCommandTest {
    private static final String FIGURE = "targets_reached_per_min";

    @TempDir static Path folder;

    /** An agent that learned to reach for eight simulated minutes. */
    private static Path run = Path.of("");

    private record Answer(int code, String out, String err) {}

    @BeforeAll
    static void train() throws Exception {
        run = folder.resolve("run");
        ScenarioFile file =
                ScenarioFile.load(
                        "reaching",
                        List.of(new Assignment("--duration", "run.duration", "8min")),
                        Providers.ours());
        try (RunDirectory directory = RunDirectory.claim(run)) {
            directory.write(directory.scenario(), file.text());
            new Trainer(file.scenario()).run(directory, Progress.SILENT);
        }
    }

    @Test
    void eachFigureLiesInItsInterval() throws Exception {
        JsonNode oracle = json("reaching", "--agent", "oracle", "--seed", "7");
        assertEquals("reaching", oracle.get("scenario").asText());
        assertEquals("oracle", oracle.get("agent").asText());
        assertEquals(7, oracle.get("seed").asLong());
        assertEquals(600, oracle.get("sim_time_s").asDouble());
        for (String name : List.of("mean_reward", FIGURE, "mean_time_to_target_s")) {
            double value = oracle.get(name).asDouble();
            assertTrue(oracle.get(name + "_ci95_low").asDouble() < value, name);
            assertTrue(oracle.get(name + "_ci95_high").asDouble() > value, name);
        }
        assertTrue(oracle.get(FIGURE).asDouble() > 30, oracle.toString());
    }

    @Test
    void theBaselinesReachAlmostNothing() throws Exception {
        for (String agent : List.of("random", "untrained")) {
            assertTrue(json("reaching", "--agent", agent).get(FIGURE).asDouble() < 4, agent);
        }
    }

    @Test
    void aRunIsMeasuredWithWhatItLearned() throws Exception {
        double learned =
                json("reaching", "--agent", run.toString(), "--duration", "3min")
                        .get(FIGURE)
                        .asDouble();
        assertTrue(learned > 15, "targets/min: " + learned);
    }

    @Test
    void theSeedDecidesEveryDigit() {
        String[] once = {"reaching", "--agent", run.toString(), "--duration", "1min", "--json"};
        assertEquals(evaluate(once), evaluate(once));
        List<String> other = new ArrayList<>(List.of(once));
        other.addAll(List.of("--seed", "2"));
        assertNotEquals(evaluate(once).out, evaluate(other.toArray(String[]::new)).out);
    }

    @Test
    void learningOnGoesOnFromWhatWasLearned() throws Exception {
        String[] off = {"reaching", "--agent", run.toString(), "--duration", "1min"};
        List<String> on = new ArrayList<>(List.of(off));
        on.addAll(List.of("--learning", "on"));
        assertNotEquals(json(off), json(on.toArray(String[]::new)));
    }

    @Test
    void whatNeverHappenedAndWhatOneWindowCannotTellIsNull() throws Exception {
        JsonNode short1 = json("reaching", "--agent", "random", "--duration", "1s");
        assertTrue(short1.get("mean_time_to_target_s").isNull(), short1.toString());
        assertTrue(short1.get("mean_reward").isNumber());
        assertTrue(short1.get("mean_reward_ci95_low").isNull());
    }

    @Test
    void withoutJsonATableIsPrinted() {
        Answer answer = evaluate("reaching", "--agent", "oracle", "--duration", "3min");
        assertTrue(
                answer.out.startsWith(
                        "reaching · oracle · seed 1 · 3 min simulated · learning off"),
                answer.out);
        assertTrue(answer.out.contains("95 % interval"), answer.out);
        assertTrue(answer.out.lines().count() >= 5, answer.out);
    }

    @Test
    void whatCannotBeMeasuredIsRefusedInOneSentence() throws Exception {
        refused("There is no agent orcale: ", "--agent", "orcale");
        refused("Did you mean oracle?", "--agent", "orcale");
        refused("is no directory of a finished run", "--agent", folder.toString());
        refused("has nothing that could learn", "--agent", "oracle", "--learning", "on");
        refused(
                "the saved network has size of population motor 8, this one 9",
                "--agent",
                run.toString(),
                "--set",
                "network.populations.motor.size=9");
        refused("steps of", "--agent", run.toString(), "--set", "bridge.step=7ms");
        refused("must be", "--duration", "0s");
    }

    @Test
    void aDamagedAgentIsRefusedWhereverItIsDamaged() throws Exception {
        byte[] whole = Files.readAllBytes(run.resolve("agent.bin"));
        Path copy = Files.createDirectories(folder.resolve("damaged"));
        Files.copy(run.resolve("scenario.conf"), copy.resolve("scenario.conf"));
        for (int at = 0; at < whole.length; at += whole.length / 16) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(copy.resolve("agent.bin"), damaged);
            refused("agent.bin", "--agent", copy.toString());
        }
        Files.write(copy.resolve("agent.bin"), new byte[0]);
        refused("agent.bin", "--agent", copy.toString());
    }

    private static void refused(String words, String... arguments) {
        List<String> all = new ArrayList<>(List.of("reaching"));
        all.addAll(List.of(arguments));
        Answer answer = evaluate(all.toArray(String[]::new));
        assertEquals(Exit.BAD_INPUT, answer.code, answer.toString());
        assertTrue(answer.err.contains(words), answer.err);
        assertEquals(1, answer.err.lines().count(), answer.err);
        assertFalse(answer.err.contains("Exception"), answer.err);
    }

    private static JsonNode json(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        Answer answer = evaluate(all.toArray(String[]::new));
        assertEquals(Exit.DONE, answer.code, answer.err);
        return new JsonMapper().readTree(answer.out);
    }

    private static Answer evaluate(String... arguments) {
        List<String> all = new ArrayList<>(List.of("evaluate"));
        all.addAll(List.of(arguments));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Sporeloop.run(
                        new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }
}
