/**
 * Functions of our own where the platform's may differ by a bit from one machine, or one compiler
 * stage, to the next: they are made of additions, multiplications and shifts alone.
 */
@NullMarked
package sporeloop.spore.numerics;

import org.jspecify.annotations.NullMarked;
