package sporeloop.results.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import sporeloop.results.figures.Drawing.Area;
import sporeloop.results.figures.Drawing.Dot;
import sporeloop.results.figures.Drawing.Label;
import sporeloop.results.figures.Drawing.Line;
import sporeloop.results.figures.Drawing.Shape;

/** A drawing as PNG, at twice its size in pixels, so that it is sharp in a talk. */
final class Png {
    private static final int SCALE = 2;

    private final Graphics2D graphics;

    private Png(Graphics2D graphics) {
        this.graphics = graphics;
    }

    static byte[] of(Drawing drawing) throws IOException {
        BufferedImage image =
                new BufferedImage(
                        (int) Math.ceil(drawing.width * SCALE),
                        (int) Math.ceil(drawing.height * SCALE),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(SCALE, SCALE);
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_FRACTIONALMETRICS,
                    RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            drawing.shapes().forEach(new Png(graphics)::add);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }

    private void add(Shape shape) {
        if (shape instanceof Line line) {
            Ink ink = line.ink();
            float[] dash = {(float) ink.dash()};
            graphics.setStroke(
                    new BasicStroke(
                            (float) ink.width(),
                            BasicStroke.CAP_ROUND,
                            BasicStroke.JOIN_ROUND,
                            1,
                            ink.dash() > 0 ? dash : null,
                            0));
            graphics.setColor(colour(ink.rgb(), ink.opacity()));
            graphics.draw(path(line.points()));
        } else if (shape instanceof Area area) {
            graphics.setColor(colour(area.rgb(), area.opacity()));
            Path2D polygon = path(area.points());
            polygon.closePath();
            graphics.fill(polygon);
        } else if (shape instanceof Dot dot) {
            double size = 2 * dot.radius();
            graphics.setColor(colour(dot.rgb(), 1));
            graphics.fill(
                    new Ellipse2D.Double(
                            dot.x() - dot.radius(), dot.y() - dot.radius(), size, size));
        } else if (shape instanceof Label label) {
            add(label);
        }
    }

    private void add(Label label) {
        graphics.setColor(colour(label.lettering().rgb(), 1));
        graphics.setFont(
                new Font(Font.SANS_SERIF, label.lettering().bold() ? Font.BOLD : Font.PLAIN, 1)
                        .deriveFont((float) label.lettering().size()));
        FontMetrics metrics = graphics.getFontMetrics();
        double width = metrics.getStringBounds(label.text(), graphics).getWidth();
        double shift =
                switch (label.anchor()) {
                    case START -> 0;
                    case MIDDLE -> -width / 2;
                    case END -> -width;
                };
        AffineTransform before = graphics.getTransform();
        graphics.rotate(Math.toRadians(label.angle()), label.x(), label.y());
        graphics.drawString(label.text(), (float) (label.x() + shift), (float) label.y());
        graphics.setTransform(before);
    }

    private static Path2D path(double[] points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int p = 2; p < points.length; p += 2) {
            path.lineTo(points[p], points[p + 1]);
        }
        return path;
    }

    private static Color colour(int rgb, double opacity) {
        return new Color(
                rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, (int) Math.rint(255 * opacity));
    }
}
