package sporeloop.viewer.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sporeloop.results.recording.Frame;
import sporeloop.results.recording.Stream;

/**
 * What the frames of a recording have told so far, kept as long as it is drawn. Whoever looks says up
 * to which step, so that a frame looks the same whether it was played up to or jumped to.
 *
 * <p>Not thread-safe.
 */
public final class Story {
    /** How long ago what is drawn may lie, if nothing is sampled more seldom [s]. */
    private static final double MEMORY = 61;

    /** Samples that are kept beyond it: of synapses, which are seldom taken. */
    private static final int KEPT_SAMPLES = 2;

    /** The rows of the learning curve, kept for ever: the row's end in simulated seconds, the figure. */
    public static final String CURVE = "curve";

    /** What befell the loop, in sentences, kept for ever: letters, and whether it befell it indeed. */
    public static final String NOTICE = "notice";

    private static final Set<String> LASTING = Set.of(CURVE, NOTICE);
    private static final Stream NOTHING = new Stream("", Stream.Kind.SAMPLES, "", 1, List.of());
    private static final Log EMPTY = new Log(1);

    private final About about;
    private final List<Stream> streams;
    private final double stepMs;
    private final List<Log> logs = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private long from;
    private long to;

    /** The story of a recording with these streams. */
    public Story(List<Stream> streams, double stepMs) {
        this.streams = List.copyOf(streams);
        this.stepMs = stepMs;
        about = About.of(streams);
        for (Stream stream : streams) {
            numbers.put(stream.name(), logs.size());
            logs.add(new Log(stream.kind() == Stream.Kind.SPIKES ? 1 : stream.width()));
        }
    }

    /** Takes up a frame that follows those before, at once or after a gap. */
    public void take(Frame frame) {
        if (frame.from() != to) {
            from = frame.from();
        }
        to = frame.to();
        for (int s = 0; s < logs.size(); s++) {
            if (!streams.get(s).name().equals(CURVE)) {
                take(frame, s);
            }
        }
        takeCurve(frame);
    }

    /** Takes up only the rows of the learning curve; those that are known already are passed over. */
    void takeCurve(Frame frame) {
        Integer curve = numbers.get(CURVE);
        if (curve != null) {
            take(frame, curve);
        }
    }

    /** Forgets all but the learning curve, to begin anew somewhere else. */
    void clear() {
        for (int s = 0; s < logs.size(); s++) {
            if (!streams.get(s).name().equals(CURVE)) {
                logs.get(s).clear();
            }
        }
        from = 0;
        to = 0;
    }

    private void take(Frame frame, int s) {
        Log log = logs.get(s);
        boolean curve = streams.get(s).name().equals(CURVE);
        long known = curve && log.end() > log.first() ? log.step(log.end() - 1) : -1;
        boolean spikes = streams.get(s).kind() == Stream.Kind.SPIKES;
        for (int k = 0; k < frame.count(s); k++) {
            if (frame.step(s, k) > known) {
                log.add(frame.step(s, k));
                if (spikes) {
                    log.set(0, frame.neuron(s, k));
                } else {
                    for (int channel = 0; channel < log.width(); channel++) {
                        log.set(channel, frame.value(s, k, channel));
                    }
                }
            }
        }
    }

    /** Forgets what nobody who looks at {@code step} or later can see. */
    public void forgetBefore(long step) {
        long oldest = step - steps(memory());
        for (int s = 0; s < logs.size(); s++) {
            String name = streams.get(s).name();
            if (LASTING.contains(name)) {
                continue;
            }
            boolean seldom = streams.get(s).kind() == Stream.Kind.SINGLE_SAMPLES;
            boolean scene = name.equals(SceneReader.STREAM);
            logs.get(s).forgetBefore(oldest, seldom && !scene ? KEPT_SAMPLES : 0);
        }
    }

    /** How long ago what is drawn may lie: two samples of the synapses at least [s]. */
    public double memory() {
        return Math.max(MEMORY, 1 + 2 * about.number("synapse-interval-s", 0));
    }

    /** What the recording says of itself. */
    public About about() {
        return about;
    }

    /** First step of the frames that lie one after another up to the last one. */
    public long from() {
        return from;
    }

    /** End of the last frame. */
    public long to() {
        return to;
    }

    /** Seconds of a whole number of steps. */
    public double seconds(long steps) {
        return seconds((double) steps);
    }

    /** Seconds of a number of steps. */
    public double seconds(double steps) {
        return steps * stepMs / 1000;
    }

    /** Steps of a time in seconds. */
    public long steps(double seconds) {
        return Math.round(seconds * 1000 / stepMs);
    }

    /** Whether there is a stream of this name. */
    public boolean has(String stream) {
        return numbers.containsKey(stream);
    }

    /** The stream of this name; one without a name if there is none. */
    public Stream stream(String name) {
        Integer number = numbers.get(name);
        return number == null ? NOTHING : streams.get(number);
    }

    /** The records of a stream; empty if there is none. */
    public Log log(String name) {
        Integer number = numbers.get(name);
        return number == null ? EMPTY : logs.get(number);
    }

    /** The last values of a stream at {@code step}; null if there are none yet. */
    public double @Nullable [] latest(String name, long step) {
        Log log = log(name);
        int after = log.after(step);
        return after > log.first() ? log.record(after - 1) : null;
    }

    /** Names of the streams. */
    public Iterable<String> names() {
        return numbers.keySet();
    }
}
