package sporeloop.environments.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import sporeloop.environments.Scene;

class RasteriserTest {
    private final Scene scene = new Scene();

    private static Rasteriser white(int width, int height) {
        return new Rasteriser(
                width, height, new Palette(0).with(Scene.Role.BODY, 1).with(Scene.Role.ROAD, 0.5));
    }

    @Property
    void aCirclesAreaIsTheSumOfItsPixels(
            @ForAll @DoubleRange(min = 4, max = 12) double x,
            @ForAll @DoubleRange(min = 4, max = 12) double y,
            @ForAll @DoubleRange(min = 0.05, max = 3.9) double radius) {
        Rasteriser rasteriser = white(16, 16);
        scene.clear();
        scene.circle(Scene.Role.BODY, x, y, radius);
        rasteriser.draw(scene, View.fromAbove(0, 0, 16, 16));
        assertEquals(Math.PI * radius * radius, sum(rasteriser.picture()), 1e-2);
    }

    @Property
    void aRectanglesPixelsAreTheirSharesToTheLastDigit(
            @ForAll @DoubleRange(min = -3, max = 16) double left,
            @ForAll @DoubleRange(min = -3, max = 16) double bottom,
            @ForAll @DoubleRange(min = 0.1, max = 20) double width,
            @ForAll @DoubleRange(min = 0.1, max = 20) double height) {
        Rasteriser rasteriser = white(16, 16);
        scene.clear();
        scene.rectangle(Scene.Role.BODY, left, bottom, left + width, bottom + height);
        rasteriser.draw(scene, View.fromAbove(0, 0, 16, 16));
        for (int row = 0; row < 16; row++) {
            for (int column = 0; column < 16; column++) {
                double across = overlap(column, left, left + width);
                double up = overlap(15 - row, bottom, bottom + height);
                assertEquals(
                        across * up,
                        rasteriser.picture()[row * 16 + column],
                        5e-5,
                        "row " + row + ", column " + column);
            }
        }
    }

    @Test
    void adjoiningShapesLeaveNoSeam() {
        Rasteriser rasteriser = white(16, 16);
        scene.rectangle(Scene.Role.BODY, 0, 0, 7.3, 16);
        scene.rectangle(Scene.Role.BODY, 7.3, 0, 16, 16);
        rasteriser.draw(scene, View.fromAbove(0, 0, 16, 16));
        for (float pixel : rasteriser.picture()) {
            assertEquals(1, pixel, 1e-5);
        }
    }

    @Test
    void aClosedPolylineRoundACircleHasTheAreaOfTheRing() {
        scene.begin(Scene.Kind.POLYLINE, Scene.Role.BODY, 1);
        for (int i = 0; i <= 128; i++) {
            double angle = 2 * Math.PI * (i % 128) / 128;
            scene.point(8 + 5 * Math.cos(angle), 8 + 5 * Math.sin(angle));
        }
        scene.finish();
        Rasteriser rasteriser = white(16, 16);
        rasteriser.draw(scene, View.fromAbove(0, 0, 16, 16));
        assertEquals(2 * Math.PI * 5, sum(rasteriser.picture()), 0.05);
    }

    @Test
    void whatWasDrawnBeforeIsGone() {
        Rasteriser rasteriser = white(16, 16);
        scene.circle(Scene.Role.BODY, 5, 5, 3);
        rasteriser.draw(scene, View.fromAbove(0, 0, 16, 16));
        scene.clear();
        scene.rectangle(Scene.Role.ROAD, 10, 10, 12, 12);
        rasteriser.draw(scene, View.fromAbove(0, 0, 16, 16));
        assertEquals(2, sum(rasteriser.picture()), 1e-4);
    }

    @Test
    void aheadAStraightRoadNarrowsTowardsTheHorizonAsByTheEquation() {
        double height = 0.2;
        double pitch = Math.toRadians(20);
        View view = View.ahead(height, pitch, Math.toRadians(90), 0.05, 100, 4);
        scene.rectangle(Scene.Role.BODY, -10, -0.25, 100, 0.25);
        Rasteriser rasteriser = white(128, 32);
        rasteriser.draw(scene, view);
        for (int row = 12; row < 32; row++) {
            // The row's middle sees the ground at this distance along the axis.
            double down = (row + 0.5 - 16) / 64; // tangent of the angle below the axis
            double angle = pitch + Math.atan(down);
            double forward = height / Math.tan(angle);
            double depth = forward * Math.cos(pitch) + height * Math.sin(pitch);
            double pixels = Math.min(128, 0.5 / depth * 64);
            double covered = 0;
            for (int column = 0; column < 128; column++) {
                covered += rasteriser.picture()[row * 128 + column];
            }
            assertEquals(pixels, covered, 1e-2 * pixels + 1e-3, "width in row " + row);
        }
    }

    @Test
    void whatIsToTheLeftOfTheRoadIsLeftInThePicture() {
        View view = View.ahead(0.2, 0.3, 1.5, 0.05, 100, 4);
        view.standAt(3, 4, Math.PI / 2);
        scene.circle(Scene.Role.BODY, 2.8, 5, 0.1); // looking along y, smaller x is left
        Rasteriser rasteriser = white(128, 32);
        rasteriser.draw(scene, view);
        double left = 0;
        double right = 0;
        for (int i = 0; i < 128 * 32; i++) {
            if (i % 128 < 64) {
                left += rasteriser.picture()[i];
            } else {
                right += rasteriser.picture()[i];
            }
        }
        assertTrue(left > 1 && right == 0, left + " left, " + right + " right");
    }

    @Test
    void whatIsBehindTheCameraIsNotSeen() {
        View view = View.ahead(0.2, 0.3, 1.5, 0.05, 100, 4);
        scene.circle(Scene.Role.BODY, -1, 0, 0.5);
        Rasteriser rasteriser = white(128, 32);
        rasteriser.draw(scene, view);
        assertEquals(0, sum(rasteriser.picture()));
    }

    private static double overlap(int cell, double from, double to) {
        return Math.max(0, Math.min(cell + 1, to) - Math.max(cell, from));
    }

    private static double sum(float[] picture) {
        double sum = 0;
        for (float pixel : picture) {
            sum += pixel;
        }
        return sum;
    }
}
