package sporeloop.environments.camera;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/** The block {@code camera} of an environment: the sensor and its imperfections. */
public record CameraParameters(
        @Parameter(value = "whether there is an event camera", standard = "false") boolean enabled,
        @Parameter(value = "pixels in a row", standard = "16", range = "[1, 1024]") int width,
        @Parameter(value = "rows of pixels", standard = "16", range = "[1, 1024]") int height,
        @Parameter(
                        value = "change of log brightness that makes an ON event",
                        standard = "0.15",
                        range = "[0.001, 10]",
                        source = "recalled: DVS128, 15 % contrast; v2e's program has 0.2 (read)")
                double onThreshold,
        @Parameter(
                        value = "change of log brightness that makes an OFF event",
                        standard = "0.15",
                        range = "[0.001, 10]",
                        source = "recalled: DVS128, 15 % contrast; v2e's program has 0.2 (read)")
                double offThreshold,
        @Parameter(
                        value = "standard deviation of the thresholds from pixel to pixel",
                        standard = "0.021",
                        range = "[0, 1]",
                        source =
                                "recalled: Lichtsteiner, Posch and Delbruck 2008, 2.1 % contrast; v2e's program has 0.03 (read)")
                double thresholdSpread,
        @Parameter(
                        value = "time after an event in which a pixel is blind",
                        unit = Unit.MS,
                        standard = "1 ms",
                        range = "[0, 1000]",
                        source = "recalled: some 1 ms, set by the bias of the DVS128")
                double refractory,
        @Parameter(
                        value = "ON events of a pixel by leakage alone",
                        unit = Unit.HZ,
                        standard = "0.1 Hz",
                        range = "[0, 1000]",
                        source = "cited: v2e's settings for bright light, Y. Hu: 0.1 Hz")
                double leak,
        @Parameter(
                        value = "events of a pixel by shot noise, half of them ON",
                        unit = Unit.HZ,
                        standard = "0.1 Hz",
                        range = "[0, 1000]",
                        source = "cited: v2e's settings for bright light, Y. Hu: 0.1 to 5 Hz")
                double shotNoise,
        @Parameter(
                        value = "brightness of the darkest that counts, as a share of white",
                        standard = "0.02",
                        range = "[0.001, 1]")
                double dark,
        @Parameter(
                        value =
                                "pictures in an exchange interval; in between, brightness changes evenly",
                        standard = "1",
                        range = "[1, 100]")
                int pictures,
        @Parameter(
                        value =
                                "decides the pattern of thresholds; the same number is the same sensor",
                        standard = "1")
                long sensor) {
    public CameraParameters {
        Ranges.check(
                CameraParameters.class,
                enabled,
                width,
                height,
                onThreshold,
                offThreshold,
                thresholdSpread,
                refractory,
                leak,
                shotNoise,
                dark,
                pictures,
                sensor);
    }

    /** The standard sensor of a size, switched on. */
    public static CameraParameters of(int width, int height) {
        return new CameraParameters(
                true, width, height, 0.15, 0.15, 0.021, 1, 0.1, 0.1, 0.02, 1, 1);
    }

    /** No camera. */
    public static CameraParameters none() {
        return new CameraParameters(false, 16, 16, 0.15, 0.15, 0.021, 1, 0.1, 0.1, 0.02, 1, 1);
    }

    /** The same sensor without spread, leak, shot noise or refractory time. */
    public CameraParameters ideal() {
        return new CameraParameters(
                enabled,
                width,
                height,
                onThreshold,
                offThreshold,
                0,
                0,
                0,
                0,
                dark,
                pictures,
                sensor);
    }
}
