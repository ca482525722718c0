/**
 * Agents as actors: the SPORE agent, and baselines that speak the same protocol.
 *
 * <p>Physics is never known here.
 */
@NullMarked
package sporeloop.agents;

import org.jspecify.annotations.NullMarked;
