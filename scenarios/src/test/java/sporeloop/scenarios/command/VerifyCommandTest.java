package sporeloop.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final Path CASES = Path.of("src", "test", "resources", "cases");
    private static final String SYNAPSE = "synapse_by_defaults";
    private static final String NEURON = "neuron_by_defaults";

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aCaseThatAgreesIsALineForEachWayAndExit0() {
        assertEquals(Exit.DONE, run(json(CASES, SYNAPSE)));
        assertEquals(4, out.toString().lines().count(), out.toString());
        assertTrue(out.toString().contains("pass  synapse_by_defaults, 7 steps: "), out.toString());
        assertTrue(out.toString().endsWith("1 case: all agree.\n"), out.toString());
    }

    @Test
    void theReferenceReplaysToo() {
        assertEquals(Exit.DONE, run("--reference", json(CASES, SYNAPSE), json(CASES, NEURON)));
        assertEquals(9, out.toString().lines().count(), out.toString());
        assertTrue(
                out.toString().contains("pass  neuron_by_defaults, reference: "), out.toString());
    }

    @Test
    void aFolderIsAllItsCasesByName() throws Exception {
        copy(SYNAPSE);
        copy(NEURON);
        assertEquals(Exit.DONE, run(folder.toString()));
        assertTrue(out.toString().endsWith("2 cases: all agree.\n"), out.toString());
        assertTrue(out.toString().startsWith("pass  neuron_by_defaults"), out.toString());
    }

    @Test
    void aCaseThatDisagreesIsShownAndExit1() throws Exception {
        Path json = copy(NEURON);
        Files.writeString(
                json, Files.readString(json).replaceFirst("\"weight\": 2.0", "\"weight\": 2.1"));
        assertEquals(Exit.FAILED, run(folder.toString(), json(CASES, SYNAPSE)));
        assertTrue(out.toString().contains("FAIL  neuron_by_defaults, 1 step: "), out.toString());
        assertTrue(out.toString().contains("pass  synapse_by_defaults"), out.toString());
        assertTrue(out.toString().contains("2 cases: 3 replays disagree"), out.toString());
    }

    @Test
    void aCaseThatCannotBeReadIsOneSentenceAndExit2WhileOthersAreReplayed() throws Exception {
        Path json = copy(NEURON);
        Files.delete(folder.resolve(NEURON + ".multimeter.csv.gz"));
        assertEquals(Exit.BAD_INPUT, run(folder.toString(), json(CASES, SYNAPSE)));
        assertEquals(
                json.resolveSibling(NEURON + ".multimeter.csv.gz")
                        + ": can't be read: there is no such file.\n",
                err.toString());
        assertTrue(out.toString().contains("pass  synapse_by_defaults"), out.toString());
    }

    @Test
    void aFolderWithoutCasesIsRefused() {
        assertEquals(Exit.BAD_INPUT, run(folder.toString()));
        assertEquals(folder + ": holds no case (NAME.json).\n", err.toString());
    }

    private static String json(Path in, String name) {
        return in.resolve(name + ".json").toString();
    }

    private Path copy(String name) throws Exception {
        try (var files = Files.list(CASES)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(name + ".")) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
        return folder.resolve(name + ".json");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "verify";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        int exit = Sporeloop.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
        return exit;
    }
}
