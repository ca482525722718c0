/**
 * Small pictures of digits, drawn by formula, to teach and test networks that learn from labelled or
 * unlabelled pictures. No network, no rule and no file is known here.
 */
@NullMarked
package sporeloop.spore.digits;

import org.jspecify.annotations.NullMarked;
