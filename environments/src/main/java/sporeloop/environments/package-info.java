/**
 * What an environment is: the contract between a task in its body and whoever controls it.
 *
 * <p>Here live the contract, and below it, one package each, bodies, senses and tasks. Spikes, actors
 * and files never do.
 */
@NullMarked
package sporeloop.environments;

import org.jspecify.annotations.NullMarked;
