package sporeloop.scenarios.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.bridge.Witness;
import sporeloop.environments.Scene;
import sporeloop.results.recording.Frame;
import sporeloop.results.recording.FrameBuffer;
import sporeloop.results.recording.Recording;
import sporeloop.results.recording.Stream;
import sporeloop.scenarios.file.RecordingParameters;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;

class RecordedRunTest {
    @TempDir Path folder;

    @Test
    void recordingChangesNoByteOfTheRunAndHasTheSameBytesOnAnyNumberOfThreads() throws Exception {
        Runs.train(Runs.reaching(25, 10, 1, 1), folder.resolve("silent"));
        Runs.train(Runs.recorded(Runs.reaching(25, 10, 1, 1)), folder.resolve("one"));
        Runs.train(Runs.recorded(Runs.reaching(25, 10, 1, 2)), folder.resolve("two"));
        for (String file : List.of("progress.csv", "agent.bin")) {
            assertArrayEquals(bytes("silent", file), bytes("one", file), file);
        }
        assertArrayEquals(bytes("one", "recording.spr"), bytes("two", "recording.spr"));
        assertFalse(Files.exists(folder.resolve("silent/recording.spr")));
    }

    private byte[] bytes(String run, String file) throws Exception {
        return Files.readAllBytes(folder.resolve(run).resolve(file));
    }

    @Test
    void aRecordingHoldsWhatPassedTheBridge() throws Exception {
        Scenario scenario = Runs.recorded(Runs.reaching(25, 10, 1, 1));
        Runs.train(scenario, folder.resolve("run"));
        LoopParts parts = new Wiring(scenario).agent(true);
        long[] spikes = new long[2];
        double[] sums = new double[2];
        Witness counter =
                exchange -> {
                    spikes[0] += exchange.sensory().size();
                    spikes[1] += exchange.motor().size();
                    sums[0] += exchange.command()[0];
                    sums[1] += exchange.sensed().reward;
                };
        var loop =
                new sporeloop.bridge.Loop(parts.body(), parts.brain(), parts.exchange(), counter);
        loop.start();
        loop.advance(1250);
        try (Recording recording = Recording.open(folder.resolve("run/recording.spr"))) {
            assertTrue(recording.isWhole());
            assertEquals(3, recording.frames(), "10 s, 10 s, 5 s");
            assertEquals(spikes[0], count(recording, "sensory"));
            assertEquals(spikes[1], count(recording, "motor"));
            assertEquals(sums[0], sum(recording, "command"), 1e-9);
            assertEquals(sums[1], sum(recording, "reward"), 1e-9);
            assertEquals(1251, count(recording, "observation"), "one at the start");
            assertEquals(1, count(recording, "theta.input-to-motor"), "one at the start");
            assertTrue(count(recording, "scene") % 251 == 0, "one each 100 ms and at the start");
        }
    }

    private static long count(Recording recording, String name) throws Exception {
        long count = 0;
        for (int f = 0; f < recording.frames(); f++) {
            count += recording.frame(f).count(recording.stream(name));
        }
        return count;
    }

    private static double sum(Recording recording, String name) throws Exception {
        double sum = 0;
        int stream = recording.stream(name);
        for (int f = 0; f < recording.frames(); f++) {
            Frame frame = recording.frame(f);
            sum +=
                    IntStream.range(0, frame.count(stream))
                            .mapToDouble(k -> frame.value(stream, k, 0))
                            .sum();
        }
        return sum;
    }

    @Test
    void everyShippedScenarioCanBeRecordedWhole() throws Exception {
        RecordingParameters all = ScenarioFile.load("reaching").scenario().recording();
        for (String name : List.of("reaching-dvs", "lane-following", "lever-press")) {
            Scenario scenario = ScenarioFile.load(name).scenario();
            LoopParts parts = new Wiring(scenario).agent(true);
            List<Stream> streams = Tape.streams(Tracks.of(parts, all));
            assertEquals(
                    name.equals("lever-press") ? 0 : 1,
                    streams.stream().filter(stream -> stream.name().equals("events")).count(),
                    name);
        }
    }

    @Test
    void aFailedRunKeepsWhatWasRecordedUpToTheFailure() throws Exception {
        Breaking burst = new Breaking(Runs.body(), Breaking.Way.THROWS, 250);
        Scenario scenario = Runs.recorded(Runs.in(burst, 30, Runs.reaching(60, 2, 1, 1)));
        assertEquals(RunEnd.FAILED, Runs.train(scenario, folder.resolve("run")).end());
        try (Recording recording = Recording.open(folder.resolve("run/recording.spr"))) {
            assertEquals(250, count(recording, "command"));
        }
    }

    @Test
    void aLoopWaitsForItsRecorderRatherThanLeaveAnythingOut() {
        LoopParts parts = new Wiring(Runs.reaching(25, 10, 1, 1)).agent(true);
        List<Track> tracks = Tracks.of(parts, ScenarioFile.load("reaching").scenario().recording());
        List<FrameBuffer> unwritten = new java.util.ArrayList<>();
        Tape tape = new Tape(tracks, 20, 20, 0, (frame, from) -> unwritten.add(frame));
        var pace = tape.pace(sporeloop.bridge.Pace.FREE);
        parts.loop().start();
        for (long k = 0; k < 3; k++) {
            assertTrue(pace.mayBegin(k));
            tape.see(parts.exchange());
        }
        assertFalse(pace.mayBegin(3), "all three frames are out");
        assertThrows(IllegalStateException.class, () -> tape.see(parts.exchange()));
        int[] woken = new int[1];
        pace.whenDue(3, () -> woken[0]++);
        assertEquals(0, woken[0]);
        assertTrue(tape.isWaiting());
        tape.giveBack(unwritten.get(0));
        assertEquals(1, woken[0]);
        assertTrue(pace.mayBegin(3));
        tape.giveBack(unwritten.get(1));
        assertEquals(1, woken[0]);
    }

    @Test
    void theNumbersOfKindsAndRolesAreThoseOfTheFormatsPage() {
        assertEquals("[CIRCLE, POLYGON, POLYLINE]", List.of(Scene.Kind.values()).toString());
        assertEquals(
                "[GROUND, WALL, ROAD, MARKING, GOAL, BODY, WHEEL, LIMB, JOINT, TRAIL, COMMAND,"
                        + " VELOCITY, INSTRUMENT, NEEDLE]",
                List.of(Scene.Role.values()).toString(),
                "new roles go to the end, and to docs/formats.md");
    }
}
