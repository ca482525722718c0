/** A task of one's own, as a plug-in of Sporeloop: see the README beside the pom. */
@NullMarked
package example.balance;

import org.jspecify.annotations.NullMarked;
