package sporeloop.viewer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import sporeloop.environments.Scene;
import sporeloop.results.recording.FrameBuffer;
import sporeloop.results.recording.RecordingWriter;
import sporeloop.results.recording.Reel;
import sporeloop.results.recording.Stream;

/**
 * A recording of known contents: a ball that moves to the right through an arena of 2 m, ON events at
 * pixel 0, motor neuron 2 of 4 that fires at 50 Hz, sensory neuron 0, a reward of 0.5, θ of −1 and of 1
 * (only source neurons 4 to 7 are connected), two rows of the curve.
 */
final class Told {
    static final int SECONDS = 130;
    static final double SPEED = 0.01; // of the ball [m/s]
    private static final int STEPS = 20;
    private static final int PRES = 16;
    private static final int POSTS = 4;

    private static final List<Stream> STREAMS =
            List.of(
                    Stream.samples(
                            "about",
                            "",
                            List.of(
                                    "scenario=told",
                                    "task=told",
                                    "seed=7",
                                    "figure=targets_per_min [1/min]",
                                    "row-s=60",
                                    "synapse-interval-s=1",
                                    "camera=4x4",
                                    "source.input=16 4",
                                    "projection.all=0 16 4 1")),
                    Stream.spikes("sensory", PRES),
                    Stream.spikes("motor", POSTS),
                    Stream.spikes("events", 32),
                    Stream.samples("command", "", List.of("vx [m/s]", "vy [m/s]")),
                    Stream.samples("reward", "", List.of("reward")),
                    Stream.samples("baseline", "", List.of("baseline")),
                    new Stream(
                            "scene",
                            Stream.Kind.SINGLE_SAMPLES,
                            "",
                            6,
                            List.of("shape", "kind", "role", "extent", "x", "y")),
                    Stream.array("theta.all", "", PRES * POSTS),
                    Stream.samples("curve", "", List.of("until [s]", "targets_per_min")));

    private Told() {}

    static Path recording(Path file) throws IOException {
        try (RecordingWriter writer = RecordingWriter.create(file, 1, 1000, STREAMS)) {
            Reel reel = new Reel(STREAMS, 1000, 0, 1);
            for (long step = 0; step < SECONDS * 1000L; step += STEPS) {
                if (!reel.isReady()) {
                    throw new IllegalStateException("no frame");
                }
                interval(reel, step);
                FrameBuffer frame = reel.advanceTo(step + STEPS);
                if (frame != null) {
                    writer.append(frame);
                    reel.giveBack(frame);
                }
            }
            FrameBuffer rest = reel.end(SECONDS * 1000L);
            if (rest != null) {
                writer.append(Objects.requireNonNull(rest));
            }
            writer.finish();
        }
        return file;
    }

    private static void interval(Reel reel, long step) {
        reel.spike(1, step + 3, 0);
        reel.spike(2, step + 5, 2);
        reel.spike(3, step, 0);
        reel.sample(4, step, new double[] {0.3, 0});
        reel.sample(5, step + 19, new double[] {0.5});
        reel.sample(6, step + 19, new double[] {0.25});
        double x = -0.65 + SPEED * step / 1000;
        shape(
                reel,
                step + 19,
                0,
                Scene.Kind.POLYGON,
                Scene.Role.GROUND,
                0,
                -1,
                -1,
                1,
                -1,
                1,
                1,
                -1,
                1);
        shape(reel, step + 19, 1, Scene.Kind.CIRCLE, Scene.Role.GOAL, 0.2, 0, 0.5);
        shape(reel, step + 19, 2, Scene.Kind.CIRCLE, Scene.Role.BODY, 0.1, x, -0.5);
        if (step % 1000 == 980) {
            double[] theta = new double[PRES * POSTS];
            for (int k = 0; k < theta.length; k++) {
                theta[k] = k / POSTS / 4 == 1 ? 1 : -1;
            }
            reel.sample(8, step + 19, theta);
        }
        if (step % 60_000 == 59_980) {
            reel.sample(
                    9, step + 19, new double[] {(step + 20) / 1000.0, step > 100_000 ? 20 : 10});
        }
    }

    @SuppressWarnings("EnumOrdinal") // the file format's numbers
    private static void shape(
            Reel reel,
            long step,
            int shape,
            Scene.Kind kind,
            Scene.Role role,
            double extent,
            double... points) {
        for (int p = 0; p < points.length; p += 2) {
            reel.sample(
                    7,
                    step,
                    new double[] {
                        shape, kind.ordinal(), role.ordinal(), extent, points[p], points[p + 1]
                    });
        }
    }
}
