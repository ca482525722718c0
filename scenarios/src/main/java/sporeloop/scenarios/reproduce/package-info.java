/**
 * Studies: sets of experiments that one command runs and turns into the tables, figures and the page
 * behind a published claim.
 */
@NullMarked
package sporeloop.scenarios.reproduce;

import org.jspecify.annotations.NullMarked;
