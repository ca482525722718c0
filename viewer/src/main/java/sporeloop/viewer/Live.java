package sporeloop.viewer;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import sporeloop.results.recording.Frame;
import sporeloop.results.recording.FrameReader;
import sporeloop.results.recording.Stream;
import sporeloop.viewer.story.Log;
import sporeloop.viewer.story.Story;

/**
 * A run as it goes on in another process: its frames come through a pipe, one whenever this side says
 * that it has drawn the one before, so that it never waits in a queue and the run never waits for it.
 */
final class Live implements Show {
    /** Asks for the next frame. */
    static final String WANT = "want";

    private record Arrival(Frame frame, @Nullable Story begun) {}

    /** How far what is seen may lie behind what is known, in real time or slower [s of wall time]. */
    private static final double LAG = 0.03;

    private final PrintStream run;
    private final ArrayBlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(4);
    private final InputStream pipe;
    private Story story = new Story(java.util.List.<Stream>of(), 1);
    private double at;
    private boolean paused;
    private Speed speed;
    private double measured = Double.NaN;
    private double measuredFor;
    private long measuredFrom;
    private volatile boolean over;
    private int heard;
    private @Nullable String notice;

    /**
     * A run that is read from a pipe.
     *
     * @param run takes the lines that the run is told
     */
    Live(InputStream pipe, PrintStream run, Speed speed) {
        this.pipe = pipe;
        this.run = run;
        this.speed = speed;
        Thread reader = new Thread(this::read, "frames");
        reader.setDaemon(true);
        reader.start();
        run.println(WANT);
    }

    private void read() {
        try {
            FrameReader reader = new FrameReader(pipe);
            for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                Story begun =
                        reader.isFirst() ? new Story(reader.streams(), reader.stepMs()) : null;
                arrivals.put(new Arrival(frame, begun));
            }
        } catch (IOException ended) {
            // The run is over, or its process is gone: what is known stays on the screen.
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        over = true;
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
    public boolean tick(double seconds) {
        boolean any = false;
        double before = at;
        for (Arrival next = arrivals.poll(); next != null; next = arrivals.poll()) {
            if (next.begun() != null) {
                story = next.begun();
                at = 0;
                measuredFrom = 0;
                measuredFor = 0;
                heard = 0;
            }
            story.take(next.frame());
            any = true;
        }
        if (any) {
            run.println(WANT);
            hear();
        }
        advance(seconds);
        measure(seconds);
        story.forgetBefore((long) Math.floor(at));
        return any || at != before;
    }

    /** Takes up the letters of a notice that has come. */
    private void hear() {
        Log letters = story.log(Story.NOTICE);
        StringBuilder said = new StringBuilder();
        for (; heard < letters.end(); heard++) {
            said.appendCodePoint((int) letters.value(heard, 0));
        }
        notice = said.isEmpty() ? notice : said.toString();
    }

    @Override
    public @Nullable String takeNotice() {
        String said = notice;
        notice = null;
        return said;
    }

    /** Real time and slower is smooth: the moment moves on with the clock, close behind the frames. */
    private void advance(double seconds) {
        double newest = (double) Math.max(0, story.to() - 1);
        if (speed.isMax() || speed.factor() > 4 || paused) {
            at = newest;
            return;
        }
        double perSecond = speed.factor() * story.steps(1);
        double behind = Math.max((double) story.steps(LAG), LAG * perSecond);
        at = Math.max(newest - 2 * behind, Math.min(newest, at + seconds * perSecond));
        at = Math.max(0, Math.max(at, Math.min(newest, (double) story.from())));
    }

    private void measure(double seconds) {
        if (paused || over) {
            measured = Double.NaN;
            measuredFor = 0;
            measuredFrom = story.to();
            return;
        }
        measuredFor += seconds;
        if (measuredFor > 1) {
            measured = story.seconds(story.to() - measuredFrom) / measuredFor;
            measuredFor = 0;
            measuredFrom = story.to();
        }
    }

    @Override
    public void pause(boolean still) {
        paused = still;
        ask(still ? "pause" : "go");
    }

    @Override
    public boolean paused() {
        return paused || over;
    }

    @Override
    public void step() {
        paused = true;
        ask("step");
    }

    @Override
    public Speed speed() {
        return speed;
    }

    @Override
    public void speed(Speed wanted) {
        speed = wanted;
        ask("speed " + wanted.word());
    }

    @Override
    public double measured() {
        return measured;
    }

    @Override
    public long length() {
        return 0;
    }

    @Override
    public void seek(double step) {
        // What has not happened yet can't be seen, and what is past is gone.
    }

    @Override
    public boolean ask(String line) {
        run.println(line);
        return !over && !run.checkError();
    }

    @Override
    public String mode() {
        return over ? "the run is over" : "live";
    }

    @Override
    public boolean over() {
        return over && arrivals.isEmpty();
    }

    @Override
    public void close() {
        run.println("closed");
    }
}
