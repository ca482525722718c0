package sporeloop.viewer.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sporeloop.results.run.ProgressTable;
import sporeloop.scenarios.command.Sporeloop;

/** What the window makes of the synapses of a real run. */
class SynapsesTest {
    @TempDir Path folder;

    private Path trained(String... changes) throws Exception {
        Path run = folder.resolve("run");
        Files.writeString(
                folder.resolve("task.conf"),
                """
                include "reaching"
                run { duration = 20 s, report-interval = 10 s }
                recording { on = true, what = [theta], synapse-interval = 10 s }
                plasticity.learning-rate = 1e-5 /ms
                network.projections.input-to-motor {
                  connectivity = { kind = fixed-probability, probability = 0.1 }
                }
                """
                        + String.join("\n", changes));
        sporeloop("train", folder.resolve("task.conf").toString(), "--out", run.toString());
        return run;
    }

    private static void sporeloop(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        assertEquals(0, Sporeloop.run(out, out, arguments), said::toString);
    }

    /** As {@code export --weights} has them. */
    private double[][] fields(Path run, int pres, int posts) throws Exception {
        Path tables = folder.resolve("tables");
        sporeloop("export", run.toString(), "--weights", "--out", tables.toString());
        double[][] fields = new double[posts][pres];
        try (var files = Files.list(tables)) {
            List<String> lines = Files.readAllLines(files.findFirst().orElseThrow());
            List<String> names = List.of(lines.get(0).split(",", -1));
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                double theta = Double.parseDouble(cells[names.indexOf("theta")]);
                int pre = Integer.parseInt(cells[names.indexOf("pre")]);
                int post = Integer.parseInt(cells[names.indexOf("post")]);
                fields[post][pre] += theta >= 0 ? Math.exp(theta) : 0;
            }
        }
        return fields;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plasticity.rewiring = reallocation",
                "plasticity.rewiring = spontaneous",
                "plasticity.delete-retracted = true"
            })
    void fieldsAndTurnoverFollowConnectionsThatMove(String change) throws Exception {
        Path run = trained(change);
        try (Replay replay = new Replay(run.resolve("recording.spr"))) {
            Story story = replay.at(replay.length());
            About.Projection projection = story.about().projections().get(0);
            double[][] fields = Synapses.fields(story, projection, replay.length());
            assertNotNull(fields);
            double[][] exported = fields(run, projection.pres(), projection.posts());
            for (int j = 0; j < fields.length; j++) {
                assertArrayEquals(exported[j], fields[j], 1e-3, "motor neuron " + j); // of 1e2
            }
            Synapses synapses = new Synapses();
            synapses.look(story, replay.length());
            ProgressTable rows = ProgressTable.read(run.resolve("progress.csv"));
            double[] born = rows.column("connections_born");
            double[] lost = rows.column("connections_lost");
            assertTrue(lost[1] > lost[0], "nothing was lost, so nothing was seen");
            assertEquals(6 * (born[1] - born[0]), synapses.bornPerMinute(), 1e-9);
            assertEquals(6 * (lost[1] - lost[0]), synapses.lostPerMinute(), 1e-9);
        }
    }
}
