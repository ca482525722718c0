/**
 * The rule once more, as slowly and plainly as the papers write it: each neuron, each synapse, each
 * step. Tests, benchmarks and {@code verify --reference} hold the engine against it; nothing else
 * uses it.
 */
@NullMarked
package sporeloop.spore.reference;

import org.jspecify.annotations.NullMarked;
