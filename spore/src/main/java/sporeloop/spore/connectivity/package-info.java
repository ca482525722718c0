/**
 * Who is connected to whom: the rules that draw connections, and the lists of pairs and synapses
 * they draw. Time never passes here.
 */
@NullMarked
package sporeloop.spore.connectivity;

import org.jspecify.annotations.NullMarked;
