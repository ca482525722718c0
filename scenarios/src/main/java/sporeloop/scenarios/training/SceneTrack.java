package sporeloop.scenarios.training;

import java.util.List;
import sporeloop.bridge.Body;
import sporeloop.bridge.Exchange;
import sporeloop.environments.Scene;
import sporeloop.results.recording.Reel;
import sporeloop.results.recording.Stream;

/**
 * The body and its world as they are drawn: a sample a point of each shape. Kind and role are the
 * numbers of {@link Scene.Kind} and {@link Scene.Role}, see {@code docs/formats.md}.
 */
final class SceneTrack implements Track {
    private static final List<String> CHANNELS =
            List.of("shape", "kind", "role", "extent", "x", "y");

    private final Body body;
    private final Every every;
    private final Scene scene = new Scene();
    private final double[] row = new double[CHANNELS.size()];

    SceneTrack(Body body, Every every) {
        this.body = body;
        this.every = every;
    }

    @Override
    public Stream stream() {
        return new Stream("scene", Stream.Kind.SINGLE_SAMPLES, "", CHANNELS.size(), CHANNELS);
    }

    @Override
    public void begin(Exchange exchange, int stream, Reel reel) {
        draw(0, stream, reel);
    }

    @Override
    public void record(Exchange exchange, long step, int stream, Reel reel) {
        if (every.at(exchange.interval())) {
            draw(Tracks.last(exchange, step), stream, reel);
        }
    }

    @SuppressWarnings("EnumOrdinal") // the file format's numbers; a test holds them fast
    private void draw(long step, int stream, Reel reel) {
        scene.clear();
        body.environment().draw(scene);
        for (int k = 0; k < scene.size(); k++) {
            row[0] = k;
            row[1] = scene.kind(k).ordinal();
            row[2] = scene.role(k).ordinal();
            row[3] = scene.extent(k);
            for (int p = 0; p < scene.points(k); p++) {
                row[4] = scene.x(k, p);
                row[5] = scene.y(k, p);
                reel.sample(stream, step, row);
            }
        }
    }
}
