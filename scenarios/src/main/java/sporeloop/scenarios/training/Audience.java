package sporeloop.scenarios.training;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sporeloop.bridge.Change;
import sporeloop.bridge.Exchange;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Intervention;

/**
 * Those who look at a loop through a window: what they get, and what their hands want. One audience may
 * see one loop after another. Any thread may call {@link #obey}.
 */
public final class Audience {
    private final OutputStream pipe;
    private double factor;
    private boolean wanted;
    private boolean anew;
    private Runnable whenAnew = () -> {};
    private Consumer<Change> whenTouched = change -> {};
    private @Nullable HandPace pace;
    private @Nullable Broadcast broadcast;

    /**
     * An audience at the other end of a pipe.
     *
     * @param factor simulated time over wall time to begin with; infinite: as fast as it can
     */
    public Audience(OutputStream pipe, double factor) {
        this.pipe = pipe;
        this.factor = factor;
    }

    /** Does what a line of the window asks for; a line that means nothing is passed over. */
    public synchronized void obey(String line) {
        String[] words = line.strip().split(" ", -1);
        HandPace p = pace;
        switch (words[0]) {
            case "want" -> want();
            case "pause", "go" -> {
                if (p != null) {
                    p.pause(words[0].equals("pause"));
                }
            }
            case "step" -> {
                want(); // who steps looks at each step
                if (p != null) {
                    p.step();
                }
            }
            case "speed" -> speed(words.length > 1 ? words[1].toLowerCase(Locale.ROOT) : "");
            case "seed" -> {
                anew = true;
                if (p != null) {
                    p.pause(false);
                }
                whenAnew.run();
            }
            case "closed" -> leave();
            default -> {
                Change change = Hand.change(words);
                if (change != null) {
                    whenTouched.accept(change);
                }
            }
        }
    }

    private void want() {
        wanted = true;
        if (broadcast != null) {
            broadcast.want();
        }
    }

    private void speed(String word) {
        if (word.equals("max")) {
            factor = Double.POSITIVE_INFINITY;
        } else if (word.matches("\\d{1,4}(\\.\\d{1,6})?") && Double.parseDouble(word) > 0) {
            factor = Double.parseDouble(word);
        } else {
            return;
        }
        if (pace != null && broadcast != null) {
            pace.factor(factor);
            broadcast.factor(factor);
        }
    }

    /** The window is gone: nobody holds the loop up any more. */
    public synchronized void leave() {
        if (pace != null) {
            pace.close();
        }
    }

    /** Whether hands want a new run with the next seed; until {@link #begin}. */
    public synchronized boolean wantsAnew() {
        return anew;
    }

    /** What is to be done when hands want a new run: the one under way ends. */
    public synchronized void whenAnew(Runnable end) {
        whenAnew = end;
    }

    /** What is to be done when hands want something to befall the loop. */
    synchronized void whenTouched(Consumer<Change> touched) {
        whenTouched = touched;
    }

    /** Lets those who look read what befalls the loop. */
    synchronized void begun(Intervention what) {
        if (broadcast != null) {
            broadcast.begun(what);
        }
    }

    /** Lets those who look read why something can't befall the loop. */
    synchronized void refused(String sentence) {
        if (broadcast != null) {
            broadcast.refused(sentence);
        }
    }

    /** A loop begins; its pace is in the audience's hands. */
    synchronized HandPace begin(Grid grid) {
        HandPace begun = new HandPace(grid, factor);
        pace = begun;
        anew = false;
        return begun;
    }

    /** The loop that has begun is to be seen. */
    synchronized Broadcast broadcast(SeenTracks tracks, Exchange exchange) throws IOException {
        close(broadcast);
        Broadcast begun = new Broadcast(tracks, exchange, pipe, factor);
        broadcast = begun;
        if (wanted) {
            begun.want();
        }
        return begun;
    }

    /** The loop is over. */
    synchronized void end() {
        if (pace != null) {
            pace.close();
        }
        close(broadcast);
        pace = null;
        broadcast = null;
    }

    /** What is on its way is sent first: nothing else may come between its bytes. */
    private static void close(@Nullable Broadcast before) {
        if (before != null) {
            before.close();
        }
    }
}
