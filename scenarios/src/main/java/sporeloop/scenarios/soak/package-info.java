/**
 * The soak test: runs that are killed, stopped, disturbed and resumed in processes of their own, and
 * compared byte for byte with runs that were not.
 *
 * <p>Nothing here is known to the rest of the program.
 */
@NullMarked
package sporeloop.scenarios.soak;

import org.jspecify.annotations.NullMarked;
