package sporeloop.viewer.panels;

import java.util.Arrays;
import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.canvas.Face;
import sporeloop.viewer.story.Log;
import sporeloop.viewer.story.Story;

/** What the event camera sees: the events of the last moments, ON and OFF, fading. */
final class EventsPanel implements Panel {
    private static final double SPAN = 0.2; // [s]
    private static final double FADE = 0.07; // [s]

    private double[] light = {};
    private int[] picture = {};

    @Override
    public String title(Story story) {
        return "Event camera";
    }

    @Override
    public boolean shows(Story story) {
        return story.has("events") && size(story)[0] > 0;
    }

    private static int[] size(Story story) {
        String[] sides = story.about().get("camera").split("x", 2);
        int[] size = new int[2];
        if (sides.length == 2 && sides[0].matches("\\d{1,4}") && sides[1].matches("\\d{1,4}")) {
            size[0] = Integer.parseInt(sides[0]);
            size[1] = Integer.parseInt(sides[1]);
        }
        boolean fits = 2 * size[0] * size[1] == story.stream("events").width();
        return fits ? size : new int[2];
    }

    @Override
    public void draw(Canvas canvas, Box box, Moment moment) {
        Theme theme = moment.theme();
        double s = canvas.scale();
        int[] size = size(moment.story());
        int pixels = size[0] * size[1];
        count(moment, pixels);
        int ground = Theme.mixed(theme.panel, theme.background, 0.7);
        for (int p = 0; p < pixels; p++) {
            int withOn = Theme.mixed(ground, theme.orange, light[p]);
            picture[p] = Theme.mixed(withOn, theme.blue, light[pixels + p]);
        }
        Box room = box.inset(6 * s, 2 * s, 6 * s, 18 * s);
        Box at = room.fitted(size[0] / (double) size[1]);
        canvas.picture(at, size[0], size[1], picture);
        legend(canvas, box, theme, size);
    }

    private void count(Moment moment, int pixels) {
        if (light.length != 2 * pixels) {
            light = new double[2 * pixels];
            picture = new int[pixels];
        }
        Arrays.fill(light, 0);
        Log log = moment.story().log("events");
        int end = log.after(moment.step());
        for (int k = log.after(moment.ago(SPAN)); k < end; k++) {
            double age = moment.story().seconds(moment.step() - log.step(k));
            int pixel = (int) log.value(k, 0);
            light[pixel] = Math.min(1, light[pixel] + 0.8 * Math.exp(-age / FADE));
        }
    }

    private static void legend(Canvas canvas, Box box, Theme theme, int[] size) {
        double s = canvas.scale();
        double y = box.bottom() - 4 * s;
        double x = box.x() + 10 * s;
        canvas.circle(x, y - 4 * s, 3.5 * s, theme.orange);
        canvas.text(Face.REGULAR, Chart.TEXT, x + 7 * s, y, theme.ink, "ON");
        canvas.circle(x + 34 * s, y - 4 * s, 3.5 * s, theme.blue);
        canvas.text(Face.REGULAR, Chart.TEXT, x + 41 * s, y, theme.ink, "OFF");
        canvas.textRight(
                Face.REGULAR,
                Chart.TEXT,
                box.right() - 6 * s,
                y,
                theme.grey,
                size[0] + " × " + size[1] + " px");
    }
}
