/**
 * Interventions: faults and changes at the bridge, at a simulated time of a run, for robustness studies
 * and for tests of our own.
 *
 * <p>Bodies and networks are not touched here: only what passes between them.
 */
@NullMarked
package sporeloop.bridge.interventions;

import org.jspecify.annotations.NullMarked;
