package sporeloop.viewer.panels;

import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.canvas.Face;
import sporeloop.viewer.story.Story;
import sporeloop.viewer.story.Synapses;

/** How the synaptic parameters θ are spread; left of the line at 0 a synapse is retracted. */
final class ThetaPanel implements Panel {
    @Override
    public String title(Story story) {
        return "Synapses by parameter θ [%]";
    }

    @Override
    public boolean shows(Story story) {
        for (String name : story.names()) {
            if (name.startsWith(Synapses.THETA)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void draw(Canvas canvas, Box box, Moment moment) {
        Synapses synapses = moment.synapses();
        Theme theme = moment.theme();
        double s = canvas.scale();
        if (!synapses.known()) {
            return;
        }
        long most = 1;
        for (long count : synapses.histogram()) {
            most = Math.max(most, count);
        }
        double low = synapses.low();
        double high = synapses.high();
        double share = 100.0 / synapses.total();
        Chart chart = new Chart(canvas, theme, box, low, high, 0, most * share * 1.25, "");
        double bin = (high - low) / Synapses.BINS;
        for (int b = 0; b < Synapses.BINS; b++) {
            double left = chart.x(low + b * bin);
            double right = chart.x(low + (b + 1) * bin);
            double top = chart.y(synapses.histogram()[b] * share);
            boolean connected = low + (b + 0.5) * bin >= 0;
            double bottom = chart.plot().bottom();
            if (bottom - top > 0.3) {
                canvas.box(
                        new Box(left, top, Math.max(1, right - left - 0.8 * s), bottom - top),
                        0,
                        connected ? theme.blue : Theme.mixed(theme.panel, theme.grey, 0.55));
            }
        }
        double zero = chart.x(0);
        canvas.line(zero, chart.plot().y(), zero, chart.plot().bottom(), 1.6 * s, theme.orange);
        double y = chart.plot().y() + 8 * s;
        double words = canvas.width(Face.REGULAR, Chart.TEXT, "retracted");
        if (zero - words - 8 * s > chart.plot().x()) {
            canvas.textRight(Face.REGULAR, Chart.TEXT, zero - 5 * s, y, theme.grey, "retracted");
        }
        if (zero + 5 * s + canvas.width(Face.REGULAR, Chart.TEXT, "connected")
                < chart.plot().right()) {
            canvas.text(Face.REGULAR, Chart.TEXT, zero + 5 * s, y, theme.blue, "connected");
        }
    }
}
