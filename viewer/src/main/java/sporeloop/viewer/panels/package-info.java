/**
 * What is seen: the scene, the brain beside it, each in a panel, and how the panels share the window.
 * Everything is drawn from a {@link sporeloop.viewer.story.Story} as of one moment.
 */
@NullMarked
package sporeloop.viewer.panels;

import org.jspecify.annotations.NullMarked;
