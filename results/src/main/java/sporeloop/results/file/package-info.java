/**
 * Files that are whole or not there at all: atomic writing, and the framing of agents and checkpoints
 * into named, compressed, checksummed sections.
 *
 * <p>What a section holds is known to the part that saves it, never here.
 */
@NullMarked
package sporeloop.results.file;

import org.jspecify.annotations.NullMarked;
