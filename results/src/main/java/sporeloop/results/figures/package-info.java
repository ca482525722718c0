/**
 * Figures for papers and talks: learning curves, bands over seeds, heat maps, interval bars, each as
 * SVG (text stays text) and as PNG, from one drawing.
 *
 * <p>No display is needed. Colours are those of Okabe and Ito, told apart with any colour vision.
 */
@NullMarked
package sporeloop.results.figures;

import org.jspecify.annotations.NullMarked;
