package sporeloop.results.figures;

import java.util.Arrays;
import java.util.List;
import sporeloop.results.figures.Drawing.Anchor;

/**
 * How a number is spread over many things, such as θ over synapses, at several times: a panel each,
 * all with the same axes.
 *
 * @param title first line
 * @param subtitle second line
 * @param number name of the horizontal axes
 * @param from lower end of the first bin
 * @param to upper end of the last
 * @param division bins below it are grey
 */
public record Histograms(
        String title, String subtitle, String number, double from, double to, double division) {
    /**
     * One panel.
     *
     * @param name above it
     * @param shares of all things in each bin [%]
     * @param note below its name
     */
    public record Sample(String name, double[] shares, String note) {}

    private static final double PANEL_WIDTH = 250;
    private static final double PANEL_HEIGHT = 150;
    private static final PanelRows ROWS =
            new PanelRows(3, 76, 74, PANEL_WIDTH + 40, PANEL_HEIGHT + 92);
    private static final int TICKS = 5;

    /** Draws the panels, row by row. */
    public Figure draw(List<Sample> samples) {
        Drawing drawing = ROWS.drawing(title, subtitle, samples.size());
        double most =
                samples.stream()
                        .flatMapToDouble(sample -> Arrays.stream(sample.shares))
                        .map(Axis::drawable)
                        .max()
                        .orElse(1);
        Axis vertical = Axis.covering(0, most, 3);
        Axis ticks = Axis.covering(from, to, TICKS);
        Axis horizontal = new Axis(from, to, ticks.step(), 1, "");
        for (int n = 0; n < samples.size(); n++) {
            double left = ROWS.left(n);
            double top = ROWS.top(n) + 34;
            Panel panel =
                    new Panel(
                            drawing,
                            left,
                            top,
                            left + PANEL_WIDTH,
                            top + PANEL_HEIGHT,
                            horizontal,
                            vertical);
            Sample sample = samples.get(n);
            panel.axes(ROWS.isFirst(n) ? "share [%]" : "");
            panel.horizontalLabels(ROWS.isLow(n, samples.size()) ? number : "");
            drawing.text(sample.name, left, top - 22, Panel.NORMAL, Anchor.START);
            drawing.text(sample.note, left, top - 6, Panel.SMALL, Anchor.START);
            bars(drawing, panel, sample.shares);
        }
        return new Figure(drawing);
    }

    private void bars(Drawing drawing, Panel panel, double[] shares) {
        double width = (to - from) / shares.length;
        for (int bin = 0; bin < shares.length; bin++) {
            double low = from + bin * width;
            int rgb = low + width / 2 < division ? Ink.GREY : Ink.BLUE;
            double share = Axis.drawable(shares[bin]);
            if (share > 0) {
                drawing.box(
                        rgb,
                        0.85,
                        panel.x(low) + 0.5,
                        panel.y(share),
                        panel.x(low + width) - 0.5,
                        panel.y(0));
            }
        }
    }
}
