package sporeloop.viewer;

import java.io.IOException;
import java.nio.file.Path;
import sporeloop.viewer.story.Replay;
import sporeloop.viewer.story.Story;

/** A finished recording, played at any speed from anywhere. */
final class Played implements Show {
    /** At max a minute passes in a second. */
    private static final double MAX_FACTOR = 60;

    /** What a single step is [s]. */
    private static final double STEP = 0.02;

    private final Replay replay;
    private Story story;
    private double at;
    private boolean paused;
    private Speed speed;

    Played(Path file, Speed speed) throws IOException {
        replay = new Replay(file);
        this.speed = speed;
        story = replay.at(0);
    }

    @Override
    public Story story() {
        return story;
    }

    @Override
    public double at() {
        return at;
    }

    @Override
    public boolean tick(double seconds) throws IOException {
        double before = at;
        if (!paused) {
            double factor = speed.isMax() ? MAX_FACTOR : speed.factor();
            at = Math.min(last(), at + seconds * factor * story.steps(1));
        }
        show();
        return at != before;
    }

    private void show() throws IOException {
        story = replay.at((long) Math.floor(at));
        story.forgetBefore((long) Math.floor(at) - story.steps(story.memory()));
    }

    private double last() {
        return replay.length() - 1;
    }

    @Override
    public void pause(boolean still) {
        if (!still && at >= last()) {
            at = 0;
        }
        paused = still;
    }

    @Override
    public boolean paused() {
        return paused || over();
    }

    @Override
    public void step() throws IOException {
        paused = true;
        at = Math.min(last(), at + STEP * story.steps(1));
        show();
    }

    @Override
    public Speed speed() {
        return speed;
    }

    @Override
    public void speed(Speed wanted) {
        speed = wanted;
    }

    @Override
    public double measured() {
        return Double.NaN;
    }

    @Override
    public long length() {
        return replay.length();
    }

    @Override
    public void seek(double step) {
        at = Math.max(0, Math.min(last(), step));
    }

    @Override
    public boolean ask(String line) {
        return false;
    }

    @Override
    public String mode() {
        return "recording";
    }

    @Override
    public boolean over() {
        return at >= last();
    }

    @Override
    public void close() throws IOException {
        replay.close();
    }
}
