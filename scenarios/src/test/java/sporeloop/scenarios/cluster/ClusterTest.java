package sporeloop.scenarios.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.RefusedException;
import sporeloop.results.run.RunDirectory;
import sporeloop.results.sweep.TrialRecord;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.sweep.Trial;
import sporeloop.scenarios.sweep.TrialRunner;

/** Members of a cluster in this process, over loopback. */
class ClusterTest {
    private static final ClusterAddress ANY = new ClusterAddress("127.0.0.1", 0, null, "");
    private static final byte[] LARGE = new byte[3_000_000];

    static {
        new SplittableRandom(1).nextBytes(LARGE);
    }

    @TempDir Path folder;

    private static Trial trial(String id) {
        return new Trial(id, "reaching", "text", Map.of(), 1, 1, "none", null);
    }

    /** Leaves a file too large for one message; a trial called bad fails. */
    private static final TrialRunner INSTANT =
            (trial, sweep, attempt, directory, watcher) -> {
                if (trial.id().equals("bad")) {
                    throw new IllegalStateException("the ball burst");
                }
                Files.createDirectories(directory.checkpoints());
                Files.write(directory.checkpoints().resolve("one"), LARGE);
                return Optional.of(
                        new TrialRecord(
                                trial.id(),
                                sweep,
                                trial.point(),
                                1,
                                1,
                                "none",
                                2.5,
                                attempt,
                                null));
            };

    private static ClusterAddress join(ClusterTrials sweeper) {
        return ClusterAddress.parse("--join", sweeper.address(), null, null);
    }

    private Optional<TrialRecord> run(ClusterTrials sweeper, String trial) throws IOException {
        try (RunDirectory directory = RunDirectory.claim(folder.resolve(trial))) {
            Files.writeString(directory.agent(), "left by an attempt before");
            return sweeper.run(trial(trial), "s", 1, directory, (share, figure) -> {});
        }
    }

    private ClusterAddress guarded(String keys) throws IOException, InterruptedException {
        Path file = folder.resolve(keys);
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process =
                new ProcessBuilder(
                                (keytool
                                                + " -genkeypair -alias a -keyalg EC -dname CN=sweep"
                                                + " -storetype PKCS12 -storepass secret -keystore "
                                                + file)
                                        .split(" "))
                        .redirectErrorStream(true)
                        .start();
        assertEquals(0, process.waitFor(), () -> new String(output(process), UTF_8));
        return new ClusterAddress("127.0.0.1", 0, file, "secret");
    }

    private static byte[] output(Process process) {
        try {
            return process.getInputStream().readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Test
    void whatAWorkerLeavesComesToTheSweeperWholeAndItsFailureAsASentence() throws Exception {
        try (ClusterTrials sweeper = new ClusterTrials(ANY, "same", count -> {});
                ClusterWorker worker = new ClusterWorker(ANY, join(sweeper), "same", 1, INSTANT)) {
            assertEquals(2.5, run(sweeper, "good").orElseThrow().score());
            Path good = folder.resolve("good");
            assertTrue(Arrays.equals(LARGE, Files.readAllBytes(good.resolve("checkpoints/one"))));
            assertTrue(Files.notExists(good.resolve("agent.bin")), "left by an attempt before");
            IllegalStateException failure =
                    assertThrows(IllegalStateException.class, () -> run(sweeper, "bad"));
            assertEquals("the ball burst", failure.getMessage());
            RefusedException taken =
                    assertThrows(
                            RefusedException.class,
                            () -> new ClusterTrials(join(sweeper), "same", count -> {}).close());
            assertTrue(taken.getMessage().contains("Name another address"), taken.getMessage());
            assertTrue(worker.address().startsWith("127.0.0.1:"));
        }
    }

    @Test
    void aWorkerOfAnotherProgramIsRefusedAndOneEndsWellWithTheSweep() throws Exception {
        ClusterWorker good;
        try (ClusterTrials sweeper = new ClusterTrials(ANY, "same", count -> {})) {
            good = new ClusterWorker(ANY, join(sweeper), "same", 1, INSTANT);
            try (ClusterWorker other = new ClusterWorker(ANY, join(sweeper), "other", 1, INSTANT)) {
                assertTrue(other.await().contains("another version of the program"));
            }
            run(sweeper, "good");
        }
        assertEquals("", good.await());
    }

    @Test
    void withKeysOnlyWhoHasThemIsHeard() throws Exception {
        ClusterAddress ours = guarded("ours.p12");
        ClusterAddress foreign = guarded("foreign.p12");
        try (ClusterTrials sweeper = new ClusterTrials(ours, "same", count -> {})) {
            ClusterAddress join =
                    ClusterAddress.parse("--join", sweeper.address(), ours.keys(), "secret");
            try (ClusterWorker stranger = new ClusterWorker(foreign, join, "same", 1, INSTANT);
                    ClusterWorker unguarded = new ClusterWorker(ANY, join, "same", 1, INSTANT)) {
                Thread asker = new Thread(() -> quietly(sweeper));
                asker.setDaemon(true);
                asker.start();
                asker.join(TimeUnit.SECONDS.toMillis(6));
                assertTrue(asker.isAlive(), stranger.address() + unguarded.address());
                try (ClusterWorker friend = new ClusterWorker(ours, join, "same", 1, INSTANT)) {
                    asker.join(TimeUnit.SECONDS.toMillis(120));
                    assertTrue(
                            Files.exists(folder.resolve("good/checkpoints/one")), friend.address());
                }
            }
        }
    }

    private void quietly(ClusterTrials sweeper) {
        try {
            run(sweeper, "good");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothingListensToANetworkWithoutKeys() {
        BadInput refused =
                assertThrows(BadInput.class, () -> new ClusterAddress("0.0.0.0", 2552, null, ""));
        assertTrue(refused.getMessage().contains("--tls FILE.p12"), refused.getMessage());
        List<String> wrong = List.of("127.0.0.1", ":1", "127.0.0.1:x", "127.0.0.1:70000");
        for (String address : wrong) {
            assertThrows(
                    BadInput.class,
                    () -> ClusterAddress.parse("--join", address, null, null),
                    address);
        }
    }
}
