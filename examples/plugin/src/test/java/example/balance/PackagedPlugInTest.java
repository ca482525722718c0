package example.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.environments.EnvironmentChecker;
import sporeloop.scenarios.command.Sporeloop;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;

/** The jar as a user would get it: its classes are nowhere else. */
class PackagedPlugInTest {
    private static final String JAR = System.getProperty("plugin.jar", "");

    @TempDir Path folder;

    @Test
    void withoutTheJarThereIsNoSuchTask() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("example.balance.Balance"));
    }

    @Test
    void itsEnvironmentKeepsEveryPromise() {
        Scenario scenario =
                ScenarioFile.load("balance", List.of(), Providers.with(List.of(JAR))).scenario();
        var timing = scenario.grid().timing();
        List<String> findings =
                EnvironmentChecker.check(
                        () -> scenario.environment().create(timing), timing.interval());
        assertEquals(List.of(), findings);
    }

    @Test
    void itsScenarioTrainsFromTheJar() throws Exception {
        String run = folder.resolve("run").toString();
        sporeloop("train", "balance", "--plugin", JAR, "--duration", "10s", "--out", run);
        assertTrue(Files.size(folder.resolve("run/agent.bin")) > 0);
        String measured =
                sporeloop(
                        "evaluate",
                        "balance",
                        "--plugin",
                        JAR,
                        "--agent",
                        run,
                        "--duration",
                        "10s",
                        "--json");
        assertTrue(measured.contains("\"falls_per_min\""), measured);
    }

    @Test
    void itsOracleNeverDropsTheBallThatRandomTiltsDrop() throws Exception {
        String oracle = measured("oracle");
        assertTrue(oracle.contains("\"falls_per_min\" : 0"), oracle);
        String random = measured("random");
        assertTrue(!random.contains("\"falls_per_min\" : 0,"), random);
    }

    @Test
    void itIsListedBesideTheShippedScenarios() {
        String list = sporeloop("list", "--plugin", JAR);
        assertTrue(list.contains("balance ") && list.contains("reaching "), list);
    }

    private static String measured(String agent) {
        return sporeloop(
                "evaluate",
                "balance",
                "--plugin",
                JAR,
                "--agent",
                agent,
                "--duration",
                "2min",
                "--json");
    }

    private static String sporeloop(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Sporeloop.run(new PrintWriter(out), new PrintWriter(err), arguments);
        assertEquals(0, code, err.toString());
        return out.toString();
    }
}
