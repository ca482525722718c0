/**
 * A run's directory and the tables and texts in it: progress, summary, manifest.
 *
 * <p>What a row or a key means is the caller's business; here stands how it is written and read.
 */
@NullMarked
package sporeloop.results.run;

import org.jspecify.annotations.NullMarked;
