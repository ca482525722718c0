package sporeloop.viewer.panels;

import java.util.Arrays;
import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.canvas.Face;
import sporeloop.viewer.story.Log;
import sporeloop.viewer.story.Story;

/** Each spike of the last seconds: sensory neurons above, motor neurons below, each in its colour. */
final class RasterPanel implements Panel {
    private static final double SPAN = 4; // [s]
    private static final double SHORTEST = 0.5;
    private static final int WIDEST = 1600;

    private int[] picture = {};

    @Override
    public String title(Story story) {
        return "Spikes";
    }

    @Override
    public boolean shows(Story story) {
        return story.has("sensory") || story.has("motor");
    }

    @Override
    public void draw(Canvas canvas, Box box, Moment moment) {
        Story story = moment.story();
        double s = canvas.scale();
        double known = story.seconds(moment.step() - story.from());
        double span = Math.max(SHORTEST, Math.min(SPAN, known));
        double labels = 59 * s;
        Box plot = box.inset(labels, 2 * s, 10 * s, 17 * s);
        boolean both = story.has("sensory") && story.has("motor");
        double share = both ? 0.62 : 1;
        double gap = both ? 5 * s : 0;
        Box upper = new Box(plot.x(), plot.y(), plot.width(), (plot.height() - gap) * share);
        Box lower =
                new Box(
                        plot.x(),
                        upper.bottom() + gap,
                        plot.width(),
                        plot.bottom() - upper.bottom() - gap);
        if (story.has("sensory")) {
            spikes(canvas, upper, moment, "sensory", span, false);
        }
        if (story.has("motor")) {
            spikes(canvas, both ? lower : plot, moment, "motor", span, true);
        }
        axis(canvas, plot, moment.theme(), span);
    }

    private void spikes(
            Canvas canvas, Box box, Moment moment, String name, double span, boolean colours) {
        Theme theme = moment.theme();
        double s = canvas.scale();
        int width = (int) Math.max(1, Math.min(WIDEST, Math.round(box.width())));
        int height = (int) Math.max(1, Math.round(box.height()));
        if (picture.length < width * height) {
            picture = new int[width * height];
        }
        Arrays.fill(picture, 0, width * height, Theme.mixed(theme.panel, theme.background, 0.7));
        int neurons = moment.story().stream(name).width();
        Log log = moment.story().log(name);
        long from = moment.ago(span);
        double perStep = width / (double) Math.max(1, moment.step() - from);
        double row = height / (double) neurons;
        int thick = (int) Math.max(1, Math.round(Math.min(row * 0.72, 14 * s)));
        int wide = (int) Math.max(1, Math.round(s * (colours ? 1.6 : 1.1)));
        int end = log.after(moment.step());
        for (int k = log.after(from); k < end; k++) {
            int neuron = (int) log.value(k, 0);
            int x = (int) ((log.step(k) - from) * perStep);
            int y = (int) ((neuron + 0.5) * row - thick / 2.0);
            int ink = colours ? theme.around(neuron, neurons) : theme.blue;
            for (int dy = Math.max(0, y); dy < Math.min(height, y + thick); dy++) {
                for (int dx = Math.max(0, x - wide + 1); dx <= Math.min(width - 1, x); dx++) {
                    picture[dy * width + dx] = ink;
                }
            }
        }
        canvas.picture(box, width, height, picture);
        label(canvas, box, theme, name, neurons);
    }

    private static void label(Canvas canvas, Box box, Theme theme, String name, int neurons) {
        double s = canvas.scale();
        double x = box.x() - 6 * s;
        double y = box.centreY();
        canvas.textRight(Face.REGULAR, Chart.TEXT, x, y - 1 * s, theme.ink, name);
        canvas.textRight(Face.REGULAR, Chart.TEXT, x, y + 11 * s, theme.grey, Words.count(neurons));
    }

    private static void axis(Canvas canvas, Box plot, Theme theme, double span) {
        double s = canvas.scale();
        double step = Chart.step(span, plot.width() / (90 * s));
        for (double t = 0; t <= span + 1e-9; t += step) {
            double x = plot.right() - plot.width() * t / span;
            String text = t == 0 ? "now" : "\u2212" + Words.tick(t, step) + " s";
            double width = canvas.width(Face.REGULAR, Chart.TEXT, text);
            double at = Math.min(x - width / 2, plot.right() - width);
            if (at >= plot.x() - 20 * s) {
                canvas.text(Face.REGULAR, Chart.TEXT, at, plot.bottom() + 13 * s, theme.grey, text);
            }
        }
    }
}
