package sporeloop.results.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sporeloop.results.figures.Drawing.Anchor;
import sporeloop.results.figures.Drawing.Lettering;

/** Names beside the right ends of lines, in the lines' colours, pushed apart where they would touch. */
final class EndLabels {
    private static final double APART = 15;

    private record Mark(double y, String text, int rgb) {}

    private final List<Mark> marks = new ArrayList<>();

    void add(double y, String text, int rgb) {
        marks.add(new Mark(y, text, rgb));
    }

    void draw(Drawing drawing, double x) {
        marks.sort(Comparator.comparingDouble(Mark::y));
        double[] y = marks.stream().mapToDouble(Mark::y).toArray();
        for (int pass = 0; pass < 20; pass++) {
            for (int k = 1; k < y.length; k++) {
                double overlap = APART - (y[k] - y[k - 1]);
                if (overlap > 0) {
                    y[k - 1] -= overlap / 2;
                    y[k] += overlap / 2;
                }
            }
        }
        for (int k = 0; k < y.length; k++) {
            Mark mark = marks.get(k);
            Lettering lettering = new Lettering(13, true, mark.rgb);
            drawing.text(mark.text, x, y[k] + 4.5, lettering, Anchor.START);
        }
    }
}
