/**
 * Random numbers that are a function of where they are used: seed, part, index and update. Nothing
 * here keeps a stream, so the order of calls and the number of threads change no bit.
 */
@NullMarked
package sporeloop.spore.random;

import org.jspecify.annotations.NullMarked;
