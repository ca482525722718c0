package sporeloop.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.scenarios.file.Providers;

class BaselinesCommandTest {
    @TempDir Path folder;

    @Test
    void everyShippedScenarioHasItsThreeBaselines() throws Exception {
        StringWriter err = new StringWriter();
        Path table = folder.resolve("new/table");
        assertEquals(
                Exit.DONE, run(err, "--duration", "6s", "--out", table.toString()), err.toString());
        List<String> rows = Files.readAllLines(table.resolve("baselines.csv"));
        for (String scenario : Providers.ours().scenarios().names()) {
            for (String agent : List.of("oracle", "random", "untrained")) {
                String row = row(rows, scenario + ",mean_reward,," + agent + ",");
                double value = Double.parseDouble(row.split(",", -1)[4]);
                assertTrue(Double.isFinite(value), row);
            }
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedBeforeAnythingIsMeasured() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        StringWriter err = new StringWriter();
        assertEquals(Exit.BAD_INPUT, run(err, "--out", file.resolve("table").toString()));
        assertTrue(err.toString().startsWith("Cannot make the folder "), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    private static String row(List<String> rows, String start) {
        return rows.stream()
                .filter(row -> row.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(start + " in " + rows));
    }

    private static int run(StringWriter err, String... options) {
        String[] all = new String[options.length + 1];
        all[0] = "baselines";
        System.arraycopy(options, 0, all, 1, options.length);
        return Sporeloop.run(new PrintWriter(new StringWriter()), new PrintWriter(err), all);
    }
}
