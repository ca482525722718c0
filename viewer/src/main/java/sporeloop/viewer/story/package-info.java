/**
 * What a recording tells, as of one moment: streams kept for a while, and what is drawn of them:
 * scene, spikes, rewards, synapses. No drawing here.
 */
@NullMarked
package sporeloop.viewer.story;

import org.jspecify.annotations.NullMarked;
