package sporeloop.viewer;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sporeloop.results.RefusedException;
import sporeloop.results.recording.Frame;
import sporeloop.results.recording.FrameReader;
import sporeloop.viewer.film.Film;
import sporeloop.viewer.story.Replay;
import sporeloop.viewer.story.Story;

/**
 * Makes a film, or one picture, without a window.
 *
 * <pre>
 *   frame n shows simulated time  from + n·speed/rate,   n = 0 … length·rate/speed − 1        (1)
 * </pre>
 *
 * @param from simulated time of the first frame [s]
 * @param length simulated time that is filmed [s]
 * @param speed simulated time over the film's
 * @param rate frames a second
 */
record Filming(
        Path out, int width, int height, double from, double length, double speed, int rate) {
    private static final double AHEAD = 0.3;

    /** One moment of what is filmed, as a show that stands still. */
    private interface Source {
        @Nullable Story at(long step) throws IOException;
    }

    /** Films a recording. */
    void recording(Path file, Stage stage, PrintStream progress) throws IOException {
        try (Replay replay = new Replay(file)) {
            double end = replay.story().seconds((double) replay.length());
            if (from >= end) {
                throw new RefusedException(
                        file + " ends at " + end + " s, before --from " + from + " s.");
            }
            film(stage, progress, replay::at, (double) replay.length() - 1);
        }
    }

    /** Films what comes through a pipe. */
    void pipe(InputStream pipe, Stage stage, PrintStream progress) throws IOException {
        FrameReader reader = new FrameReader(pipe);
        Story story = new Story(reader.streams(), reader.stepMs());
        film(
                stage,
                progress,
                step -> {
                    while (story.to() <= step + story.steps(AHEAD)) {
                        Frame frame = reader.next();
                        if (frame == null) {
                            return story.to() > step ? story : null;
                        }
                        story.take(frame);
                    }
                    story.forgetBefore(step);
                    return story;
                },
                Double.MAX_VALUE);
    }

    private void film(Stage stage, PrintStream progress, Source source, double last)
            throws IOException {
        boolean picture = out.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".png");
        long frames = picture ? 1 : Math.max(1, Math.round(length * rate / speed));
        int[] argb = new int[width * height];
        try (Film film = Film.create(out, width, height, rate)) {
            long drawn = 0;
            Story story = source.at(0);
            for (long n = 0; n < frames && story != null; n++) {
                double at = Math.min(last, (from + n * speed / rate) * story.steps(1)); // (1)
                story = source.at((long) Math.floor(at));
                if (story != null) {
                    stage.draw(new Still(story, at, speed), false, null, false);
                    film.add(stage.surface().read(argb));
                    drawn++;
                    progress.println("frame " + drawn + " " + frames);
                }
            }
            if (drawn == 0) {
                throw new RefusedException("There was nothing to film from " + from + " s on.");
            }
            film.finish();
        }
    }

    /** A story as of one moment. */
    private record Still(Story story, double at, double factor) implements Show {
        @Override
        public boolean tick(double seconds) {
            return true;
        }

        @Override
        public void pause(boolean still) {}

        @Override
        public boolean paused() {
            return false;
        }

        @Override
        public void step() {}

        @Override
        public Speed speed() {
            return new Speed(factor);
        }

        @Override
        public void speed(Speed wanted) {}

        @Override
        public double measured() {
            return Double.NaN;
        }

        @Override
        public long length() {
            return 0;
        }

        @Override
        public void seek(double step) {}

        @Override
        public boolean ask(String line) {
            return false;
        }

        @Override
        public String mode() {
            return "";
        }

        @Override
        public boolean over() {
            return false;
        }

        @Override
        public void close() {}
    }
}
