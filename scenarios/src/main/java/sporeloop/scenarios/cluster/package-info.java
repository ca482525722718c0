/**
 * Sweeps on several machines: a sweeper that hands trials out, workers that pull them, and how they find
 * each other. Which trials there are is known in {@code sweep}; a worker needs nothing but a trial's text.
 */
@NullMarked
package sporeloop.scenarios.cluster;

import org.jspecify.annotations.NullMarked;
