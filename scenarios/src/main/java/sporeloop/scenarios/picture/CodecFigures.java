package sporeloop.scenarios.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import sporeloop.bridge.Decoder;
import sporeloop.bridge.Encoder;
import sporeloop.bridge.EncoderProvider;
import sporeloop.bridge.Grid;
import sporeloop.environments.Channel;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.parameters.Provider;
import sporeloop.results.figures.CodecFigure;
import sporeloop.results.figures.Figure;
import sporeloop.scenarios.file.Codecs;
import sporeloop.spore.Spikes;

/**
 * What each encoder and decoder does, with its defaults, in a body made up for it: two coordinates, two
 * command channels, a camera of 16 by 16 pixels. Encoders see x go from one end to the other; decoders
 * read eight neurons with preferred directions.
 */
public final class CodecFigures {
    private static final int PIXELS = 16;
    private static final int POINTS = 41;
    private static final int INTERVALS = 50;
    private static final int REPEATS = 100;
    private static final int MOST_CURVES = 6;
    private static final int NEURONS = 8;
    private static final double RATE = 40;
    private static final int SETTLED = 30;
    private static final Grid GRID = Grid.of(1, 20, 100, OptionalDouble.empty());
    private static final Spec BODY =
            new Spec(
                    "made-up",
                    1,
                    List.of(new Channel("x", "m", -1, 1), new Channel("y", "m", -1, 1)),
                    List.of(new Channel("vx", "m/s", -1, 1), new Channel("vy", "m/s", -1, 1)),
                    new Spec.Camera(PIXELS, PIXELS),
                    List.of(),
                    List.of());

    /** What has no default. */
    private static final Map<String, String> NEEDS =
            Map.of(
                    "linear",
                    "gain = 0.1\nweights = [1, 0.7, 0, -0.7, -1, -0.7, 0, 0.7,"
                            + " 0, 0.7, 1, 0.7, 0, -0.7, -1, -0.7]");

    private CodecFigures() {}

    /** The figure of an encoder or a decoder. */
    public static Figure of(Provider<?> codec) {
        String needs = NEEDS.getOrDefault(codec.name(), "");
        return codec instanceof EncoderProvider<?>
                ? encoder(codec, needs)
                : decoder(
                        codec, () -> (Decoder) Codecs.standard(codec, needs, BODY, NEURONS, GRID));
    }

    private static Figure encoder(Provider<?> codec, String needs) {
        Encoder encoder = (Encoder) Codecs.standard(codec, needs, BODY, NEURONS, GRID);
        int size = encoder.size();
        int curves = Math.min(MOST_CURVES, size);
        double[][] rates = new double[curves][POINTS];
        double[][] steps = new double[curves][POINTS];
        double[] xs = IntStream.range(0, POINTS).mapToDouble(p -> -1 + p / 20.0).toArray();
        Spikes spikes = new Spikes(64);
        for (int p = 0; p < POINTS; p++) {
            for (int r = 0; r < REPEATS; r++) {
                spikes.clear();
                encoder.encode(seen(xs[p]), GRID.exchange(), spikes, 0);
                for (int k = 0; k < spikes.size(); k++) {
                    for (int c = 0; c < curves; c++) {
                        if (spikes.neuron(k) == shown(c, curves, size)) {
                            rates[c][p] += 1000.0 / (REPEATS * GRID.exchange());
                            steps[c][p] += (double) spikes.step(k) / REPEATS;
                        }
                    }
                }
            }
        }
        double once = 1000.0 / GRID.exchange();
        boolean timed =
                Arrays.stream(rates)
                        .flatMapToDouble(Arrays::stream)
                        .allMatch(rate -> Math.abs(rate - once) < 1e-6 * once);
        return CodecFigure.of(
                codec.name(),
                "encoder: " + codec.meaning() + "; " + curves + " of " + size + " neurons",
                new CodecFigure.Curves(
                        "x [m], y = 0",
                        timed ? "spike's time in its interval [ms]" : "rate [Hz]",
                        xs,
                        List.of(timed ? steps : rates)),
                raster((Encoder) Codecs.standard(codec, needs, BODY, NEURONS, GRID)));
    }

    /** A neuron of the row in the middle, or of the middle of its list. */
    private static int shown(int curve, int curves, int size) {
        int side = (int) Math.round(Math.sqrt(size));
        boolean square = side * side == size && side > MOST_CURVES;
        int span = square ? side : size;
        int first = square ? side / 2 * side : 0;
        return first + (int) ((curve + 0.5) * span / curves);
    }

    private static CodecFigure.Raster raster(Encoder encoder) {
        List<int[]> found = new ArrayList<>();
        Spikes spikes = new Spikes(64);
        for (int k = 0; k < INTERVALS; k++) {
            spikes.clear();
            encoder.encode(seen(-1 + 2.0 * k / (INTERVALS - 1)), GRID.exchange(), spikes, 0);
            for (int s = 0; s < spikes.size(); s++) {
                found.add(new int[] {k * GRID.exchange() + spikes.step(s), spikes.neuron(s)});
            }
        }
        return new CodecFigure.Raster(
                INTERVALS * GRID.exchange(),
                encoder.size(),
                found.stream().mapToInt(each -> each[0]).toArray(),
                found.stream().mapToInt(each -> each[1]).toArray());
    }

    /** The body at x; its camera sees an edge there, brighter in front of it and darker behind. */
    private static Sensation seen(double x) {
        Sensation sensed = new Sensation(BODY);
        sensed.observation[0] = x;
        int column = (int) Math.min(PIXELS - 1, (x + 1) / 2 * PIXELS);
        for (int row = 0; row < PIXELS; row++) {
            sensed.events.add(row * 0.001, row * PIXELS + column, true);
            if (column > 0) {
                sensed.events.add(row * 0.001, row * PIXELS + column - 1, false);
            }
        }
        return sensed;
    }

    private static Figure decoder(Provider<?> codec, Supplier<Decoder> fresh) {
        double[] degrees = IntStream.range(0, POINTS).mapToDouble(p -> 9 * p).toArray();
        double[][] commands = new double[2][POINTS];
        for (int p = 0; p < POINTS; p++) {
            double[][] settled = commands(fresh.get(), degrees[p], 0, SETTLED * 4, SETTLED * 4);
            for (int c = 0; c < 2; c++) {
                commands[c][p] =
                        Arrays.stream(settled[c]).skip(SETTLED).average().orElse(Double.NaN);
            }
        }
        double[] time =
                IntStream.range(0, INTERVALS).mapToDouble(k -> k * GRID.interval()).toArray();
        return CodecFigure.of(
                codec.name(),
                "decoder: " + codec.meaning() + "; vx (blue), vy (red)",
                new CodecFigure.Curves(
                        "direction of the activity [deg]",
                        "mean command [m/s]",
                        degrees,
                        List.of(commands)),
                new CodecFigure.Curves(
                        "time [ms], activity at 30° from 200 to 600 ms",
                        "command [m/s]",
                        time,
                        List.of(commands(fresh.get(), 30, 10, 30, INTERVALS))));
    }

    /** The commands of so many intervals; the neurons fire in those {@code from … to − 1}. */
    private static double[][] commands(
            Decoder decoder, double degrees, int from, int to, int intervals) {
        double[][] commands = new double[2][intervals];
        double[] due = new double[NEURONS];
        Spikes spikes = new Spikes(64);
        double[] command = new double[2];
        for (int k = 0; k < intervals; k++) {
            spikes.clear();
            for (int j = 0; j < NEURONS && k >= from && k < to; j++) {
                double apart = Math.toRadians(degrees) - 2 * Math.PI * j / NEURONS;
                due[j] += RATE * Math.exp(2 * (Math.cos(apart) - 1)) * GRID.interval() / 1000;
                for (; due[j] >= 1; due[j]--) {
                    spikes.add((7 * j) % GRID.exchange(), j);
                }
            }
            Arrays.fill(command, 0);
            decoder.decode(spikes, 0, command);
            commands[0][k] = command[0];
            commands[1][k] = command[1];
        }
        return commands;
    }
}
