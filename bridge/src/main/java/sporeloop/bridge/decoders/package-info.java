/**
 * Decoders: from the spikes of read-out populations to commands, one class each, with its parameters
 * and its provider beside it.
 *
 * <p>Tasks and learning rules are never known here.
 */
@NullMarked
package sporeloop.bridge.decoders;

import org.jspecify.annotations.NullMarked;
