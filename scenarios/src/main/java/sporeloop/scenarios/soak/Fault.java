package sporeloop.scenarios.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What is done to a run besides killing it. */
enum Fault {
    /** Nothing: kill −9 alone. */
    NONE,
    /** Asked to end (SIGTERM) instead of killed. */
    TERMINATED,
    /** Asked to end (SIGINT) instead of killed. */
    INTERRUPTED,
    /** Held still for a second, as a machine that sleeps or a clock that jumps, then killed. */
    SUSPENDED,
    /** Killed; then its table and its recording get rows and bytes that are not their own. */
    STRANGE_ROWS,
    /** Killed; then a byte of its newest checkpoint is changed, if there is another. */
    DAMAGED_CHECKPOINT,
    /** Killed; then half a checkpoint lies about, as when a checkpoint was being written. */
    HALF_A_CHECKPOINT;

    private static final double PLAIN = 0.7;

    static Fault draw(RandomGenerator random) {
        Fault[] all = values();
        return random.nextDouble() < PLAIN ? NONE : all[1 + random.nextInt(all.length - 1)];
    }

    /** Whether the run is asked to end rather than killed. */
    boolean asks() {
        return this == TERMINATED || this == INTERRUPTED;
    }

    /** Whether rows of the run's table are no longer its own. */
    boolean spoilsRows() {
        return this == STRANGE_ROWS;
    }

    /** Does to a directory whose run is dead what the fault does. */
    void befall(Path run, RandomGenerator random) throws IOException {
        switch (this) {
            case STRANGE_ROWS -> {
                Path rows = run.resolve("progress.csv");
                if (Files.exists(rows)) {
                    Files.writeString(rows, "1,2,3\nx,\n17", StandardOpenOption.APPEND);
                }
                Path recording = run.resolve("recording.spr");
                if (Files.exists(recording)) {
                    byte[] strange = new byte[random.nextInt(1, 5000)];
                    random.nextBytes(strange);
                    Files.write(recording, strange, StandardOpenOption.APPEND);
                }
            }
            case DAMAGED_CHECKPOINT -> {
                List<Path> checkpoints = checkpoints(run);
                if (checkpoints.size() > 1) {
                    Path newest = checkpoints.get(checkpoints.size() - 1);
                    byte[] bytes = Files.readAllBytes(newest);
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
                    Files.write(newest, bytes);
                }
            }
            case HALF_A_CHECKPOINT -> {
                Path folder = run.resolve("checkpoints");
                if (Files.isDirectory(folder)) {
                    Path half = folder.resolve(".checkpoint-000000000001.bin.partial");
                    Files.write(half, new byte[random.nextInt(1000)]);
                }
            }
            default -> {}
        }
    }

    private static List<Path> checkpoints(Path run) throws IOException {
        Path folder = run.resolve("checkpoints");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".bin"))
                    .sorted()
                    .toList();
        }
    }
}
