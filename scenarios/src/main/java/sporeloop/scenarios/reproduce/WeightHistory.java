package sporeloop.scenarios.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import sporeloop.results.figures.Figure;
import sporeloop.results.figures.Histograms;
import sporeloop.results.recording.Frame;
import sporeloop.results.recording.Recording;
import sporeloop.results.run.RunDirectory;
import sporeloop.results.sweep.SweepTrial;

/** How the synapses' parameters of all seeds were spread in the course of learning, from recordings. */
final class WeightHistory {
    private static final double[] MINUTES = {0, 5, 15, 60, 120, 300, 600};
    private static final int PANELS = 6;
    private static final double LOWEST = -2.25;
    private static final double HIGHEST = 5.25;
    private static final int BINS = 30;

    private WeightHistory() {}

    static Figure of(String task, List<SweepTrial> trials) throws IOException {
        double end = trials.get(0).record().durationS() / 60;
        double[] times =
                DoubleStream.concat(
                                Arrays.stream(MINUTES).filter(t -> t < end), DoubleStream.of(end))
                        .distinct()
                        .limit(PANELS)
                        .toArray();
        List<Histograms.Sample> samples = new ArrayList<>();
        for (double minutes : times) {
            samples.add(sample(minutes, trials));
        }
        return new Histograms(
                        "Synapses of %s over time".formatted(task),
                        "θ of all synapses of %d seeds; below 0 retracted, above w = w₀·exp(θ − 3)"
                                .formatted(trials.size()),
                        "θ",
                        LOWEST,
                        HIGHEST,
                        0)
                .draw(samples);
    }

    private static Histograms.Sample sample(double minutes, List<SweepTrial> trials)
            throws IOException {
        long[] counts = new long[BINS];
        long active = 0;
        long all = 0;
        for (SweepTrial trial : trials) {
            try (Recording recording =
                    Recording.open(trial.folder().resolve(RunDirectory.RECORDING))) {
                for (int s = 0; s < recording.streams().size(); s++) {
                    if (!recording.streams().get(s).name().startsWith("theta.")) {
                        continue;
                    }
                    for (double theta : at(recording, s, minutes)) {
                        double place = (theta - LOWEST) / (HIGHEST - LOWEST) * BINS;
                        counts[(int) Math.max(0, Math.min(BINS - 1, place))]++;
                        active += theta >= 0 ? 1 : 0;
                        all++;
                    }
                }
            }
        }
        double total = all;
        double[] shares = Arrays.stream(counts).mapToDouble(n -> 100 * n / total).toArray();
        String name =
                minutes % 60 == 0 && minutes > 0
                        ? Math.round(minutes / 60) + " h"
                        : Math.round(minutes) + " min";
        return new Histograms.Sample(
                name, shares, "active: " + Phrase.of(100 * active / total) + " %");
    }

    /** The last sample at or before a simulated time; what a lesion took is left out. */
    private static double[] at(Recording recording, int stream, double minutes) throws IOException {
        long step = Math.min(recording.steps(), Math.round(minutes * 60_000 / recording.stepMs()));
        for (int f = recording.frameAt(Math.max(0, step - 1)); f >= 0; f--) {
            Frame frame = recording.frame(f);
            for (int k = frame.count(stream) - 1; k >= 0; k--) {
                if (frame.step(stream, k) < Math.max(1, step)) {
                    double[] theta = new double[recording.streams().get(stream).width()];
                    for (int channel = 0; channel < theta.length; channel++) {
                        theta[channel] = frame.value(stream, k, channel);
                    }
                    return Arrays.stream(theta).filter(Double::isFinite).toArray();
                }
            }
        }
        return new double[0];
    }
}
