/**
 * What a user starts: scenario files, the command line, training.
 *
 * <p>Learning rules, physics and formats have their own modules; here they are put together.
 */
@NullMarked
package sporeloop.scenarios;

import org.jspecify.annotations.NullMarked;
