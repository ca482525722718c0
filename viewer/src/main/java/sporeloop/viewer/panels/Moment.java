package sporeloop.viewer.panels;

import sporeloop.viewer.story.Story;
import sporeloop.viewer.story.Synapses;

/**
 * What is to be drawn.
 *
 * @param story what is known
 * @param at the step up to which it is seen, fractions between two samples included
 * @param synapses as of that step
 * @param theme the colours
 */
record Moment(Story story, double at, Synapses synapses, Theme theme) {
    /** The last whole step. */
    long step() {
        return (long) Math.floor(at);
    }

    /** The step that was this many seconds ago. */
    long ago(double seconds) {
        return step() - story.steps(seconds);
    }
}
