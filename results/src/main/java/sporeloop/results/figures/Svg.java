package sporeloop.results.figures;

import java.util.Locale;
import sporeloop.results.NumberText;
import sporeloop.results.figures.Drawing.Area;
import sporeloop.results.figures.Drawing.Dot;
import sporeloop.results.figures.Drawing.Label;
import sporeloop.results.figures.Drawing.Line;
import sporeloop.results.figures.Drawing.Shape;

/** A drawing as SVG: text stays text, coordinates are rounded to a tenth of a pixel. */
final class Svg {
    private static final String FONTS = "Inter, Helvetica, Arial, 'Liberation Sans', sans-serif";

    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    static String of(Drawing drawing) {
        Svg svg = new Svg();
        String width = number(drawing.width);
        String height = number(drawing.height);
        svg.out.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%s" height="%s" role="img" font-family="%s">
                <title>%s</title>
                <rect width="100%%" height="100%%" fill="#fff"/>
                """
                        .formatted(width, height, width, height, FONTS, escape(drawing.title)));
        drawing.shapes().forEach(svg::add);
        return svg.out.append("</svg>\n").toString();
    }

    private void add(Shape shape) {
        if (shape instanceof Line line) {
            out.append("<path fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
            attribute("d", path(line.points()));
            attribute("stroke", colour(line.ink().rgb()));
            attribute("stroke-width", number(line.ink().width()));
            if (line.ink().dash() > 0) {
                attribute("stroke-dasharray", number(line.ink().dash()));
            }
            if (line.ink().opacity() < 1) {
                attribute("stroke-opacity", NumberText.of(line.ink().opacity()));
            }
            out.append("/>\n");
        } else if (shape instanceof Area area) {
            out.append("<path");
            attribute("d", path(area.points()) + "z");
            attribute("fill", colour(area.rgb()));
            if (area.opacity() < 1) {
                attribute("fill-opacity", NumberText.of(area.opacity()));
            }
            out.append("/>\n");
        } else if (shape instanceof Dot dot) {
            out.append("<circle");
            attribute("cx", number(dot.x()));
            attribute("cy", number(dot.y()));
            attribute("r", number(dot.radius()));
            attribute("fill", colour(dot.rgb()));
            out.append("/>\n");
        } else if (shape instanceof Label label) {
            add(label);
        }
    }

    private void add(Label label) {
        out.append("<text");
        attribute("x", number(label.x()));
        attribute("y", number(label.y()));
        attribute("font-size", number(label.lettering().size()));
        attribute("fill", colour(label.lettering().rgb()));
        if (label.lettering().bold()) {
            attribute("font-weight", "bold");
        }
        if (label.anchor() != Drawing.Anchor.START) {
            attribute("text-anchor", label.anchor().name().toLowerCase(Locale.ROOT));
        }
        if (label.angle() != 0) {
            attribute(
                    "transform",
                    "rotate(%s %s %s)"
                            .formatted(
                                    number(label.angle()), number(label.x()), number(label.y())));
        }
        out.append('>').append(escape(label.text())).append("</text>\n");
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(value).append('"');
    }

    private static String path(double[] points) {
        StringBuilder path = new StringBuilder("M");
        for (int p = 0; p < points.length; p += 2) {
            path.append(p == 0 ? "" : p == 2 ? "L" : " ");
            path.append(number(points[p])).append(' ').append(number(points[p + 1]));
        }
        return path.toString();
    }

    private static String number(double length) {
        return NumberText.of(Math.rint(length * 10) / 10);
    }

    private static String colour(int rgb) {
        return "#%06x".formatted(rgb);
    }

    private static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().map(c -> isWritable(c) ? c : '?').forEach(safe::appendCodePoint);
        return safe.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** XML has no way to write the other characters, not even escaped. */
    private static boolean isWritable(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c >= ' ' && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
