/**
 * What several runs say together: robust averages and bootstrap intervals, tables.
 *
 * <p>Everything random here follows from a seed, so that a report is the same each time.
 */
@NullMarked
package sporeloop.results.statistics;

import org.jspecify.annotations.NullMarked;
