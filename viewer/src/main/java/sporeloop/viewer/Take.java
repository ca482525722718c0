package sporeloop.viewer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import sporeloop.viewer.film.Film;

/** A film of the window, written by a thread of its own while the window goes on. */
final class Take {
    private static final int RATE = 15;

    /** A frame is left out when this many wait to be written. */
    private static final int MOST_WAITING = 8;

    private final Path file;
    private final int width;
    private final int height;
    private final Film film;
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final AtomicInteger waiting = new AtomicInteger();
    private final long start = System.nanoTime();
    private long frames;
    private @Nullable Future<?> last;

    Take(Path file, int width, int height) throws IOException {
        this.file = file;
        this.width = width;
        this.height = height;
        film = Film.create(file, width, height, RATE);
    }

    Path file() {
        return file;
    }

    boolean fits(int w, int h) {
        return w == width && h == height;
    }

    /** Whether the next frame's time has come. */
    boolean due() {
        return (System.nanoTime() - start) / 1e9 * RATE >= frames && waiting.get() < MOST_WAITING;
    }

    void add(int[] argb) {
        frames++;
        waiting.incrementAndGet();
        last =
                writer.submit(
                        () -> {
                            film.add(argb);
                            waiting.decrementAndGet();
                            return null;
                        });
    }

    /** Waits until all is written. */
    void close() throws IOException {
        try (Film whole = film) {
            Future<?> end = last;
            if (end != null) {
                end.get();
                whole.finish();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            throw new IOException("the film could not be written: " + failure.getCause(), failure);
        } finally {
            writer.shutdown();
        }
    }
}
