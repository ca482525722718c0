package sporeloop.viewer.canvas;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects one picture's shapes, later ones on top, as triangles with signed distances, so that each
 * edge is smoothed exactly over one pixel at any size. All in pixels, y downwards; colours are 0xAARRGGBB.
 *
 * <pre>
 *   distance = |max(|p| − half, 0)| + min(max(|p| − half), 0) − radius           (1)
 *   with a stroke s:  distance ← |distance| − s/2                                (2)
 *   coverage = clip[0, 1](½ − distance)                                          (3)
 * </pre>
 *
 * p is a corner's place in the shape's own frame: a circle has half = 0, a capsule half = (length/2, 0),
 * a box its half sides less the radius, a polygon's edge the distance from it in p. (1) to (3) are computed
 * in {@link Painter}.
 *
 * <p>Not thread-safe.
 */
public final class Canvas {
    /** Position, place, half sides, radius, stroke, colour. */
    static final int VERTEX_BYTES = 9 * 4;

    /** What a triangle's pixels are computed from; the cheaper the better, for renderers in software. */
    enum Ink {
        /** Its colour, opaque. */
        FLAT,
        /** Its colour, as far as (3) says. */
        SHAPE,
        /** Its colour, as far as a letter covers it. */
        GLYPH,
        /** A picture's pixels, opaque. */
        PICTURE
    }

    /**
     * A half side from which a straight edge is far away: with half = (FAR, ∞) and p = (FAR + d, 0) the
     * distance (1) is d.
     */
    private static final float FAR = 256;

    private static final double SMOOTH = 1;

    /** Sides of an opaque rectangle that is worth an inside of its own. */
    private static final double LARGE = 48;

    /** Triangles of one kind, drawn within one rectangle. */
    record Run(int firstIndex, Box clip, Ink ink) {}

    private final Glyphs glyphs;
    private final Pictures pictures = new Pictures();
    private final List<Run> runs = new ArrayList<>();
    private ByteBuffer vertices = buffer(1 << 18);
    private ByteBuffer indices = buffer(1 << 16);
    private int vertexCount;
    private Box whole = new Box(0, 0, 1, 1);
    private Box clip = whole;
    private Ink ink = Ink.SHAPE;
    private double scale = 1;

    /** A canvas that writes with these glyphs. */
    public Canvas(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    /**
     * Begins a picture.
     *
     * @param scale pixels of one unit of the lay-out: 1 on a plain screen, 2 on one of twice the density
     */
    public void begin(int width, int height, double scale) {
        vertices.clear();
        indices.clear();
        vertexCount = 0;
        runs.clear();
        pictures.clear();
        whole = new Box(0, 0, width, height);
        this.scale = scale;
        unclip();
    }

    /** Pixels of one unit of the lay-out. */
    public double scale() {
        return scale;
    }

    /** All of the picture. */
    public Box whole() {
        return whole;
    }

    /** Draws only within {@code box} from now on. */
    public void clip(Box box) {
        clip = box;
        runs.add(new Run(indices.position() / 4, clip, ink));
    }

    private void use(Ink next) {
        if (ink != next) {
            ink = next;
            runs.add(new Run(indices.position() / 4, clip, ink));
        }
    }

    /** Draws everywhere again. */
    public void unclip() {
        clip(whole);
    }

    /** A filled circle. */
    public void circle(double x, double y, double radius, int colour) {
        shape(x, y, 1, 0, 0, 0, radius, 0, colour);
    }

    /** A circle's line. */
    public void ring(double x, double y, double radius, double stroke, int colour) {
        shape(x, y, 1, 0, 0, 0, radius, stroke, colour);
    }

    /** A straight line with round ends. */
    public void line(double x1, double y1, double x2, double y2, double width, int colour) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = Math.sqrt(dx * dx + dy * dy);
        double ux = length > 0 ? dx / length : 1;
        double uy = length > 0 ? dy / length : 0;
        shape((x1 + x2) / 2, (y1 + y2) / 2, ux, uy, length / 2, 0, width / 2, 0, colour);
    }

    /** A filled rectangle with corners of a radius. */
    public void box(Box box, double radius, int colour) {
        if (colour >>> 24 == 0xFF && Math.min(box.width(), box.height()) > LARGE + 2 * radius) {
            large(box, radius, colour);
            return;
        }
        shape(
                box.centreX(),
                box.centreY(),
                1,
                0,
                Math.max(0, box.width() / 2 - radius),
                Math.max(0, box.height() / 2 - radius),
                radius,
                0,
                colour);
    }

    /** The inside of a large rectangle is flat, its border is not. */
    private void large(Box box, double radius, int colour) {
        double edge = radius + SMOOTH;
        double left = Math.ceil(box.x() + edge);
        double top = Math.ceil(box.y() + edge);
        double right = Math.floor(box.right() - edge);
        double bottom = Math.floor(box.bottom() - edge);
        double outerLeft = box.x() - SMOOTH;
        double outerRight = box.right() + SMOOTH;
        border(box, radius, outerLeft, box.y() - SMOOTH, outerRight, top, colour);
        border(box, radius, outerLeft, bottom, outerRight, box.bottom() + SMOOTH, colour);
        border(box, radius, outerLeft, top, left, bottom, colour);
        border(box, radius, right, top, outerRight, bottom, colour);
        use(Ink.FLAT);
        int first = vertexCount;
        vertex(left, top, 0, 0, 0, 0, 0, 0, colour);
        vertex(right, top, 0, 0, 0, 0, 0, 0, colour);
        vertex(right, bottom, 0, 0, 0, 0, 0, 0, colour);
        vertex(left, bottom, 0, 0, 0, 0, 0, 0, colour);
        quad(first);
    }

    /** A part of a rectangle. */
    private void border(
            Box box, double radius, double x0, double y0, double x1, double y1, int colour) {
        use(Ink.SHAPE);
        float halfX = (float) (box.width() / 2 - radius);
        float halfY = (float) (box.height() / 2 - radius);
        double cx = box.centreX();
        double cy = box.centreY();
        int first = vertexCount;
        for (int corner = 0; corner < 4; corner++) {
            double x = corner == 0 || corner == 3 ? x0 : x1;
            double y = corner < 2 ? y0 : y1;
            vertex(x, y, x - cx, y - cy, halfX, halfY, (float) radius, 0, colour);
        }
        quad(first);
    }

    /** A rectangle's line. */
    public void frame(Box box, double radius, double stroke, int colour) {
        shape(
                box.centreX(),
                box.centreY(),
                1,
                0,
                Math.max(0, box.width() / 2 - radius),
                Math.max(0, box.height() / 2 - radius),
                radius,
                stroke,
                colour);
    }

    /** A filled convex polygon, its corners in either sense. */
    public void polygon(double[] xs, double[] ys, int corners, int colour) {
        double area = 0;
        for (int i = 0; i < corners; i++) {
            int j = (i + 1) % corners;
            area += xs[i] * ys[j] - xs[j] * ys[i];
        }
        double side = area >= 0 ? 1 : -1;
        use(Ink.SHAPE);
        int first = vertexCount;
        for (int i = 0; i < corners; i++) {
            int before = (i + corners - 1) % corners;
            int after = (i + 1) % corners;
            double ax = xs[i] - xs[before];
            double ay = ys[i] - ys[before];
            double bx = xs[after] - xs[i];
            double by = ys[after] - ys[i];
            double a = side / Math.max(1e-9, Math.sqrt(ax * ax + ay * ay));
            double b = side / Math.max(1e-9, Math.sqrt(bx * bx + by * by));
            double nx = ay * a + by * b;
            double ny = -ax * a - bx * b;
            double mitre = Math.min(4, 2 / Math.max(1e-9, nx * nx + ny * ny));
            double ox = nx * mitre * SMOOTH;
            double oy = ny * mitre * SMOOTH;
            vertex(xs[i] - ox, ys[i] - oy, FAR - SMOOTH, 0, FAR, 1e9f, 0, 0, colour);
            vertex(xs[i] + ox, ys[i] + oy, FAR + SMOOTH, 0, FAR, 1e9f, 0, 0, colour);
        }
        for (int i = 1; i + 1 < corners; i++) {
            triangle(first, first + 2 * i, first + 2 * i + 2);
        }
        for (int i = 0; i < corners; i++) {
            int inner = first + 2 * i;
            int next = first + 2 * ((i + 1) % corners);
            triangle(inner, inner + 1, next + 1);
            triangle(inner, next + 1, next);
        }
    }

    /**
     * A picture of its own pixels, each a rectangle of one colour.
     *
     * @param argb row by row from the top; read only
     */
    public void picture(Box box, int width, int height, int[] argb) {
        long place = pictures.add(width, height, argb);
        int u = (int) (place >>> 32);
        int v = (int) place;
        use(Ink.PICTURE);
        int first = vertexCount;
        vertex(box.x(), box.y(), u, v, 0, 0, 0, 0, -1);
        vertex(box.right(), box.y(), u + width, v, 0, 0, 0, 0, -1);
        vertex(box.right(), box.bottom(), u + width, v + height, 0, 0, 0, 0, -1);
        vertex(box.x(), box.bottom(), u, v + height, 0, 0, 0, 0, -1);
        quad(first);
    }

    /** Text that begins at x, on the base line y. */
    public void text(Face face, double size, double x, double y, int colour, String text) {
        int pixels = pixels(size);
        double at = Math.round(x);
        double base = Math.round(y);
        for (int i = 0; i < text.length(); ) {
            int code = text.codePointAt(i);
            i += Character.charCount(code);
            Glyphs.Glyph glyph = glyphs.glyph(face, pixels, code);
            double shift = (glyphs.advance(face, pixels, code) - glyph.advance()) / 2;
            if (glyph.width() > 0) {
                glyph(
                        (double) Math.round(at + shift) + glyph.left(),
                        base + glyph.top(),
                        glyph,
                        colour);
            }
            at += glyph.advance() + 2 * shift;
        }
    }

    /** Text that ends at x. */
    public void textRight(Face face, double size, double x, double y, int colour, String text) {
        text(face, size, x - width(face, size, text), y, colour, text);
    }

    /** Text with its middle at x. */
    public void textCentred(Face face, double size, double x, double y, int colour, String text) {
        text(face, size, x - width(face, size, text) / 2, y, colour, text);
    }

    /** How wide a text is. */
    public double width(Face face, double size, String text) {
        int pixels = pixels(size);
        double width = 0;
        for (int i = 0; i < text.length(); ) {
            int code = text.codePointAt(i);
            i += Character.charCount(code);
            width += glyphs.advance(face, pixels, code);
        }
        return width;
    }

    private int pixels(double size) {
        return (int) Math.max(6, Math.round(size * scale));
    }

    private void glyph(double x, double y, Glyphs.Glyph glyph, int colour) {
        use(Ink.GLYPH);
        int first = vertexCount;
        double u = glyph.u();
        double v = glyph.v();
        double r = glyph.width();
        double b = glyph.height();
        vertex(x, y, u, v, 0, 0, 0, 0, colour);
        vertex(x + r, y, u + r, v, 0, 0, 0, 0, colour);
        vertex(x + r, y + b, u + r, v + b, 0, 0, 0, 0, colour);
        vertex(x, y + b, u, v + b, 0, 0, 0, 0, colour);
        quad(first);
    }

    /** Whether nothing can be seen of what reaches so far from a point. */
    private boolean isOutside(double x, double y, double reach) {
        return x + reach < clip.x()
                || x - reach > clip.right()
                || y + reach < clip.y()
                || y - reach > clip.bottom();
    }

    private void shape(
            double x,
            double y,
            double ux,
            double uy,
            double halfX,
            double halfY,
            double radius,
            double stroke,
            int colour) {
        double px = halfX + radius + stroke / 2 + SMOOTH;
        double py = halfY + radius + stroke / 2 + SMOOTH;
        if (isOutside(x, y, px + py)) {
            return;
        }
        use(Ink.SHAPE);
        int first = vertexCount;
        for (int corner = 0; corner < 4; corner++) {
            double lx = corner == 0 || corner == 3 ? -px : px;
            double ly = corner < 2 ? -py : py;
            vertex(
                    x + ux * lx - uy * ly,
                    y + uy * lx + ux * ly,
                    lx,
                    ly,
                    (float) halfX,
                    (float) halfY,
                    (float) radius,
                    (float) stroke,
                    colour);
        }
        quad(first);
    }

    private void vertex(
            double x,
            double y,
            double placeX,
            double placeY,
            float halfX,
            float halfY,
            float radius,
            float stroke,
            int colour) {
        if (vertices.remaining() < VERTEX_BYTES) {
            vertices = grown(vertices);
        }
        vertices.putFloat((float) x).putFloat((float) y);
        vertices.putFloat((float) placeX).putFloat((float) placeY);
        vertices.putFloat(halfX).putFloat(halfY).putFloat(radius).putFloat(stroke);
        vertices.put((byte) (colour >>> 16)).put((byte) (colour >>> 8));
        vertices.put((byte) colour).put((byte) (colour >>> 24));
        vertexCount++;
    }

    private void quad(int first) {
        triangle(first, first + 1, first + 2);
        triangle(first, first + 2, first + 3);
    }

    private void triangle(int a, int b, int c) {
        if (indices.remaining() < 12) {
            indices = grown(indices);
        }
        indices.putInt(a).putInt(b).putInt(c);
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    private static ByteBuffer grown(ByteBuffer full) {
        return buffer(2 * full.capacity()).put(full.flip());
    }

    ByteBuffer vertices() {
        return vertices.duplicate().order(ByteOrder.nativeOrder()).flip();
    }

    ByteBuffer indices() {
        return indices.duplicate().order(ByteOrder.nativeOrder()).flip();
    }

    List<Run> runs() {
        return runs;
    }

    Glyphs glyphs() {
        return glyphs;
    }

    Pictures pictures() {
        return pictures;
    }
}
