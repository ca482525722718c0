/**
 * The window's process, seen from here: how it is started, what it is sent and what it says. Its jars
 * are its own; nothing here loads a class of them.
 */
@NullMarked
package sporeloop.scenarios.watch;

import org.jspecify.annotations.NullMarked;
