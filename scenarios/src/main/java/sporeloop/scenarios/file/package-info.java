/**
 * Scenario files: HOCON behind a fence, bound to parameter records, every mistake one sentence with
 * file, line and mend.
 *
 * <p>Here live the reading, the binding, the printing back and what blocks a scenario has. Running a
 * scenario never does.
 */
@NullMarked
package sporeloop.scenarios.file;

import org.jspecify.annotations.NullMarked;
