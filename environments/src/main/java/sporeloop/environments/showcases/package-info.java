/**
 * The three showcases of the original SPORE module: pattern matching, lever press, center-out.
 *
 * <p>Bodiless tasks whose observation is the firing rates of their inputs and whose command is firing
 * rates. The networks that solve them never live here.
 */
@NullMarked
package sporeloop.environments.showcases;

import org.jspecify.annotations.NullMarked;
