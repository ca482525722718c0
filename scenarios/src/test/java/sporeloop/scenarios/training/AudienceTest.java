package sporeloop.scenarios.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.recording.Frame;
import sporeloop.results.recording.FrameReader;
import sporeloop.results.recording.Stream;
import sporeloop.results.run.RunDirectory;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;

/** Runs that are watched through a pipe, at whose other end the test does what the window does. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AudienceTest {
    private static final double SECONDS = 15;

    @TempDir Path folder;
    private final Scenario scenario = Runs.recorded(Runs.reaching(SECONDS, 5, 1, 1));
    private InputStream seen = InputStream.nullInputStream();
    private Audience audience = new Audience(java.io.OutputStream.nullOutputStream(), 1);

    @BeforeEach
    void openPipe() throws IOException {
        Pipe pipe = Pipe.open();
        seen = Channels.newInputStream(pipe.source());
        audience =
                new Audience(
                        new BufferedOutputStream(Channels.newOutputStream(pipe.sink()), 1 << 20),
                        Double.POSITIVE_INFINITY);
    }

    private TrainingResult watched(String name) throws IOException {
        Trainer trainer = new Trainer(scenario);
        trainer.watch(audience);
        audience.whenAnew(trainer::stop);
        try (RunDirectory directory = RunDirectory.claim(folder.resolve(name))) {
            return trainer.run(directory, Progress.SILENT);
        }
    }

    private void assertSameAsHeadless(String name) throws IOException {
        Runs.train(scenario, folder.resolve("headless"));
        for (String file : List.of("progress.csv", "agent.bin", "recording.spr")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("headless").resolve(file)),
                    Files.readAllBytes(folder.resolve(name).resolve(file)),
                    file);
        }
    }

    @Test
    void aRunLeavesTheSameBytesUnderEyesAndHands() throws Exception {
        CompletableFuture<Integer> frames =
                CompletableFuture.supplyAsync(
                        () -> {
                            int count = 0;
                            audience.obey("speed 4");
                            audience.obey("want");
                            try (FrameReader reader = new FrameReader(seen)) {
                                for (Frame f = reader.next(); f != null; f = reader.next()) {
                                    count++;
                                    hands(count);
                                    audience.obey("want");
                                }
                            } catch (IOException closed) {
                                // The end of the run's pipe.
                            }
                            return count;
                        });
        TrainingResult result = watched("watched");
        assertEquals(RunEnd.DONE, result.end());
        seen.close();
        assertTrue(frames.get(10, TimeUnit.SECONDS) > 6, "frames: " + frames.get());
        assertSameAsHeadless("watched");
    }

    /** Stands still, steps, goes on at several speeds. */
    private void hands(int frame) {
        switch (frame) {
            case 1 -> {
                audience.obey("pause");
                audience.obey("step");
            }
            case 2, 3, 4, 5, 6 -> audience.obey("step");
            case 7 -> audience.obey("go");
            case 8 -> audience.obey("nonsense ?");
            default -> audience.obey("speed max");
        }
    }

    @Test
    void aWindowThatGoesAwayCostsTheRunNothing() throws Exception {
        CompletableFuture<Void> closing =
                CompletableFuture.runAsync(
                        () -> {
                            audience.obey("speed 4");
                            audience.obey("want");
                            try (FrameReader reader = new FrameReader(seen)) {
                                assertTrue(reader.next() != null);
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                            audience.obey("want");
                            audience.obey("pause");
                            audience.leave();
                        });
        assertEquals(RunEnd.DONE, watched("watched").end());
        closing.get(10, TimeUnit.SECONDS);
        assertSameAsHeadless("watched");
    }

    @Test
    void whatHandsDoBefallsTheRunAndIsSaidAndKept() throws Exception {
        CompletableFuture<String> said =
                CompletableFuture.supplyAsync(
                        () -> {
                            StringBuilder letters = new StringBuilder();
                            audience.obey("speed 4");
                            audience.obey("want");
                            try (FrameReader reader = new FrameReader(seen)) {
                                for (Frame f = reader.next(); f != null; f = reader.next()) {
                                    if (letters.isEmpty()) {
                                        letters.append(' ');
                                        touch();
                                    }
                                    read(f, reader.streams(), letters);
                                    boolean all =
                                            letters.indexOf("moved to") > 0
                                                    && letters.indexOf("rotated") > 0;
                                    audience.obey(all ? "speed max" : "want");
                                }
                            } catch (IOException closed) {
                                // The end of the run's pipe.
                            }
                            return letters.toString();
                        });
        assertEquals(RunEnd.DONE, watched("watched").end());
        seen.close();
        String all = said.get(10, TimeUnit.SECONDS);
        assertTrue(all.contains("push of 0.5 m/s, at "), all);
        assertTrue(all.contains("motor map rotated by 90°, at "), all);
        assertTrue(all.contains("The goal can't be moved to (9.0 m, 9.0 m)"), all);
        String kept = Files.readString(folder.resolve("watched/interventions.conf"));
        assertTrue(kept.contains("push { x = 0.3 m/s, y = -0.4 m/s }"), kept);
        assertEquals(2, kept.lines().filter(line -> line.contains("at = ")).count(), kept);
    }

    private void touch() {
        audience.obey("push 0.3 -0.4");
        audience.obey("rotate 90");
        audience.obey("lesion 7");
        audience.obey("push 1");
        audience.obey("goal 9 9");
    }

    private static void read(Frame frame, List<Stream> streams, StringBuilder letters) {
        int notice = streams.size() - 1;
        assertEquals("notice", streams.get(notice).name());
        for (int k = 0; k < frame.count(notice); k++) {
            letters.appendCodePoint((int) frame.value(notice, k, 0));
        }
    }

    @Test
    void theWindowIsToldWhatHandsCanDoToATask() {
        String ball = takes("reaching");
        assertEquals("push goal rotate lesion", ball);
        assertEquals("goal rotate lesion", takes("arm-reaching"));
        assertEquals("push", takes("lane-following").split(" ", -1)[0]);
        assertFalse(takes("lever-press").contains("goal"));
    }

    private static String takes(String name) {
        Scenario shipped = ScenarioFile.load(name).scenario();
        return Hand.takes(shipped, shipped.environment().create(shipped.grid().timing()));
    }

    @Test
    void aPausedRunComesToACleanEndWhenHandsWantTheNextSeed() throws Exception {
        CompletableFuture<Void> anew =
                CompletableFuture.runAsync(
                        () -> {
                            audience.obey("speed 4");
                            audience.obey("want");
                            try {
                                FrameReader reader = new FrameReader(seen);
                                assertTrue(reader.next() != null);
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                            audience.obey("pause");
                            audience.obey("seed");
                        });
        assertEquals(RunEnd.INTERRUPTED, watched("watched").end());
        anew.get(10, TimeUnit.SECONDS);
        assertTrue(audience.wantsAnew());
        assertTrue(Files.size(folder.resolve("watched/summary.json")) > 0);
    }

    @Test
    void aPausedPaceGrantsOneIntervalAStep() throws Exception {
        HandPace pace = new HandPace(scenario.grid(), Double.POSITIVE_INFINITY);
        assertTrue(pace.mayBegin(0));
        pace.pause(true);
        assertFalse(pace.mayBegin(1));
        CompletableFuture<Void> woken = new CompletableFuture<>();
        pace.whenDue(1, () -> woken.complete(null));
        pace.step();
        woken.get(10, TimeUnit.SECONDS);
        assertTrue(pace.mayBegin(1));
        assertFalse(pace.mayBegin(2), "one step is one interval");
        pace.step();
        CompletableFuture<Void> later = new CompletableFuture<>();
        pace.whenDue(2, () -> later.complete(null));
        later.get(10, TimeUnit.SECONDS);
        assertTrue(pace.mayBegin(2), "a step that was asked for before the wait");
        pace.close();
        assertTrue(pace.mayBegin(3), "nobody's hands hold it any more");
        CompletableFuture<Void> closed = new CompletableFuture<>();
        pace.whenDue(3, () -> closed.complete(null));
        closed.get(10, TimeUnit.SECONDS);
    }
}
