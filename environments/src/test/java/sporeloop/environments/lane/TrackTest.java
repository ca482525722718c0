package sporeloop.environments.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sporeloop.environments.RandomStream;

class TrackTest {
    @ParameterizedTest
    @ValueSource(strings = {"circuit", "serpentine"})
    void aShippedTrackClosesAndHasCurvesOfSeveralRadiiBothWays(String name) {
        List<Segment> circuit = Tracks.closed(name, 0.5);
        long radii =
                circuit.stream()
                        .filter(segment -> segment.curvature != 0)
                        .map(segment -> Math.round(1000 / Math.abs(segment.curvature)))
                        .distinct()
                        .count();
        assertTrue(radii >= 4, "radii: " + radii);
        assertTrue(circuit.stream().anyMatch(segment -> segment.curvature < 0));
        assertTrue(circuit.stream().anyMatch(segment -> segment.curvature > 0));
    }

    @Test
    void followingAClosedTrackRoundAndRoundStaysOnItsMiddle() {
        Track track = Track.closed(Tracks.closed("circuit", 0.5));
        Track guide = Track.closed(Tracks.closed("circuit", 0.5));
        track.start(0);
        guide.start(0);
        for (int k = 0; k < 10_000; k++) {
            double x = guide.xAhead(0.01);
            double y = guide.yAhead(0.01);
            guide.locate(x, y);
            track.locate(x, y);
            assertEquals(0, track.distance(), 1e-6, "after " + k + " cm");
        }
    }

    @Test
    void anEndlessTrackGoesOnAndNeverTurnsBackOrMeetsItself() {
        for (int seed = 0; seed < 20; seed++) {
            RandomStream random = new RandomStream();
            random.seed(seed, 0);
            Track track = Track.endless(random);
            track.start(0);
            double[] xs = new double[2000];
            double[] ys = new double[2000];
            for (int k = 0; k < xs.length; k++) {
                xs[k] = track.xAhead(0.1);
                ys[k] = track.yAhead(0.1);
                track.locate(xs[k], ys[k]);
                track.follow(random);
                assertEquals(0, track.distance(), 1e-6);
                assertTrue(Math.abs(track.heading()) < Math.toRadians(111));
                for (int j = Math.max(0, k - 80); j < k - 15; j++) {
                    double apart = Math.hypot(xs[k] - xs[j], ys[k] - ys[j]);
                    assertTrue(apart > 0.5, "seed " + seed + ": lanes meet, " + apart + " m");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "straight 2 m; lefty 1 m 90 deg | lefty 1 m 90 deg (line 1 of the track), but a segment is written",
                "straight 2 | straight 2 (line 1 of the track), but a segment is written",
                "left 0.1 m 90 deg | its radius must be in [0.5, 1000.0] m",
                "left 1 m 900 deg | its angle must be in [1.0, 360.0] deg",
                "straight 0 m | its length must be in [0.05, 1000.0] m",
                "straight 2 m | its end is 2.000 m from its start and it turns by 0.0 deg",
                "'# nothing' | has no segment",
                "circiut | track = circiut, but must be circuit, serpentine, endless, a file",
                "my.track | a file beside the scenario whose name ends in .track",
            })
    void aBadTrackIsRefusedWithASentenceThatNamesThePlace(String text, String words) {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                LaneParameters.of(
                                        text,
                                        LaneParameters.Start.RANDOM,
                                        LaneParameters.standard().camera()));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith("track = "), refusal.getMessage());
    }

    @Property(tries = 500)
    void anyTextIsATrackThatClosesOrIsRefusedInASentence(
            @ForAll("texts") String text, @ForAll @DoubleRange(min = 0.1, max = 2) double least) {
        try {
            List<Segment> segments = Tracks.closed(text, least);
            Segment last = segments.get(segments.size() - 1);
            assertEquals(0, Math.hypot(last.x(last.length), last.y(last.length)), 0.011);
        } catch (IllegalArgumentException refusal) {
            String sentence = refusal.getMessage();
            assertTrue(sentence.startsWith("track = "), sentence);
            assertTrue(sentence.endsWith("."), sentence);
            assertTrue(sentence.length() < 400, sentence);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words =
                Arbitraries.of(
                        "straight",
                        "left",
                        "right",
                        " ",
                        "  ",
                        "m",
                        "deg",
                        "°",
                        ";",
                        "\n",
                        "#",
                        "1",
                        "2.5",
                        "90",
                        "360",
                        "1e9",
                        "-1",
                        ".",
                        "NaN",
                        "99999999999",
                        "\u0000",
                        "ä",
                        "left 1 m 360 deg",
                        "right 2 m 180 deg",
                        "straight 3 m");
        return words.list().ofMaxSize(40).map(list -> String.join("", list));
    }

    @Test
    void theLineOfAMistakeInAFileIsNamed() {
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> TrackText.closed("# mine\nstraight 2 m\nleft 1 m\n", 0.5));
        assertTrue(
                refusal.getMessage().contains("left 1 m (line 3 of the track)"),
                refusal.getMessage());
    }
}
