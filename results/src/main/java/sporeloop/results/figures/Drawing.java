package sporeloop.results.figures;

import java.util.ArrayList;
import java.util.List;

/** What is on a page, in the order of drawing; lengths in px from the upper left corner. */
final class Drawing {
    sealed interface Shape {}

    /** An open polyline, x and y in turn. */
    record Line(Ink ink, double[] points) implements Shape {}

    /** A filled polygon without an edge. */
    record Area(int rgb, double opacity, double[] points) implements Shape {}

    record Dot(int rgb, double x, double y, double radius) implements Shape {}

    /** @param angle turned about its anchor, clockwise [deg] */
    record Label(String text, double x, double y, Lettering lettering, Anchor anchor, double angle)
            implements Shape {}

    /**
     * @param size height of an em [px]
     */
    record Lettering(double size, boolean bold, int rgb) {}

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    final double width;
    final double height;
    final String title;
    private final List<Shape> shapes = new ArrayList<>();

    /** @param title what a reader who can't see the picture is told */
    Drawing(double width, double height, String title) {
        this.width = width;
        this.height = height;
        this.title = title;
    }

    void line(Ink ink, double... points) {
        shapes.add(new Line(ink, points));
    }

    void area(int rgb, double opacity, double... points) {
        shapes.add(new Area(rgb, opacity, points));
    }

    void box(int rgb, double opacity, double x0, double y0, double x1, double y1) {
        area(rgb, opacity, x0, y0, x1, y0, x1, y1, x0, y1);
    }

    void dot(int rgb, double x, double y, double radius) {
        shapes.add(new Dot(rgb, x, y, radius));
    }

    void text(String text, double x, double y, Lettering lettering, Anchor anchor) {
        shapes.add(new Label(text, x, y, lettering, anchor, 0));
    }

    /** Text that reads upwards. */
    void upright(String text, double x, double y, Lettering lettering) {
        shapes.add(new Label(text, x, y, lettering, Anchor.MIDDLE, -90));
    }

    /** The two lines at the head of a figure. */
    void titles(String first, String second) {
        text(first, 30, 30, new Lettering(18, true, Ink.BLACK), Anchor.START);
        text(second, 30, 50, Panel.NORMAL, Anchor.START);
    }

    List<Shape> shapes() {
        return shapes;
    }
}
