/**
 * Encoders: from observations and events to the spikes of source populations, one class each, with
 * its parameters and its provider beside it.
 *
 * <p>Tasks and learning rules are never known here.
 */
@NullMarked
package sporeloop.bridge.encoders;

import org.jspecify.annotations.NullMarked;
