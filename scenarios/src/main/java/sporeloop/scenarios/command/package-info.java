/**
 * The command line: what a user types, what they read while a run goes on and at its end.
 *
 * <p>Here live options, texts and exit codes. What a command does lives elsewhere.
 */
@NullMarked
package sporeloop.scenarios.command;

import org.jspecify.annotations.NullMarked;
