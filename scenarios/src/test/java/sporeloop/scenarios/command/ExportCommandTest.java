package sporeloop.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir static Path folder;
    private static Path run = Path.of("");

    private record Answer(int code, String out, String err) {}

    private static Answer run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Sporeloop.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Answer(code, out.toString(), err.toString());
    }

    @BeforeAll
    static void train() {
        run = folder.resolve("run");
        Answer answer =
                run(
                        "train",
                        "reaching",
                        "--record",
                        "--quiet",
                        "--duration",
                        "25s",
                        "--out",
                        run.toString());
        assertEquals(0, answer.code(), answer.err());
    }

    @Test
    void eachStreamBecomesATable() throws Exception {
        Path tables = folder.resolve("tables");
        Answer answer = run("export", run.toString(), "--out", tables.toString());
        assertEquals(0, answer.code(), answer.err());
        List<String> rewards = Files.readAllLines(tables.resolve("reward.csv"));
        assertEquals("time_s,reward", rewards.get(0));
        assertEquals(1 + 1250, rewards.size());
        assertTrue(rewards.get(1250).startsWith("24.999,"), rewards.get(1250));
        assertTrue(
                Files.readAllLines(tables.resolve("scene.csv"))
                        .get(0)
                        .equals("time_s,shape,kind,role,extent,x,y"));
        assertEquals("time_s,born,lost", Files.readAllLines(tables.resolve("turnover.csv")).get(0));
        assertEquals(11, answer.out().lines().count(), "no camera, no events: " + answer.out());
    }

    @Test
    void aRecordingThatWasCutOffIsExportedToItsLastWholeFrame() throws Exception {
        Path cut = folder.resolve("cut.spr");
        byte[] bytes = Files.readAllBytes(run.resolve("recording.spr"));
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 200));
        Answer answer =
                run("export", cut.toString(), "--stream", "command", "--out", folder.toString());
        assertEquals(0, answer.code(), answer.err());
        assertEquals(cut + " was cut off: exported up to its last whole frame.\n", answer.err());
        assertEquals(1 + 1000, Files.readAllLines(folder.resolve("command.csv")).size());
    }

    @Test
    void theSynapsesOfARunBecomeATableAndAnArray() throws Exception {
        Path tables = folder.resolve("synapses");
        Answer csv = run("export", run.toString(), "--weights", "--out", tables.toString());
        assertEquals(0, csv.code(), csv.err());
        List<String> rows = Files.readAllLines(tables.resolve("synapses.input-to-motor.csv"));
        assertEquals("pre,post,theta,weight,eligibility,gradient", rows.get(0));
        assertEquals(1 + 256 * 8 * 10, rows.size());
        Answer npy =
                run(
                        "export",
                        run.toString(),
                        "--weights",
                        "--format",
                        "npy",
                        "--out",
                        tables.toString());
        assertEquals(0, npy.code(), npy.err());
        assertEquals(
                128 + 8 * 6 * 256 * 8 * 10,
                Files.size(tables.resolve("synapses.input-to-motor.npy")));
    }

    @Test
    void whatCannotBeExportedIsRefusedInASentence() {
        assertEquals(
                "There is no recording nowhere.spr. A run leaves one if it is started with"
                        + " --record.\n",
                run("export", "nowhere.spr").err());
        Answer stream = run("export", run.toString(), "--stream", "spikes");
        assertEquals(2, stream.code());
        assertTrue(
                stream.err().contains("has no stream 'spikes', but has [about, sensory,"),
                stream.err());
        assertEquals(2, run("export", folder.toString(), "--weights").code());
    }
}
