package sporeloop.bridge.encoders;

import com.google.auto.service.AutoService;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import sporeloop.bridge.Encoder;
import sporeloop.bridge.EncoderProvider;
import sporeloop.bridge.Grid;
import sporeloop.environments.Events;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;
import sporeloop.spore.Spikes;

/**
 * Where the camera's edges are: for each band of rows, a row of neurons that shows in which columns
 * the band's latest events were. The picture ages by the number of events, not by time, so that it
 * neither fades while nothing moves nor grows with the speed.
 * <pre>
 *   s_bc ← d·s_bc for each column c of band b,  then  s_bc ← s_bc + 1  at an event's column,
 *                                                     d = exp(−1/memory)                         (1)
 *   a_bi = Σ_c s_bc·exp(−(i − c)²/2σ²)                                                           (2)
 *   λ_bi = rate · a_bi^q / Σ_j a_bj^q,  0 before the band's first event                          (3)
 * </pre>
 * Neuron {@code b * columns + i}; spikes are Poisson. An event counts only if one of the eight
 * neighbours of its pixel had one lately (of any polarity): noise is lonely, edges are not.
 *
 * <p>Source: surfaces of event times that age by events, as recalled from work on time surfaces that do
 * not depend on speed (Manderscheid et al. 2019); the test for neighbours as in Delbruck's filter of
 * background activity (2008). Deviation: bands of rows in place of pixels; normalised activity.
 */
public final class EventSurface implements Encoder {
    /** The block {@code encoder} with {@code kind = event-surface}. */
    public record Parameters(
            @Parameter(value = "what is done with ON and OFF events", standard = "merged")
                    Polarity polarity,
            @Parameter(
                            value = "neurons a band, each of an equal part of the camera's columns",
                            standard = "16",
                            range = "[1, 4096]")
                    int columns,
            @Parameter(
                            value = "bands, each of an equal part of the camera's rows",
                            standard = "4",
                            range = "[1, 4096]")
                    int bands,
            @Parameter(
                            value = "events of a band in which its picture ages to 1/e",
                            standard = "50",
                            range = "[0.1, 1000000]")
                    double memory,
            @Parameter(
                            value =
                                    "time in which a neighbouring pixel must have had an event, or an event does not count; 0: all count",
                            unit = Unit.MS,
                            standard = "40 ms",
                            range = "[0, 1000000]")
                    double support,
            @Parameter(
                            value = "σ, how far an event spreads, in neurons",
                            standard = "1.5",
                            range = "[0.05, 1000]")
                    double sigma,
            @Parameter(
                            value =
                                    "q, exponent of the activity: the larger, the fewer neurons fire",
                            standard = "1",
                            range = "[0.1, 100]")
                    double sharpness,
            @Parameter(
                            value = "rate of all neurons of a band together",
                            unit = Unit.HZ,
                            standard = "225 Hz",
                            range = "[0, 1000000]")
                    double bandRate) {
        public Parameters {
            Ranges.check(
                    Parameters.class,
                    polarity,
                    columns,
                    bands,
                    memory,
                    support,
                    sigma,
                    sharpness,
                    bandRate);
        }
    }

    /** Finds it by its name. */
    @SuppressWarnings("rawtypes")
    @AutoService(EncoderProvider.class)
    public static final class EventSurfaceProvider implements EncoderProvider<Parameters> {
        @Override
        public String name() {
            return "event-surface";
        }

        @Override
        public String meaning() {
            return "where an event camera's latest events were, whatever the speed";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Encoder create(Parameters parameters, Spec environment, Grid grid, long seed) {
            return new EventSurface(parameters, environment, grid, seed);
        }
    }

    private final Parameters p;
    private final int width;
    private final int columnPixels;
    private final int bandPixels;
    private final double seconds; // of an exchange interval
    private final double decay; // exp(−1/memory)
    private final double perStep; // expected spikes of a band in a step
    private final double[] spread; // exp(−n²/2σ²)
    private final Neighbours neighbours;
    private final double[] surface; // s, [band][column]
    private final double[] activity; // a^q of one band
    private final double[] cumulative;
    private final PoissonSpikes poisson;
    private long interval;

    private EventSurface(Parameters parameters, Spec environment, Grid grid, long seed) {
        Spec.Camera camera = environment.camera();
        if (camera.width() == 0) {
            throw new IllegalArgumentException(
                    "kind = event-surface needs a task with an event camera, but %s has none. Give it one, or"
                                    .formatted(environment.name())
                            + " encode its observation.");
        }
        if (parameters.polarity() == Polarity.APART) {
            throw new IllegalArgumentException(
                    "polarity = apart, but a surface has one picture: write merged, on or off, or use two encoders.");
        }
        p = parameters;
        width = camera.width();
        columnPixels = part("columns", p.columns(), "width", width);
        bandPixels = part("bands", p.bands(), "height", camera.height());
        seconds = grid.interval() / 1000;
        decay = StrictMath.exp(-1 / p.memory());
        perStep = p.bandRate() * grid.step() / 1000;
        spread = new double[p.columns()];
        for (int n = 0; n < spread.length; n++) {
            spread[n] = StrictMath.exp(-n * n / (2 * p.sigma() * p.sigma()));
        }
        neighbours = new Neighbours(width, camera.height(), p.support() / 1000);
        surface = new double[p.columns() * p.bands()];
        cumulative = new double[surface.length];
        activity = new double[p.columns()];
        poisson = new PoissonSpikes(seed);
    }

    @Override
    public int size() {
        return surface.length;
    }

    @Override
    public void encode(Sensation sensed, int steps, Spikes out, int firstNeuron) {
        Events events = sensed.events;
        double now = interval++ * seconds;
        for (int k = 0; k < events.size(); k++) {
            int pixel = events.pixel(k);
            boolean supported = neighbours.note(pixel, now + events.time(k));
            if (supported && polarityCounts(events.on(k))) {
                age(pixel / width / bandPixels, pixel % width / columnPixels);
            }
        }
        double sum = 0;
        for (int band = 0; band < p.bands(); band++) {
            sum = accumulate(band, sum);
        }
        poisson.add(steps, sum, cumulative, out, firstNeuron);
    }

    private boolean polarityCounts(boolean on) {
        return p.polarity() == Polarity.MERGED || on == (p.polarity() == Polarity.ON);
    }

    /** (1). */
    private void age(int band, int column) {
        int first = band * p.columns();
        for (int c = 0; c < p.columns(); c++) {
            surface[first + c] *= decay;
        }
        surface[first + column]++;
    }

    /** (2) and (3) for one band, added up from {@code sum} on. */
    private double accumulate(int band, double sum) {
        int columns = p.columns();
        int first = band * columns;
        double total = 0;
        for (int i = 0; i < columns; i++) {
            double a = 0;
            for (int c = 0; c < columns; c++) {
                a += surface[first + c] * spread[Math.abs(i - c)]; // (2)
            }
            activity[i] = p.sharpness() == 1 ? a : StrictMath.pow(a, p.sharpness());
            total += activity[i];
        }
        double scale = total > 0 ? perStep / total : 0;
        for (int i = 0; i < columns; i++) {
            sum += scale * activity[i]; // (3)
            cumulative[first + i] = sum;
        }
        return sum;
    }

    private static int part(String key, int parts, String side, int pixels) {
        if (pixels % parts != 0) {
            throw new IllegalArgumentException(
                    "%s = %d does not divide the camera's %s of %d pixels."
                            .formatted(key, parts, side, pixels));
        }
        return pixels / parts;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(interval);
        for (double s : surface) {
            out.writeDouble(s);
        }
        neighbours.save(out);
        poisson.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        interval = in.readLong();
        for (int i = 0; i < surface.length; i++) {
            surface[i] = in.readDouble();
        }
        neighbours.restore(in);
        poisson.restore(in);
    }
}
