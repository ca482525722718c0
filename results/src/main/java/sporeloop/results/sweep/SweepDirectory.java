package sporeloop.results.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sporeloop.results.RefusedException;
import sporeloop.results.file.AtomicFile;
import sporeloop.results.run.RunDirectory;

/**
 * The folder of a sweep. Its truth are the folders in {@code trials}: each is one finished trial, named
 * by its hash, whole since it came there by a rename. All else can be deleted and made again.
 *
 * <pre>
 *   sweep.conf         the sweep as it was last run
 *   sweep.id           hash of that sweep
 *   trials/HASH/       a finished trial: a run directory with trial.json
 *   running/HASH/      a trial under way, or left by a kill
 *   failed/HASH/       a trial that failed, with its error
 * </pre>
 * While it is open the folder is held by an operating system's lock. Safe for threads that work on
 * different trials.
 */
public final class SweepDirectory implements AutoCloseable {
    /** Name of a trial's record in its folder. */
    public static final String RECORD = "trial.json";

    private static final String ID = "sweep.id";
    private static final Set<String> ENDS =
            Set.of(RECORD, "scenario.conf", "summary.json", RunDirectory.AGENT, ".lock");
    private static final String CONF = "sweep.conf";
    private static final long LARGEST = 1 << 20;
    private static final int PROBE = 1 << 16;

    private final Path path;
    private final List<FileChannel> locks;

    private SweepDirectory(Path path, List<FileChannel> locks) {
        this.path = path;
        this.locks = locks;
    }

    /**
     * Makes the folder, or takes the one that is there, and holds it.
     *
     * @param resume whether there may be something in it
     * @param shard the part of the sweep that this process runs, other parts may run beside it; empty
     *     if it runs all
     * @throws RefusedException in a sentence, if the folder can't be used
     */
    public static SweepDirectory open(Path path, boolean resume, String shard)
            throws RefusedException {
        try {
            if (!resume && shard.isEmpty() && !isFresh(path)) {
                throw new RefusedException(
                        path
                                + " is not empty. To go on with the sweep in it add --resume; to"
                                + " begin another name a new folder with --out.");
            }
            for (String folder : List.of("trials", "running", "failed")) {
                Files.createDirectories(path.resolve(folder));
            }
            FileChannel all = lock(path, ".lock", !shard.isEmpty());
            if (shard.isEmpty()) {
                return new SweepDirectory(path, List.of(all));
            }
            String own = ".lock-" + shard.replace('/', '-');
            return new SweepDirectory(path, List.of(all, lock(path, own, false)));
        } catch (RefusedException refused) {
            throw refused;
        } catch (IOException failure) {
            throw new RefusedException(
                    "Cannot write to "
                            + path
                            + ": "
                            + RefusedException.why(failure)
                            + ". Name another folder with --out.",
                    failure);
        }
    }

    private static boolean isFresh(Path path) throws IOException {
        if (Files.notExists(path)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private static FileChannel lock(Path path, String name, boolean shared) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        path.resolve(name),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        @Nullable FileLock held;
        try {
            held = channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException sameProcess) {
            held = null;
        }
        if (held == null) {
            channel.close();
            throw new RefusedException(
                    path
                            + " is in use by another sweep that is still going on. Stop that one"
                            + " first, or give each its part with --shard.");
        }
        return channel;
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** Where finished trials lie. */
    public Path trials() {
        return path.resolve("trials");
    }

    /** The folder of a finished trial. */
    public Path finished(String trial) {
        return trials().resolve(trial);
    }

    private Path running(String trial) {
        return path.resolve("running").resolve(trial);
    }

    private Path failed(String trial) {
        return path.resolve("failed").resolve(trial);
    }

    /** Writes down which sweep this is; other parts of it may do so at the same time. */
    public void describe(String text, String id) throws IOException {
        keep(path.resolve(CONF), text);
        keep(path.resolve(ID), id + "\n");
    }

    private static void keep(Path file, String text) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return;
        }
        try {
            AtomicFile.write(file, text);
        } catch (NoSuchFileException raced) {
            if (!Files.readString(file).equals(text)) {
                throw raced;
            }
        }
    }

    /** What a finished or a failed trial came to; empty if it has to be run. */
    public Optional<TrialRecord> record(String trial) throws IOException {
        for (Path folder : List.of(finished(trial), failed(trial))) {
            try {
                return Optional.of(TrialRecord.read(folder.resolve(RECORD)));
            } catch (NoSuchFileException absent) {
                // Looked for in the next.
            }
        }
        return Optional.empty();
    }

    /** Forgets that a trial failed. */
    public void forgive(String trial) throws IOException {
        delete(failed(trial));
    }

    /** Holds the folder of a trial that is to be run: the one an attempt before left, or a new one. */
    public RunDirectory begin(String trial) throws IOException {
        Files.createDirectories(running(trial));
        return RunDirectory.reopen(running(trial));
    }

    /**
     * Lays a finished trial's checkpoints and rows where a trial of more time can go on from them, unless
     * that was begun already. Its scenario is written last: a kill before that leaves nothing begun.
     *
     * @param text the scenario of the longer one
     */
    public void lengthen(String shorter, String longer, String text) throws IOException {
        Path from = finished(shorter);
        Path to = running(longer);
        Path scenario = to.resolve("scenario.conf");
        if (Files.notExists(from) || Files.exists(scenario)) {
            return;
        }
        delete(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path name = from.relativize(file);
                if (!ENDS.contains(name.toString())) {
                    Files.copy(file, to.resolve(name));
                }
            }
        }
        AtomicFile.write(scenario, text);
    }

    /** Deletes what an attempt left of a trial. Its folder must be closed. */
    public void restart(String trial) throws IOException {
        delete(running(trial));
    }

    /** Makes a trial count: to the disk with all its files, then renamed. Its folder must be closed. */
    public void finish(TrialRecord record) throws IOException {
        settle(record, finished(record.trial()));
        delete(failed(record.trial()));
    }

    /** Writes down that a trial failed. Its folder must be closed. */
    public void fail(TrialRecord record) throws IOException {
        Files.createDirectories(running(record.trial()));
        delete(failed(record.trial()));
        settle(record, failed(record.trial()));
    }

    private void settle(TrialRecord record, Path target) throws IOException {
        Path folder = running(record.trial());
        AtomicFile.write(folder.resolve(RECORD), record.json());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                sync(file);
            }
        }
        Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        sync(target.resolveSibling("."));
    }

    /** Replaces the record of a finished trial. */
    public void relabel(TrialRecord record) throws IOException {
        AtomicFile.write(finished(record.trial()).resolve(RECORD), record.json());
    }

    /**
     * Takes over the trials of another folder of the same sweep.
     *
     * @return how many were new here
     * @throws RefusedException if it is the folder of another sweep
     */
    public int adopt(Path other) throws IOException {
        String id = id(other);
        if (Files.exists(path.resolve(ID)) && !id.equals(id(path))) {
            throw new RefusedException(
                    other
                            + " holds another sweep than "
                            + path
                            + ", or one of another version of the program. Only parts of one sweep"
                            + " can be merged.");
        }
        describe(text(other.resolve(CONF)), id);
        int taken = 0;
        for (Path trial : trials(other)) {
            Path target = finished(trial.getFileName().toString());
            taken += adopt(trial, target) ? 1 : 0;
        }
        for (Path trial : failures(other)) {
            String name = trial.getFileName().toString();
            if (Files.notExists(finished(name))) {
                adopt(trial, failed(name));
            }
        }
        return taken;
    }

    private boolean adopt(Path foreign, Path target) throws IOException {
        String trial = foreign.getFileName().toString();
        if (Files.exists(target)) {
            return false;
        }
        TrialRecord record = TrialRecord.read(foreign.resolve(RECORD));
        if (!record.trial().equals(trial)) {
            throw new RefusedException(
                    foreign
                            + " holds the trial "
                            + record.trial()
                            + ", not the one it is named by.");
        }
        delete(running(trial));
        try (Stream<Path> files = Files.walk(foreign)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                copy(file, running(trial).resolve(foreign.relativize(file)));
            }
        }
        settle(record, target);
        return true;
    }

    /** Copies a folder's or a file's own contents: a link could lead anywhere. */
    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
            throw new RefusedException(
                    from + " is a link or a device, and a trial holds files alone.");
        }
        Files.copy(from, to, LinkOption.NOFOLLOW_LINKS);
    }

    /** The finished trials of a sweep's folder, sorted by hash. */
    public static List<Path> trials(Path sweep) throws IOException {
        return folders(sweep.resolve("trials"));
    }

    /** The failed trials of a sweep's folder, sorted by hash. */
    public static List<Path> failures(Path sweep) throws IOException {
        return folders(sweep.resolve("failed"));
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(folder -> Files.isRegularFile(folder.resolve(RECORD)))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException absent) {
            return List.of();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** Hash of the sweep that was last run in a folder. */
    public static String id(Path sweep) throws RefusedException {
        try {
            return text(sweep.resolve(ID)).strip();
        } catch (RefusedException sentence) {
            throw sentence;
        } catch (IOException failure) {
            throw new RefusedException(
                    sweep + " is not the folder of a sweep: there is no sweep.id in it.", failure);
        }
    }

    private static String text(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new RefusedException(file + " is larger than 1 MB: not a sweep's.");
            }
            return Files.readString(file);
        } catch (CharacterCodingException notText) {
            throw new RefusedException(file + " is not UTF-8 text.", notText);
        }
    }

    /** Whether the disk still takes a few kilobytes. */
    public boolean hasRoom() {
        Path probe = path.resolve(".probe");
        try {
            try (FileChannel channel =
                    FileChannel.open(probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.allocate(PROBE));
                channel.force(true);
            }
            return true;
        } catch (IOException full) {
            return false;
        } finally {
            try {
                Files.deleteIfExists(probe);
            } catch (IOException kept) {
                // An empty file that the next probe takes.
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }

    /** Brings a file, or the names in a folder, to the disk. */
    private static void sync(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        try (FileChannel channel =
                FileChannel.open(
                        path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException failure) {
            if (!folder) {
                throw failure;
            }
            // Some systems can't open a folder, and there it needs no help.
        }
    }

    /** Lets go of the folder. */
    @Override
    public void close() throws IOException {
        for (FileChannel lock : locks) {
            lock.close();
        }
    }
}
