package sporeloop.results.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file so that its name always stands for whole contents, the old or the new: into a
 * temporary beside it, then to the disk (fsync), then renamed. A kill or a power cut at any moment
 * leaves at most the temporary, which the next writing replaces.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** Replaces {@code file} by {@code text} in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, StandardCharsets.UTF_8.encode(text));
    }

    /** Replaces {@code file} by the remaining bytes of each of {@code contents}, one after another. */
    public static void write(Path file, ByteBuffer... contents) throws IOException {
        Path temporary = temporaryOf(file);
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            temporary,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                for (ByteBuffer part : contents) {
                    while (part.hasRemaining()) {
                        channel.write(part);
                    }
                }
                channel.force(true);
            }
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException failure) {
            deleteQuietly(temporary, failure);
            throw failure;
        }
        syncFolder(temporary);
    }

    static Path temporaryOf(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".partial");
    }

    private static void deleteQuietly(Path temporary, Exception failure) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    /** Makes the rename itself durable; some systems can't open a folder, and there it needs no help. */
    private static void syncFolder(Path entry) {
        Path folder = entry.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // The contents are on the disk and the rename is atomic: only its moment is the
            // system's.
        }
    }
}
