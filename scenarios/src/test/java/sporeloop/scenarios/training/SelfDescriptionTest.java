package sporeloop.scenarios.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.recording.Frame;
import sporeloop.results.recording.Recording;
import sporeloop.results.run.ProgressTable;

/** What a recording says of itself besides what was asked for. */
class SelfDescriptionTest {
    @TempDir Path folder;

    @Test
    void aRecordingBringsItsCurveItsBaselineAndWhatItIs() throws Exception {
        Path run = folder.resolve("run");
        Runs.train(Runs.recorded(Runs.reaching(25, 10, 3, 1)), run);
        double[] figures =
                ProgressTable.read(run.resolve("progress.csv")).column("targets_reached_per_min");
        try (Recording recording = Recording.open(run.resolve("recording.spr"))) {
            List<String> about = recording.streams().get(recording.stream("about")).channels();
            assertTrue(about.contains("scenario=reaching"), about.toString());
            assertTrue(about.contains("seed=3"), about.toString());
            assertTrue(about.stream().anyMatch(s -> s.startsWith("projection.")), about.toString());
            int curve = recording.stream("curve");
            int baseline = recording.stream("baseline");
            List<Double> until = new ArrayList<>();
            List<Double> rows = new ArrayList<>();
            long baselines = 0;
            for (int f = 0; f < recording.frames(); f++) {
                Frame frame = recording.frame(f);
                baselines += frame.count(baseline);
                for (int k = 0; k < frame.count(curve); k++) {
                    assertEquals(0, (frame.step(curve, k) + 1) % 10_000, "a row lies at its end");
                    until.add(frame.value(curve, k, 0));
                    rows.add(frame.value(curve, k, 1));
                }
            }
            assertEquals(List.of(10.0, 20.0), until);
            assertArrayEquals(
                    new double[] {figures[0], figures[1]},
                    rows.stream().mapToDouble(r -> r).toArray());
            assertEquals(25_000 / 20, baselines, "one an interval");
        }
    }
}
