package sporeloop.environments.lane;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What {@code environment.track} may say: a shipped track's name, or a track's text. */
final class Tracks {
    /** The road at random that never ends. */
    static final String ENDLESS = "endless";

    /** The closed tracks that come with the program. */
    static final List<String> SHIPPED = List.of("circuit", "serpentine");

    private Tracks() {}

    static boolean isEndless(String track) {
        return track.strip().equals(ENDLESS);
    }

    /**
     * The segments of a closed track.
     *
     * @param leastRadius of a curve [m]
     * @throws IllegalArgumentException in one sentence, if there is no such track
     */
    static List<Segment> closed(String track, double leastRadius) {
        String word = track.strip();
        if (SHIPPED.contains(word)) {
            return TrackText.closed(text(word), leastRadius);
        }
        if (word.matches("[\\w.-]{1,60}")) { // a word is no segment
            throw new IllegalArgumentException(
                    "track = %s, but must be %s, %s, a file beside the scenario whose name ends in .track, or segments such as 'straight 2 m'."
                            .formatted(word, String.join(", ", SHIPPED), ENDLESS));
        }
        return TrackText.closed(track, leastRadius);
    }

    /** The text of a shipped track. */
    static String text(String name) {
        try (InputStream in = Tracks.class.getResourceAsStream(name + ".track")) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name + ".track");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("can't read " + name + ".track", e);
        }
    }
}
