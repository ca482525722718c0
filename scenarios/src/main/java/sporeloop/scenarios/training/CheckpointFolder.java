package sporeloop.scenarios.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sporeloop.results.RefusedException;

/**
 * The folder {@code checkpoints} of a run. A file is called by the number of exchange intervals done,
 * so that the names sort as time goes; it is whole or not there. The newest few are kept.
 */
final class CheckpointFolder {
    private static final Pattern NAME = Pattern.compile("checkpoint-\\d{12}\\.bin");
    private static final Comparator<Path> BY_NAME = Comparator.comparing(Path::toString);

    private final Path folder;
    private final int kept;

    /**
     * The checkpoints in a folder, which need not be there yet.
     *
     * @param kept how many are kept, ≥ 1
     */
    CheckpointFolder(Path folder, int kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /** The checkpoint of a boundary. */
    Path file(long boundary) {
        return folder.resolve(String.format(Locale.ROOT, "checkpoint-%012d.bin", boundary));
    }

    /** Writes a checkpoint, then removes those that are no longer kept. */
    void write(Snapshot snapshot, Checkpoint.Lengths lengths) throws IOException {
        Files.createDirectories(folder);
        Path file = file(snapshot.boundary());
        Checkpoint.writer(snapshot, lengths).write(file);
        List<Path> upTo = new ArrayList<>(files());
        upTo.removeIf(each -> BY_NAME.compare(each, file) > 0);
        for (Path old : upTo.subList(0, Math.max(0, upTo.size() - kept))) {
            Files.deleteIfExists(old);
        }
    }

    /** The files, oldest first. */
    List<Path> files() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> NAME.matcher(entry.getFileName().toString()).matches())
                    .sorted(BY_NAME)
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /**
     * The newest checkpoint that can be read; null if the run was ended before its first.
     *
     * @param notes is told of each that is passed over
     * @throws RefusedException if there are some, but none can be read
     */
    @Nullable Checkpoint newest(Consumer<String> notes) throws IOException {
        List<Path> files = files();
        for (int f = files.size() - 1; f >= 0; f--) {
            try {
                return Checkpoint.read(files.get(f));
            } catch (RefusedException unusable) {
                if (f == 0) {
                    throw new RefusedException(
                            unusable.getMessage()
                                    + " No checkpoint of this run can be used. To start the run"
                                    + " again, delete the folder "
                                    + folder
                                    + ".",
                            unusable);
                }
                notes.accept(unusable.getMessage() + " Going on from the one before.");
            }
        }
        return null;
    }
}
