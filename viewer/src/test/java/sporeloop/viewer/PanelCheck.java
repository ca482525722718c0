package sporeloop.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import sporeloop.viewer.canvas.Box;

/** Holds a picture of {@link Told} at 125 s against what is told, panel by panel. */
final class PanelCheck {
    static final int BLUE = 0x5CB8EE;
    static final int GREEN = 0x2BA981;
    static final int ORANGE = 0xF2A33A;

    private final Stage stage;
    private final int[] pixels;
    private final int width;

    PanelCheck(Stage stage, int[] pixels) {
        this.stage = stage;
        this.pixels = pixels;
        width = stage.surface().width();
    }

    Box place(String panel) {
        return Objects.requireNonNull(stage.dashboard().places().get(panel), panel);
    }

    /** Pixels of a colour, within a few shades, in a box. */
    int count(Box box, int colour) {
        int count = 0;
        for (int y = (int) box.y(); y < (int) box.bottom(); y++) {
            for (int x = (int) box.x(); x < (int) box.right(); x++) {
                count += near(pixels[y * width + x], colour) ? 1 : 0;
            }
        }
        return count;
    }

    static boolean near(int a, int b) {
        return Math.abs((a >> 16 & 0xFF) - (b >> 16 & 0xFF)) < 8
                && Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF)) < 8
                && Math.abs((a & 0xFF) - (b & 0xFF)) < 8;
    }

    void all() {
        spikes();
        Box events = place("EventsPanel");
        Box topLeft = new Box(events.x(), events.y(), events.width() / 2, events.height() * 0.3);
        assertTrue(count(topLeft, ORANGE) > 50, "ON events at the top left");
        Box theta = place("ThetaPanel");
        Box right = theta.inset(theta.width() / 2 + 8, 20, 0, 18);
        Box left = theta.inset(30, 20, theta.width() / 2 + 8, 18);
        assertTrue(count(right, BLUE) > 20, "connected synapses");
        assertEquals(0, count(left, BLUE), "no blue left of θ = 0");
        Box reward = place("RewardPanel");
        assertTrue(count(reward, 0x35C79A) > 100, "the reward's line");
        assertTrue(count(reward, ORANGE) > 100, "the baseline's line");
        assertTrue(count(place("CurvePanel"), BLUE) > 30, "two rows");
        assertTrue(count(place("MotorPanel"), ORANGE) > 30, "the command");
        Box fields = place("FieldsPanel");
        assertTrue(count(fields, 0xFDE725) > 100, "source neurons 4 to 7 are bright");
        int dark = count(fields, 0x440154);
        int bright = count(fields, 0xFDE725);
        assertEquals(3, dark / (double) bright, 0.5, "four of 16 source neurons are connected");
        assertTrue(count(place("ConnectionsPanel"), BLUE) > 10, "a quarter is connected");
    }

    private void spikes() {
        Box raster = place("RasterPanel");
        int motorRow = 4;
        assertTrue(count(raster, BLUE) > 100, "spikes of sensory neuron 0");
        Box lower = raster.inset(60, raster.height() * 0.6, 10, 20);
        int third = 0;
        int others = 0;
        for (int y = (int) lower.y(); y < lower.bottom(); y++) {
            for (int x = (int) lower.x(); x < lower.right(); x++) {
                boolean inked = (pixels[y * width + x] >> 8 & 0xFF) > 0x60;
                int row = (int) ((y - lower.y()) * motorRow / lower.height());
                third += inked && row == 2 ? 1 : 0;
                others += inked && row != 2 ? 1 : 0;
            }
        }
        assertTrue(third > 100 && others < third / 2, third + " in row 2, " + others + " else");
    }
}
