package sporeloop.results.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import sporeloop.results.figures.Drawing.Anchor;
import sporeloop.results.figures.Drawing.Lettering;

/** A pair of axes on a drawing, and what is drawn against them. */
final class Panel {
    static final Lettering SMALL = new Lettering(12, false, Ink.GREY);
    static final Lettering NORMAL = new Lettering(13, false, Ink.BLACK);
    private static final double BAND_OPACITY = 0.2;

    private final Drawing drawing;
    private final double left;
    private final double top;
    private final double right;
    private final double bottom;
    private final Axis horizontal;
    private final Axis vertical;

    Panel(
            Drawing drawing,
            double left,
            double top,
            double right,
            double bottom,
            Axis horizontal,
            Axis vertical) {
        this.drawing = drawing;
        this.left = left;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    double x(double value) {
        return left + (right - left) * horizontal.share(value);
    }

    double y(double value) {
        return bottom - (bottom - top) * vertical.share(value);
    }

    /** Grid lines, ticks with their labels, the vertical axis's name. */
    void axes(String name) {
        for (double tick : vertical.ticks()) {
            drawing.line(Ink.solid(Ink.PALE, 1), left, y(tick), right, y(tick));
            drawing.text(vertical.label(tick), left - 8, y(tick) + 4, SMALL, Anchor.END);
        }
        drawing.line(Ink.solid(Ink.GREY, 1), left, top, left, bottom, right, bottom);
        for (double tick : horizontal.ticks()) {
            drawing.line(Ink.solid(Ink.GREY, 1), x(tick), bottom, x(tick), bottom + 4);
        }
        drawing.upright(name, left - 48, (top + bottom) / 2, NORMAL);
    }

    /** Labels below the horizontal axis, and its name. */
    void horizontalLabels(String name) {
        for (double tick : horizontal.ticks()) {
            drawing.text(horizontal.label(tick), x(tick), bottom + 18, SMALL, Anchor.MIDDLE);
        }
        drawing.text(name, (left + right) / 2, bottom + 40, NORMAL, Anchor.MIDDLE);
    }

    /** A curve with gaps where values are missing; a value between two gaps is a dot. */
    void curve(double[] xs, double[] ys, Ink ink) {
        for (int from = 0; from < xs.length; from++) {
            int to = from;
            while (to < xs.length && !Double.isNaN(ys[to])) {
                to++;
            }
            if (to == from + 1) {
                drawing.dot(ink.rgb(), x(xs[from]), y(ys[from]), 1.2 + ink.width());
            } else if (to > from) {
                drawing.line(ink, thinned(xs, ys, from, to));
            }
            from = to;
        }
    }

    /** The band between two curves; it ends where either is missing. */
    void band(double[] xs, double[] low, double[] high, int rgb) {
        for (int from = 0; from < xs.length; from++) {
            int to = from;
            while (to < xs.length && !Double.isNaN(low[to]) && !Double.isNaN(high[to])) {
                to++;
            }
            if (to > from + 1) {
                double[] outline = new double[4 * (to - from)];
                for (int k = 0; k < to - from; k++) {
                    outline[2 * k] = x(xs[from + k]);
                    outline[2 * k + 1] = y(high[from + k]);
                    outline[outline.length - 2 * k - 2] = x(xs[from + k]);
                    outline[outline.length - 2 * k - 1] = y(low[from + k]);
                }
                drawing.area(rgb, BAND_OPACITY, outline);
            }
            from = to;
        }
    }

    /** Keeps, of all points in two pixels' width, the first, the lowest, the highest and the last. */
    private double[] thinned(double[] xs, double[] ys, int from, int to) {
        List<Integer> kept = new ArrayList<>();
        for (int first = from, next; first < to; first = next) {
            int low = first;
            int high = first;
            for (next = first; next < to && column(xs[next]) == column(xs[first]); next++) {
                low = ys[next] < ys[low] ? next : low;
                high = ys[next] > ys[high] ? next : high;
            }
            for (int k : new int[] {first, Math.min(low, high), Math.max(low, high), next - 1}) {
                if (kept.isEmpty() || kept.get(kept.size() - 1) < k) {
                    kept.add(k);
                }
            }
        }
        return kept.stream().flatMapToDouble(k -> DoubleStream.of(x(xs[k]), y(ys[k]))).toArray();
    }

    private int column(double value) {
        return (int) (x(value) / 2);
    }
}
