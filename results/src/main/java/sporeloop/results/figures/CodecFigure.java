package sporeloop.results.figures;

import java.util.Arrays;
import java.util.List;

/**
 * What an encoder or a decoder does, in two panels: a curve of responses over the input, and beside it
 * spikes over time, a row a neuron, or a second set of curves.
 */
public final class CodecFigure {
    private static final double WIDTH = 940;
    private static final double HEIGHT = 340;
    private static final double TOP = 80;
    private static final double BOTTOM = 280;
    private static final int TICKS = 5;

    /**
     * Curves over one axis.
     *
     * @param horizontal name and unit of the axis
     * @param vertical name and unit of the other
     * @param x [points]
     * @param curves [curves][points]; NaN: none
     */
    public record Curves(String horizontal, String vertical, double[] x, List<double[]> curves) {}

    /**
     * Spikes over time.
     *
     * @param steps length shown [ms]
     * @param neurons rows
     * @param step of each spike
     * @param neuron of each spike
     */
    public record Raster(int steps, int neurons, int[] step, int[] neuron) {}

    private CodecFigure() {}

    /** An encoder: mean responses, and one run of spikes. */
    public static Figure of(String title, String subtitle, Curves curves, Raster raster) {
        Drawing drawing = new Drawing(WIDTH, HEIGHT, title);
        drawing.titles(title, subtitle);
        panel(drawing, curves, 90, 440);
        Panel spikes =
                new Panel(
                        drawing,
                        560,
                        TOP,
                        910,
                        BOTTOM,
                        Axis.covering(0, raster.steps(), TICKS),
                        Axis.covering(0, raster.neurons(), TICKS));
        spikes.axes("neuron");
        spikes.horizontalLabels("time [ms]");
        for (int k = 0; k < raster.step().length; k++) {
            drawing.dot(
                    Ink.BLACK,
                    spikes.x(raster.step()[k] + 0.5),
                    spikes.y(raster.neuron()[k] + 0.5),
                    1);
        }
        return new Figure(drawing);
    }

    /** A decoder: its command over what is fired, and over time. */
    public static Figure of(String title, String subtitle, Curves curves, Curves time) {
        Drawing drawing = new Drawing(WIDTH, HEIGHT, title);
        drawing.titles(title, subtitle);
        panel(drawing, curves, 90, 440);
        panel(drawing, time, 560, 910);
        return new Figure(drawing);
    }

    private static void panel(Drawing drawing, Curves curves, double left, double right) {
        double[] all = curves.curves().stream().flatMapToDouble(Arrays::stream).toArray();
        Panel panel =
                new Panel(
                        drawing,
                        left,
                        TOP,
                        right,
                        BOTTOM,
                        Axis.covering(curves.x(), TICKS),
                        Axis.covering(all, TICKS));
        panel.axes(curves.vertical());
        panel.horizontalLabels(curves.horizontal());
        for (int c = 0; c < curves.curves().size(); c++) {
            panel.curve(curves.x(), curves.curves().get(c), Ink.solid(Ink.series(c), 1.6));
        }
    }
}
