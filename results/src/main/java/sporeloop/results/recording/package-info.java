/**
 * Recordings: spikes and sampled values over simulated time, in one compressed file of frames, its
 * writer, its reader and their export as tables and arrays. Layout: {@code docs/formats.md}.
 *
 * <p>What a stream means is the caller's business; here are names, numbers and times in steps.
 */
@NullMarked
package sporeloop.results.recording;

import org.jspecify.annotations.NullMarked;
