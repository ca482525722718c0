/**
 * Holds the production engine against traces recorded from other software: reads a recorded case,
 * replays it through {@code spore}, and says where and by how much the two differ.
 *
 * <p>The format of a case is described beside the recorded traces, in {@code
 * spore/src/test/resources/golden/README.md}. No equation of the model lives here.
 */
@NullMarked
package sporeloop.scenarios.verify;

import org.jspecify.annotations.NullMarked;
