/**
 * How a parameter record says what its components mean.
 *
 * <p>A record next to the class that uses it annotates each component with {@link
 * sporeloop.parameters.Parameter}: unit, range, default, meaning, source. Scenario files are bound
 * to such records and the scenario reference is printed from them, so that the two can't disagree.
 * No physics, no files, no parsing of text ever lives here.
 */
@NullMarked
package sporeloop.parameters;

import org.jspecify.annotations.NullMarked;
