package sporeloop.scenarios.training;

import java.util.ArrayList;
import java.util.List;
import sporeloop.bridge.Exchange;
import sporeloop.bridge.Reading;
import sporeloop.results.recording.Reel;
import sporeloop.results.recording.Stream;
import sporeloop.scenarios.file.Recorded;
import sporeloop.scenarios.file.RecordingParameters;

/** All that a window draws of a loop, as the tracks of a recording. */
final class SeenTracks {
    /** Simulated time between two looks at the synapses [s]. */
    private static final double SYNAPSES = 1;

    /** Of more plastic synapses than this a window sees no single one. */
    private static final long MOST_SYNAPSES = 500_000;

    private final List<Track> tracks;
    private final CurveTrack curve;
    private final NoticeTrack notices;
    private final List<Stream> streams;

    private SeenTracks(List<Track> tracks, CurveTrack curve, NoticeTrack notices) {
        this.tracks = List.copyOf(tracks);
        this.curve = curve;
        this.notices = notices;
        streams = Tape.streams(this.tracks);
    }

    /**
     * Of a loop that has been started or restored.
     *
     * @param agent who acts
     * @param lastRow how things stood at the end of the last row of the curve, or at the start
     */
    static SeenTracks of(Wiring wiring, LoopParts parts, String agent, Reading lastRow) {
        List<Recorded> what =
                new ArrayList<>(
                        List.of(
                                Recorded.SENSORY,
                                Recorded.MOTOR,
                                Recorded.EVENTS,
                                Recorded.COMMAND,
                                Recorded.OBSERVATION,
                                Recorded.REWARD,
                                Recorded.SCENE));
        if (parts.plasticSynapses() <= MOST_SYNAPSES) {
            what.add(Recorded.THETA);
        }
        double interval = parts.exchange().grid().interval();
        RecordingParameters all = new RecordingParameters(true, what, interval, SYNAPSES);
        CurveTrack curve = new CurveTrack(parts, wiring.report(), lastRow);
        String takes = Hand.takes(wiring.scenario(), parts.body().environment());
        List<Track> tracks = new ArrayList<>(wiring.tracks(parts, all, agent, curve, takes));
        NoticeTrack notices = new NoticeTrack(wiring.scenario());
        tracks.add(notices);
        return new SeenTracks(tracks, curve, notices);
    }

    List<Stream> streams() {
        return streams;
    }

    /** To be called each interval, recorded or not. */
    void note(Exchange exchange) {
        curve.note(exchange);
        notices.note(exchange);
    }

    /** What befalls the loop, in sentences. */
    NoticeTrack notices() {
        return notices;
    }

    /**
     * Takes down an interval.
     *
     * @param scene whether the scene is wanted, which is most of the work
     */
    void record(Exchange exchange, long step, boolean scene, Reel reel) {
        for (int t = 0; t < tracks.size(); t++) {
            Track track = tracks.get(t);
            if (scene || !(track instanceof SceneTrack)) {
                track.record(exchange, step, t, reel);
            }
        }
    }
}
