package sporeloop.viewer.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * A film in the making. What is written lies beside the file until {@link #finish}, so that a file of
 * that name is whole.
 */
public abstract class Film implements AutoCloseable {
    private final Path file;
    private final Path partial;

    /** A film that becomes {@code file}. */
    Film(Path file) {
        this.file = file;
        partial = file.resolveSibling("." + file.getFileName() + ".partial");
    }

    /**
     * Begins a film in the format that the file's name asks for.
     *
     * @param rate frames a second
     * @throws IOException in one sentence for the user, if it can't be begun
     */
    public static Film create(Path file, int width, int height, int rate) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            return new PngPicture(file, width, height);
        } else if (name.endsWith(".gif")) {
            return new GifFilm(file, width, height, rate);
        }
        return new Mp4Film(file, width, height, rate);
    }

    /** Appends a frame, 0xAARRGGBB row by row from the top; read only. */
    public abstract void add(int[] argb) throws IOException;

    /** Ends what is written. */
    abstract void end() throws IOException;

    /** Where it is written for the time being. */
    Path partial() {
        return partial;
    }

    /** Ends the film; the file is there and whole. */
    public void finish() throws IOException {
        end();
        Files.move(
                partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(partial);
    }
}
