package sporeloop.results.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.stream.Stream;
import sporeloop.results.RefusedException;
import sporeloop.results.file.AtomicFile;
import sporeloop.results.file.Compression;

/**
 * The folder that holds what one run leaves. While this object is open the folder is held by an
 * operating system's lock on {@code .lock}, which ends with the process however that ends; the empty
 * lock file stays.
 *
 * <pre>
 *   scenario.conf  manifest.json  progress.csv  summary.json  learning-curve.svg  learning-curve.png  agent.bin
 *   checkpoints/
 *   recording.spr
 * </pre>
 */
public final class RunDirectory implements AutoCloseable {
    /** Name of the trained agent's file. */
    public static final String AGENT = "agent.bin";

    /** Name of what was recorded. */
    public static final String RECORDING = "recording.spr";

    /** Name of the folder of checkpoints. */
    public static final String CHECKPOINTS = "checkpoints";

    private static final String LOCK = ".lock";
    private static final int LONGEST_NAME = 80;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path path;
    private final FileChannel lock;

    private RunDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes {@code runs/<scenario>-<seed>-<time>} and holds it; a taken name gets {@code -2}, {@code -3}, … */
    public static RunDirectory create(Path runs, String scenario, long seed, LocalDateTime start)
            throws RefusedException {
        Compression.load();
        String name = safe(scenario) + "-" + seed + "-" + TIME.format(start);
        Path free = runs.resolve(name);
        try {
            Files.createDirectories(runs);
            for (int n = 2; !made(free); n++) {
                free = runs.resolve(name + "-" + n);
            }
            return hold(free);
        } catch (IOException failure) {
            throw cannot("create the run directory", free, failure);
        }
    }

    /** Takes the folder the user named: made if missing, refused if there is anything in it. */
    public static RunDirectory claim(Path folder) throws RefusedException {
        Compression.load();
        Deque<Path> made = new ArrayDeque<>();
        try {
            for (Path missing = folder.toAbsolutePath();
                    missing != null && Files.notExists(missing, LinkOption.NOFOLLOW_LINKS);
                    missing = missing.getParent()) {
                made.push(missing);
            }
            Files.createDirectories(folder);
            if (!isEmpty(folder)) {
                throw new RefusedException(
                        folder
                                + " is not empty, and a run never overwrites another. Name a new"
                                + " folder, or empty this one.");
            }
            return hold(folder);
        } catch (IOException failure) {
            while (!made.isEmpty()) {
                deleteIfEmpty(made.removeLast());
            }
            throw cannot("write to", folder, failure);
        }
    }

    /** Holds the directory of an earlier run, to go on with it. */
    public static RunDirectory reopen(Path folder) throws RefusedException {
        if (!Files.isDirectory(folder)) {
            throw new RefusedException(
                    folder + " is not a run directory: there is no such folder.");
        }
        Compression.load();
        try {
            return hold(folder);
        } catch (IOException failure) {
            throw cannot("write to", folder, failure);
        }
    }

    private static boolean made(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.allMatch(entry -> entry.endsWith(LOCK));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static RunDirectory hold(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            held = null;
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
        if (held == null) {
            channel.close();
            throw new RefusedException(
                    folder + " is in use by a run that is still going on. Stop that one first.");
        }
        return new RunDirectory(folder, channel);
    }

    private static RefusedException cannot(String what, Path folder, IOException failure) {
        if (failure instanceof RefusedException refused) {
            return refused;
        }
        String sentence =
                "Cannot " + what + " " + folder + ": " + RefusedException.why(failure) + ".";
        return new RefusedException(sentence + " Name another folder with --out.", failure);
    }

    private static void deleteIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(LOCK));
            Files.deleteIfExists(folder);
        } catch (IOException kept) {
            // Someone else put something there; it is not ours to delete.
        }
    }

    /** A scenario's name as part of a folder's name: no separators, no leading dot, not too long. */
    private static String safe(String scenario) {
        String clean =
                scenario.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return clean.isEmpty() ? "run" : clean.substring(0, Math.min(LONGEST_NAME, clean.length()));
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** The scenario, fully resolved. */
    public Path scenario() {
        return path.resolve("scenario.conf");
    }

    /** Who ran what, where and when. */
    public Path manifest() {
        return path.resolve("manifest.json");
    }

    /** A row per reporting window. */
    public Path progress() {
        return path.resolve("progress.csv");
    }

    /** The run in one flat object. */
    public Path summary() {
        return path.resolve("summary.json");
    }

    /** The learning curve as vector graphics; the picture stands beside it as {@code .png}. */
    public Path learningCurve() {
        return path.resolve("learning-curve.svg");
    }

    /** What was recorded of the run, if it was told to record. */
    public Path recording() {
        return path.resolve(RECORDING);
    }

    /** The trained agent. */
    public Path agent() {
        return path.resolve(AGENT);
    }

    /** What a run that was cut off goes on from. */
    public Path checkpoints() {
        return path.resolve(CHECKPOINTS);
    }

    /** What befell the run; only there if a hand had a part in it. */
    public Path interventions() {
        return path.resolve("interventions.conf");
    }

    /** The trained agent that the run began with; only there if it did. */
    public Path initialAgent() {
        return path.resolve("initial-agent.bin");
    }

    /** Writes a text of the run, whole or not at all. */
    public void write(Path file, String text) throws IOException {
        AtomicFile.write(file, text);
    }

    /** Lets go of the folder. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
