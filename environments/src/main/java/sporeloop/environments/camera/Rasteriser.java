package sporeloop.environments.camera;

import java.util.Arrays;
import sporeloop.environments.Scene;

/**
 * Turns a drawing into a picture of brightness, each pixel the mean over its area. Adjoining shapes of
 * one role count as one; a later role covers an earlier one. Work is done only where shapes are.
 */
public final class Rasteriser {
    private final int width;
    private final int height;
    private final Palette palette;
    private final float[] picture;
    private final Coverage coverage;
    private final Outlines outlines;
    private final Polygon polygon = new Polygon(64);

    /** A rasteriser for pictures of this size in pixels. */
    public Rasteriser(int width, int height, Palette palette) {
        this.width = width;
        this.height = height;
        this.palette = palette;
        picture = new float[width * height];
        coverage = new Coverage(width, height);
        outlines = new Outlines(palette);
    }

    /** Draws {@code scene} as seen from {@code view}. */
    public void draw(Scene scene, View view) {
        outlines.take(scene);
        Arrays.fill(picture, palette.background());
        for (int k = 0; k < outlines.size(); k++) {
            cover(k, view);
            if (outlines.isLast(k)) {
                coverage.blend(palette.brightness(outlines.role(k)), picture);
            }
        }
    }

    /** Brightness of each pixel, {@code row * width + column}; overwritten by the next drawing. */
    public float[] picture() {
        return picture;
    }

    private void cover(int k, View view) {
        int cuts = view.cuts(outlines.middleX(k), outlines.middleY(k), outlines.radius(k));
        if (cuts == View.OUT_OF_SIGHT) {
            return;
        }
        polygon.take(outlines.corners(), outlines.start(k), outlines.start(k + 1), view);
        for (int border = 0; cuts != 0; border++, cuts >>= 1) {
            if ((cuts & 1) != 0) {
                polygon.cut(view.ahead(border), view.aside(border), view.least(border));
            }
        }
        if (polygon.corners() > 2) {
            polygon.project(view, width, height);
            coverage.add(polygon.x(), polygon.y(), polygon.corners());
        }
    }
}
