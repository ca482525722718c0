package sporeloop.viewer.panels;

import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.canvas.Face;

/** A plane with axes in a box: ticks at even numbers, units at the axes. */
final class Chart {
    static final double TEXT = 10.5;

    private final Canvas canvas;
    private final Theme theme;
    private final Box plot;
    private final double left;
    private final double right;
    private final double bottom;
    private final double top;

    /**
     * Draws the axes of a chart.
     *
     * @param xUnit behind the last label of the horizontal axis; empty for none
     */
    Chart(
            Canvas canvas,
            Theme theme,
            Box box,
            double left,
            double right,
            double bottom,
            double top,
            String xUnit) {
        this.canvas = canvas;
        this.theme = theme;
        this.left = left;
        this.right = right > left ? right : left + 1;
        this.bottom = bottom;
        this.top = top > bottom ? top : bottom + 1;
        double s = canvas.scale();
        double step = step(this.top - this.bottom, box.height() / (30 * s));
        double widest = 0;
        for (double y = first(step); y <= this.top + 1e-9 * step; y += step) {
            widest = Math.max(widest, width(Words.tick(y, step)));
        }
        plot = box.inset(widest + 14 * s, 5 * s, 10 * s, 17 * s);
        for (double y = first(step); y <= this.top + 1e-9 * step; y += step) {
            double at = y(y);
            canvas.line(plot.x(), at, plot.right(), at, Math.max(1, 0.8 * s), theme.line);
            canvas.textRight(
                    Face.REGULAR,
                    TEXT,
                    plot.x() - 5 * s,
                    at + 3.8 * s,
                    theme.grey,
                    Words.tick(y, step));
        }
        horizontal(xUnit);
    }

    private double first(double step) {
        return Math.ceil(bottom / step - 1e-9) * step;
    }

    private double width(String text) {
        return canvas.width(Face.REGULAR, TEXT, text);
    }

    private void horizontal(String unit) {
        double s = canvas.scale();
        double step = step(right - left, plot.width() / (62 * s));
        double end = Double.NEGATIVE_INFINITY;
        double last = Math.floor(right / step + 1e-9) * step;
        for (double x = Math.ceil(left / step - 1e-9) * step; x <= last + 1e-9 * step; x += step) {
            boolean isLast = x > last - step / 2;
            String label = Words.tick(x, step) + (isLast && !unit.isEmpty() ? " " + unit : "");
            double width = width(label);
            double at = Math.min(x(x) - width / 2, plot.right() + 2 * s - width);
            at = Math.max(at, plot.x() - 4 * s);
            if (at > end + 6 * s) {
                canvas.text(Face.REGULAR, TEXT, at, plot.bottom() + 13 * s, theme.grey, label);
                end = at + width;
            }
        }
    }

    /** The inner rectangle. */
    Box plot() {
        return plot;
    }

    double x(double value) {
        return plot.x() + plot.width() * (value - left) / (right - left);
    }

    double y(double value) {
        double share = (value - bottom) / (top - bottom);
        return plot.bottom() - plot.height() * Math.max(-0.02, Math.min(1.02, share));
    }

    /** A line through points; a gap where a value is not a number. */
    void line(double[] xs, double[] ys, int points, double width, int colour) {
        for (int i = 0; i + 1 < points; i++) {
            if (!Double.isNaN(ys[i]) && !Double.isNaN(ys[i + 1])) {
                canvas.line(x(xs[i]), y(ys[i]), x(xs[i + 1]), y(ys[i + 1]), width, colour);
            }
        }
    }

    /** A line over the whole width. */
    void level(double value, int colour) {
        double s = canvas.scale();
        canvas.line(plot.x(), y(value), plot.right(), y(value), 1.2 * s, colour);
    }

    /** What a line is, beside the panel's title, from the right; returns where the next one ends. */
    double legend(double end, String text, int colour) {
        double s = canvas.scale();
        double width = width(text);
        double y = plot.y() - 11 * s;
        canvas.line(
                end - width - 14 * s, y - 3.5 * s, end - width - 5 * s, y - 3.5 * s, 2 * s, colour);
        canvas.text(Face.REGULAR, TEXT, end - width, y, theme.ink, text);
        return end - width - 26 * s;
    }

    /** An even step that divides a range into about {@code parts}. */
    static double step(double range, double parts) {
        double rough = range / Math.max(1, parts);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }
}
