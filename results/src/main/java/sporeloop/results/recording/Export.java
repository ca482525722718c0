package sporeloop.results.recording;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import sporeloop.results.NumberText;

/** A recording's streams as tables (CSV) and arrays (NPY), read frame by frame. */
public final class Export {
    private final Recording recording;
    private final BigDecimal secondsPerStep;

    /** Of this recording. */
    public Export(Recording recording) {
        this.recording = recording;
        secondsPerStep = BigDecimal.valueOf(recording.stepMs()).movePointLeft(3);
    }

    /**
     * Writes one stream as CSV: {@code time_s,neuron} for spikes, else {@code time_s} and a column a
     * channel, named or numbered from {@code 0}.
     */
    public void csv(int stream, Path file) throws IOException {
        Stream of = recording.streams().get(stream);
        boolean spikes = of.kind() == Stream.Kind.SPIKES;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("time_s");
            for (int channel = 0; !spikes && channel < of.width(); channel++) {
                out.write(
                        ","
                                + (of.channels().isEmpty()
                                        ? channel
                                        : quoted(of.channels().get(channel))));
            }
            out.write(spikes ? ",neuron\n" : "\n");
            for (int f = 0; f < recording.frames(); f++) {
                Frame frame = recording.frame(f);
                for (int k = 0; k < frame.count(stream); k++) {
                    out.write(time(frame.step(stream, k)));
                    if (spikes) {
                        out.write("," + frame.neuron(stream, k));
                    }
                    for (int channel = 0; !spikes && channel < of.width(); channel++) {
                        out.write(",");
                        out.write(cell(of, frame.value(stream, k, channel)));
                    }
                    out.write("\n");
                }
            }
        }
    }

    /** Writes one stream as an array: {@code [spikes][step, neuron]} or {@code [samples][step, values…]}. */
    public void npy(int stream, Path file) throws IOException {
        Stream of = recording.streams().get(stream);
        boolean spikes = of.kind() == Stream.Kind.SPIKES;
        try (Npy out = new Npy(file, spikes ? 2 : 1 + of.width())) {
            for (int f = 0; f < recording.frames(); f++) {
                Frame frame = recording.frame(f);
                for (int k = 0; k < frame.count(stream); k++) {
                    out.append((double) frame.step(stream, k));
                    if (spikes) {
                        out.append(frame.neuron(stream, k));
                    }
                    for (int channel = 0; !spikes && channel < of.width(); channel++) {
                        out.append(frame.value(stream, k, channel));
                    }
                }
            }
        }
    }

    private String time(long step) {
        BigDecimal seconds = secondsPerStep.multiply(BigDecimal.valueOf(step));
        return seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString();
    }

    /** A single's shortest text is shorter than that of the double it widens to. */
    private static String cell(Stream of, double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return of.kind() == Stream.Kind.SINGLE_SAMPLES
                ? NumberText.of(Double.parseDouble(Float.toString((float) value)))
                : NumberText.of(value);
    }

    private static String quoted(String name) {
        return name.matches("[^\",\\r\\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
