package sporeloop.scenarios.picture;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import sporeloop.environments.Scene;

/** Draws a scene, in its order, and a bar that says how long a metre is. */
final class ScenePainter {
    private static final double THINNEST = 1.2; // [px]
    private static final double BAR_SHARE = 0.25;

    /** A command is drawn wider than true, so that a velocity that follows it does not hide it. */
    private static final double COMMAND_WIDER = 2.5;

    private ScenePainter() {}

    static void paint(Graphics2D page, Scene scene, Frame frame) {
        Shape before = page.getClip();
        page.clip(frame.box());
        for (int k = 0; k < scene.size(); k++) {
            page.setColor(Theme.of(scene.role(k)));
            switch (scene.kind(k)) {
                case CIRCLE -> page.fill(disc(scene, k, frame));
                case POLYGON -> {
                    Path2D polygon = path(scene, k, frame);
                    polygon.closePath();
                    page.fill(polygon);
                }
                case POLYLINE -> {
                    double wider = scene.role(k) == Scene.Role.COMMAND ? COMMAND_WIDER : 1;
                    double width = Math.max(THINNEST, wider * scene.extent(k) * frame.scale());
                    page.setStroke(
                            new BasicStroke(
                                    (float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                    page.draw(path(scene, k, frame));
                }
            }
        }
        page.setClip(before);
    }

    /**
     * A bar of 1, 2 or 5 times a power of ten metres, about a quarter of the frame; none under a scene
     * that is not to scale.
     */
    static void scaleBar(Graphics2D page, Scene scene, Frame frame, double x, double y) {
        if (!scene.isToScale()) {
            return;
        }
        double metres = round(BAR_SHARE * frame.box().getWidth() / frame.scale());
        double length = metres * frame.scale();
        page.setColor(Theme.INK);
        page.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        Path2D bar = new Path2D.Double();
        bar.moveTo(x, y - 5);
        bar.lineTo(x, y);
        bar.lineTo(x + length, y);
        bar.lineTo(x + length, y - 5);
        page.draw(bar);
        page.setFont(Theme.plain(13));
        page.drawString(Labels.number(metres) + " m", (float) (x + length + 8), (float) y);
    }

    /** The largest of 1, 2, 5 times a power of ten that is not above {@code length}. */
    static double round(double length) {
        double power = Math.pow(10, Math.floor(Math.log10(length)));
        double lead = length / power;
        return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
    }

    private static Ellipse2D disc(Scene scene, int k, Frame frame) {
        double radius = Math.max(THINNEST, scene.extent(k) * frame.scale());
        return new Ellipse2D.Double(
                frame.column(scene.x(k, 0)) - radius,
                frame.row(scene.y(k, 0)) - radius,
                2 * radius,
                2 * radius);
    }

    private static Path2D path(Scene scene, int k, Frame frame) {
        Path2D path = new Path2D.Double();
        path.moveTo(frame.column(scene.x(k, 0)), frame.row(scene.y(k, 0)));
        for (int p = 1; p < scene.points(k); p++) {
            path.lineTo(frame.column(scene.x(k, p)), frame.row(scene.y(k, p)));
        }
        return path;
    }
}
