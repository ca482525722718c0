package sporeloop.environments.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import sporeloop.environments.Events;
import sporeloop.environments.Scene;
import sporeloop.environments.Timing;

class EventCameraTest {
    private static final Timing TIMING = new Timing(0.02, 2);
    private static final View VIEW = View.fromAbove(0, 0, 16, 16);

    private final Scene scene = new Scene();
    private final Events events = new Events();

    @Property(tries = 100)
    void aStillSceneMakesNoEventsWithoutNoiseAndLeak(
            @ForAll @DoubleRange(min = -2, max = 18) double x,
            @ForAll @DoubleRange(min = 0.01, max = 8) double radius) {
        EventCamera camera = camera(CameraParameters.of(16, 16).ideal(), 0.9, 0.1);
        ball(x, 8, radius);
        camera.open(1, scene, VIEW);
        for (int k = 0; k < 10; k++) {
            camera.see(scene, VIEW, 0, 0.02, events);
        }
        assertEquals(0, events.size());
    }

    @Property(tries = 200)
    void eventsCountTheThresholdsInTheContrast(
            @ForAll @DoubleRange(min = 0.05, max = 1) double before,
            @ForAll @DoubleRange(min = 0.05, max = 1) double after,
            @ForAll @IntRange(min = 1, max = 8) int pictures) {
        EventCamera camera = camera(CameraParameters.of(4, 4).ideal(), before, after);
        scene.clear();
        camera.open(1, scene, View.fromAbove(0, 0, 4, 4));
        scene.rectangle(Scene.Role.BODY, 0, 0, 4, 4);
        events.clear();
        camera.see(scene, View.fromAbove(0, 0, 4, 4), 0, 0.02, events);
        for (int k = 1; k < pictures; k++) {
            camera.see(scene, View.fromAbove(0, 0, 4, 4), 0, 0.02, events);
        }
        double contrast = Math.log(after) - Math.log(before);
        double thresholds = Math.abs(contrast) / 0.15;
        double toNext = Math.abs(thresholds - Math.rint(thresholds));
        if (toNext > 1e-4) { // the logarithm's table is good to 1e-5
            assertEquals(16 * (int) thresholds, events.size());
        }
        for (int e = 0; e < events.size(); e++) {
            assertEquals(contrast > 0, events.on(e));
        }
    }

    @Test
    void eventTimesLieWhereTheLogBrightnessCrossesTheThresholds() {
        EventCamera camera = camera(CameraParameters.of(1, 1).ideal(), 1, 0.5);
        View view = View.fromAbove(0, 0, 1, 1);
        scene.clear();
        camera.open(1, scene, view);
        scene.rectangle(Scene.Role.BODY, 0, 0, 1, 1);
        camera.see(scene, view, 0.003, 0.013, events);
        assertEquals((int) (Math.log(2) / 0.15), events.size());
        for (int k = 0; k < events.size(); k++) {
            double expected = 0.003 + 0.01 * (k + 1) * 0.15 / Math.log(2);
            assertEquals(expected, events.time(k), 1e-6, "time of event " + k);
        }
    }

    @Test
    void anEdgeMovingRightFiresColumnAfterColumnWithThePolarityOfItsContrast() {
        for (boolean darker : new boolean[] {true, false}) {
            EventCamera camera =
                    camera(
                            CameraParameters.of(16, 16).ideal(),
                            darker ? 0.9 : 0.1,
                            darker ? 0.1 : 0.9);
            edgeAt(0);
            camera.open(1, scene, VIEW);
            int column = 0;
            int perPixel = (int) (Math.log(9) / 0.15);
            int count = 0;
            for (int k = 1; k <= 64; k++) {
                events.clear();
                edgeAt(k * 0.25);
                camera.see(scene, VIEW, 0, 0.02, events);
                for (int e = 0; e < events.size(); e++) {
                    assertEquals(!darker, events.on(e));
                    assertTrue(events.pixel(e) % 16 >= column, "columns in order");
                    column = Math.max(column, events.pixel(e) % 16);
                    assertEquals((k - 1) / 4, column, "the column that the edge is in");
                    count++;
                }
            }
            assertEquals(16 * 16 * perPixel, count);
        }
    }

    @Test
    void aPixelRestsForTheRefractoryTimeAfterEachEvent() {
        CameraParameters resting =
                new CameraParameters(true, 1, 1, 0.01, 0.01, 0, 3, 0, 0, 0.02, 1, 1);
        EventCamera camera = camera(resting, 1, 0.05);
        View view = View.fromAbove(0, 0, 1, 1);
        scene.clear();
        camera.open(1, scene, view);
        scene.rectangle(Scene.Role.BODY, 0, 0, 1, 1);
        camera.see(scene, view, 0, 0.02, events);
        double toThreshold = 0.02 * 0.01 / Math.log(20);
        assertEquals(1 + (int) ((0.02 - toThreshold) / (0.003 + toThreshold)), events.size());
        for (int k = 0; k < events.size(); k++) {
            assertEquals(toThreshold + k * (0.003 + toThreshold), events.time(k), 1e-6);
        }
    }

    @Test
    void leakMakesOnEventsAtItsRateAndNothingElse() {
        CameraParameters leaking =
                new CameraParameters(true, 16, 16, 0.15, 0.15, 0.02, 1, 2, 0, 0.02, 1, 1);
        EventCamera camera = camera(leaking, 0.9, 0.1);
        ball(8, 8, 3);
        camera.open(1, scene, VIEW);
        int count = 0;
        for (int k = 0; k < 1000; k++) {
            events.clear();
            camera.see(scene, VIEW, 0, 0.02, events);
            for (int e = 0; e < events.size(); e++) {
                assertTrue(events.on(e));
            }
            count += events.size();
        }
        double perPixel = 20 / (0.5 + 0.001); // in 20 s, every 1/leak + refractory time
        assertEquals(256 * perPixel, count, 256);
    }

    @Test
    void shotNoiseFiresBothPolaritiesAtItsRate() {
        CameraParameters noisy =
                new CameraParameters(true, 16, 16, 0.15, 0.15, 0.02, 1, 0, 5, 0.02, 1, 1);
        EventCamera camera = camera(noisy, 0.9, 0.1);
        ball(8, 8, 3);
        camera.open(1, scene, VIEW);
        int on = 0;
        int off = 0;
        for (int k = 0; k < 1000; k++) {
            events.clear();
            camera.see(scene, VIEW, 0, 0.02, events);
            for (int e = 0; e < events.size(); e++) {
                if (events.on(e)) {
                    on++;
                } else {
                    off++;
                }
            }
        }
        // 25,600 expected, standard deviation 160; false alarm below 1e-6. The refractory time of
        // 1 ms at 5 Hz swallows 0.5 %.
        assertEquals(25_600 * 0.995, on + off, 5 * 160);
        assertEquals(0, on - off, 5 * 160);
    }

    @Test
    void thresholdsSpreadFromPixelToPixelButAreTheSameSensorEachTime() {
        CameraParameters spread =
                new CameraParameters(true, 64, 64, 0.15, 0.15, 0.03, 0, 0, 0, 0.02, 1, 7);
        double[] first = firstTimes(spread);
        double mean = 0;
        double square = 0;
        for (double time : first) {
            mean += time / first.length;
            square += time * time / first.length;
        }
        assertEquals(0.15, mean, 5 * 0.03 / 64);
        assertEquals(0.03, Math.sqrt(square - mean * mean), 0.002);
        org.junit.jupiter.api.Assertions.assertArrayEquals(first, firstTimes(spread));
    }

    /** Log brightness at each pixel's first event, over a ramp of 1 in 1 s. */
    private double[] firstTimes(CameraParameters sensor) {
        EventCamera camera = camera(sensor, Math.exp(-1), 1);
        View view = View.fromAbove(0, 0, 64, 64);
        scene.clear();
        camera.open(1, scene, view);
        scene.rectangle(Scene.Role.BODY, 0, 0, 64, 64);
        events.clear();
        camera.see(scene, view, 0, 1, events);
        double[] first = new double[64 * 64];
        for (int e = events.size() - 1; e >= 0; e--) {
            first[events.pixel(e)] = events.time(e);
        }
        return first;
    }

    private static EventCamera camera(CameraParameters sensor, double ground, double body) {
        return new EventCamera(sensor, new Palette(ground).with(Scene.Role.BODY, body), TIMING);
    }

    private void ball(double x, double y, double radius) {
        scene.clear();
        scene.circle(Scene.Role.BODY, x, y, radius);
    }

    private void edgeAt(double x) {
        scene.clear();
        scene.rectangle(Scene.Role.BODY, -1, 0, x, 16);
    }
}
