/**
 * The window and the films: a process of its own that reads a recording's frames, from a file or from a
 * pipe while they come about, draws body and brain, and says in lines of text what the user's hands do.
 *
 * <p>It never trains, and no training ever loads it.
 */
@NullMarked
package sporeloop.viewer;

import org.jspecify.annotations.NullMarked;
