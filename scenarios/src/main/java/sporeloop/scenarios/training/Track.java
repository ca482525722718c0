package sporeloop.scenarios.training;

import sporeloop.bridge.Exchange;
import sporeloop.results.recording.Reel;
import sporeloop.results.recording.Stream;

/** One thing that a tape takes down. */
interface Track {
    /** What its records are. */
    Stream stream();

    /** Takes down how things stand before interval 0, at step 0; most things have yet to happen. */
    default void begin(Exchange exchange, int stream, Reel reel) {}

    /**
     * Takes down the interval that has just been done.
     *
     * @param step the interval's first
     * @param stream its number in the reel
     */
    void record(Exchange exchange, long step, int stream, Reel reel);
}
