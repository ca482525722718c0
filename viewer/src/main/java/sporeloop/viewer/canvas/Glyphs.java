package sporeloop.viewer.canvas;

import static org.lwjgl.stb.STBTruetype.stbtt_GetCodepointBitmapBox;
import static org.lwjgl.stb.STBTruetype.stbtt_GetCodepointHMetrics;
import static org.lwjgl.stb.STBTruetype.stbtt_InitFont;
import static org.lwjgl.stb.STBTruetype.stbtt_MakeCodepointBitmap;
import static org.lwjgl.stb.STBTruetype.stbtt_ScaleForMappingEmToPixels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.lwjgl.stb.STBTTFontinfo;

/**
 * The letters that have been needed so far, drawn once at the exact size in pixels onto one sheet.
 * Digits are all as wide as the widest, so that a number that changes does not shake.
 */
public final class Glyphs {
    static final int SIDE = 1024;

    /**
     * A letter.
     *
     * @param u column on the sheet
     * @param v row on the sheet
     * @param left from the pen to the left border
     * @param top from the base line to the upper border, negative upwards
     * @param advance to the next letter
     */
    record Glyph(int u, int v, int width, int height, int left, int top, double advance) {}

    private record Key(Face face, int pixels, int code) {}

    private static final class Font {
        final ByteBuffer bytes;
        final STBTTFontinfo info = STBTTFontinfo.create();

        Font(Face face) {
            try (InputStream in = Glyphs.class.getResourceAsStream(face.resource())) {
                if (in == null) {
                    throw new IllegalStateException("the font " + face.resource() + " is missing");
                }
                byte[] file = in.readAllBytes();
                bytes = ByteBuffer.allocateDirect(file.length).put(file).flip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (!stbtt_InitFont(info, bytes)) {
                throw new IllegalStateException("the font " + face.resource() + " cannot be read");
            }
        }
    }

    private final Map<Face, Font> fonts = new EnumMap<>(Face.class);
    private final Map<Key, Glyph> drawn = new HashMap<>();
    private final Map<Key, Double> digits = new HashMap<>();
    private final ByteBuffer sheet = ByteBuffer.allocateDirect(SIDE * SIDE);
    private int x = 1;
    private int y = 1;
    private int rowHeight;
    private boolean changed = true;

    Glyph glyph(Face face, int pixels, int code) {
        Key key = new Key(face, pixels, code);
        Glyph glyph = drawn.get(key);
        if (glyph == null) {
            glyph = draw(face, pixels, code);
            drawn.put(key, glyph);
        }
        return glyph;
    }

    /** Width that a letter takes. */
    double advance(Face face, int pixels, int code) {
        return code >= '0' && code <= '9'
                ? digits.computeIfAbsent(new Key(face, pixels, '0'), key -> widest(face, pixels))
                : glyph(face, pixels, code).advance();
    }

    private double widest(Face face, int pixels) {
        double widest = 0;
        for (int digit = '0'; digit <= '9'; digit++) {
            widest = Math.max(widest, glyph(face, pixels, digit).advance());
        }
        return widest;
    }

    private Glyph draw(Face face, int pixels, int code) {
        Font font = fonts.computeIfAbsent(face, Font::new);
        float scale = stbtt_ScaleForMappingEmToPixels(font.info, pixels);
        {
            int[] advance = new int[1];
            int[] bearing = new int[1];
            stbtt_GetCodepointHMetrics(font.info, code, advance, bearing);
            int[] x0 = new int[1];
            int[] y0 = new int[1];
            int[] x1 = new int[1];
            int[] y1 = new int[1];
            stbtt_GetCodepointBitmapBox(font.info, code, scale, scale, x0, y0, x1, y1);
            int width = x1[0] - x0[0];
            int height = y1[0] - y0[0];
            if (width > 0 && height > 0) {
                place(width, height);
                ByteBuffer target = sheet.duplicate().position(y * SIDE + x).slice();
                stbtt_MakeCodepointBitmap(
                        font.info, target, width, height, SIDE, scale, scale, code);
            }
            Glyph glyph = new Glyph(x, y, width, height, x0[0], y0[0], (double) advance[0] * scale);
            x += width + 1;
            changed = true;
            return glyph;
        }
    }

    /** Finds room for a letter. */
    private void place(int width, int height) {
        if (x + width + 1 > SIDE) {
            x = 1;
            y += rowHeight + 1;
            rowHeight = 0;
        }
        if (y + height + 1 > SIDE) {
            throw new IllegalStateException("too many letters of too many sizes");
        }
        rowHeight = Math.max(rowHeight, height);
    }

    /** Forgets all letters: for a window of another size. */
    public void clear() {
        drawn.clear();
        digits.clear();
        sheet.clear();
        for (int i = 0; i < SIDE * SIDE; i++) {
            sheet.put(i, (byte) 0);
        }
        x = 1;
        y = 1;
        rowHeight = 0;
        changed = true;
    }

    ByteBuffer sheet() {
        return sheet.duplicate().clear();
    }

    /** Whether the sheet has changed since this was asked last. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }
}
