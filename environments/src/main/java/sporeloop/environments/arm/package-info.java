/**
 * The task {@code arm-reaching}: an arm of two joints, driven by muscles, that is to touch targets.
 *
 * <p>Arm, reward and oracle live here. Neurons never do.
 */
@NullMarked
package sporeloop.environments.arm;

import org.jspecify.annotations.NullMarked;
