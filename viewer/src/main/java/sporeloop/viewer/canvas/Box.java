package sporeloop.viewer.canvas;

/**
 * A rectangle in pixels, y downwards.
 *
 * @param x left border
 * @param y upper border
 * @param width to the right
 * @param height downwards
 */
public record Box(double x, double y, double width, double height) {
    /** Right border. */
    public double right() {
        return x + width;
    }

    /** Lower border. */
    public double bottom() {
        return y + height;
    }

    /** Middle from left to right. */
    public double centreX() {
        return x + width / 2;
    }

    /** Middle from top to bottom. */
    public double centreY() {
        return y + height / 2;
    }

    /** The same, smaller by this on each side. */
    public Box inset(double by) {
        return inset(by, by, by, by);
    }

    /** The same, smaller by these on its sides. */
    public Box inset(double left, double top, double right, double bottom) {
        return new Box(
                x + left,
                y + top,
                Math.max(0, width - left - right),
                Math.max(0, height - top - bottom));
    }

    /** Whether a point lies in it. */
    public boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    /** The largest rectangle of this shape in its middle. */
    public Box fitted(double aspect) {
        double w = Math.min(width, height * aspect);
        double h = w / aspect;
        return new Box(centreX() - w / 2, centreY() - h / 2, w, h);
    }
}
