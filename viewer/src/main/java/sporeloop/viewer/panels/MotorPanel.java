package sporeloop.viewer.panels;

import java.util.List;
import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.canvas.Face;
import sporeloop.viewer.story.Log;
import sporeloop.viewer.story.Story;

/**
 * The motor neurons as a dial, neuron 0 to the right and on against the clock, and the command.
 *
 * <pre>
 *   rate = Σ over spikes of exp(−age/τ)/τ,   τ = 100 ms                          (1)
 * </pre>
 */
final class MotorPanel implements Panel {
    private static final double TAU = 0.1;
    private static final double MINUTE = 60;
    private static final double[] RINGS = {5, 10, 20, 40, 80, 160, 320};

    private double[] rates = {};

    @Override
    public String title(Story story) {
        return "Motor neurons";
    }

    @Override
    public boolean shows(Story story) {
        return story.has("motor");
    }

    @Override
    public void draw(Canvas canvas, Box box, Moment moment) {
        double s = canvas.scale();
        List<String> channels = moment.story().stream("command").channels();
        boolean wide = box.width() > 1.45 * box.height();
        double list = ObservationPanel.width(canvas, channels);
        double room = Math.max(0.62 * box.height(), box.width() - list - 14 * s);
        double side = Math.min(box.height() - 8 * s, wide ? room : box.width());
        if (!wide && !channels.isEmpty()) {
            side = Math.min(side, box.height() - 40 * s);
        }
        double x = wide ? box.x() + 8 * s + side / 2 : box.centreX();
        double y = wide ? box.y() + box.height() / 2 - 3 * s : box.y() + side / 2;
        dial(canvas, x, y, side / 2 - 2 * s, moment);
        double[] command = moment.story().latest("command", moment.step());
        if (command != null && !channels.isEmpty()) {
            Box rest = wide ? box.inset(side + 10 * s, 0, 0, 0) : box.inset(0, side + 4 * s, 0, 0);
            if (wide) {
                canvas.text(
                        Face.REGULAR,
                        11.5,
                        rest.x() + 10 * s,
                        rest.y() + 12 * s,
                        moment.theme().orange,
                        "command");
                rest = rest.inset(0, 17 * s, 0, 0);
            }
            ObservationPanel.list(canvas, rest, moment.theme(), channels, command);
        }
    }

    private void dial(Canvas canvas, double x, double y, double radius, Moment moment) {
        Theme theme = moment.theme();
        double s = canvas.scale();
        int neurons = moment.story().stream("motor").width();
        double most = measure(moment, neurons);
        double full = RINGS[RINGS.length - 1];
        for (double ring : RINGS) {
            if (ring >= most) {
                full = ring;
                break;
            }
        }
        double hub = radius * 0.16;
        canvas.circle(x, y, radius, Theme.mixed(theme.panel, theme.background, 0.7));
        canvas.ring(x, y, radius, Math.max(1, s), theme.line);
        canvas.ring(x, y, (hub + radius) / 2, Math.max(1, s), theme.line);
        double width = Math.min(0.62 * 2 * Math.PI * radius / Math.max(3, neurons), radius * 0.3);
        for (int j = 0; j < neurons; j++) {
            double angle = 2 * Math.PI * j / neurons;
            if (rates[j] < 0.3) {
                continue;
            }
            double out = hub + (radius - hub - width * 0.2) * Math.min(1, rates[j] / full);
            wedge(canvas, x, y, angle, hub, out, width, theme.around(j, neurons));
        }
        arrow(canvas, x, y, radius, moment);
        canvas.circle(x, y, hub * 0.8, theme.panel);
        String label = Words.tick(full, 1) + " Hz";
        double w = canvas.width(Face.REGULAR, Chart.TEXT, label);
        Box behind = new Box(x - radius - 2 * s, y + radius - 12 * s, w + 4 * s, 14 * s);
        canvas.box(behind, 3 * s, theme.panel);
        canvas.text(
                Face.REGULAR,
                Chart.TEXT,
                behind.x() + 2 * s,
                behind.y() + 11 * s,
                theme.grey,
                label);
    }

    private static void wedge(
            Canvas canvas,
            double x,
            double y,
            double angle,
            double inner,
            double outer,
            double width,
            int colour) {
        double ux = Math.cos(angle);
        double uy = -Math.sin(angle);
        double a = width * 0.18;
        double b = width * 0.5 * Math.min(1, 0.36 + 0.64 * outer / Math.max(1, 3 * inner));
        double[] xs = {
            x + ux * inner - uy * a,
            x + ux * outer - uy * b,
            x + ux * outer + uy * b,
            x + ux * inner + uy * a
        };
        double[] ys = {
            y + uy * inner + ux * a,
            y + uy * outer + ux * b,
            y + uy * outer - ux * b,
            y + uy * inner - ux * a
        };
        canvas.polygon(xs, ys, 4, colour);
    }

    /** The command, if it is a vector in the plane; the rim is twice its mean of the last minute. */
    private static void arrow(Canvas canvas, double x, double y, double radius, Moment moment) {
        Log log = moment.story().log("command");
        int end = log.after(moment.step());
        if (!isVector(moment.story().stream("command").channels()) || end == log.first()) {
            return;
        }
        double sum = 0;
        int first = log.after(moment.ago(MINUTE));
        for (int k = first; k < end; k++) {
            sum += Math.hypot(log.value(k, 0), log.value(k, 1));
        }
        double rim = Math.max(1e-6, 2 * sum / Math.max(1, end - first));
        double size = Math.hypot(log.value(end - 1, 0), log.value(end - 1, 1));
        double s = canvas.scale();
        double length = radius * 0.92 / Math.max(rim, size);
        double ex = x + length * log.value(end - 1, 0);
        double ey = y - length * log.value(end - 1, 1);
        canvas.line(x, y, ex, ey, 2.4 * s, moment.theme().orange);
        canvas.circle(ex, ey, 4 * s, moment.theme().orange);
    }

    private static boolean isVector(List<String> channels) {
        return channels.size() == 2
                && channels.get(0).matches(".?x( \\[.*)?")
                && channels.get(1).matches(".?y( \\[.*)?");
    }

    private double measure(Moment moment, int neurons) {
        rates = rates.length == neurons ? rates : new double[neurons];
        java.util.Arrays.fill(rates, 0);
        Log log = moment.story().log("motor");
        int end = log.after(moment.step());
        for (int k = log.after(moment.ago(6 * TAU)); k < end; k++) {
            double age = moment.story().seconds(moment.step() - log.step(k));
            rates[(int) log.value(k, 0)] += Math.exp(-age / TAU) / TAU; // (1)
        }
        double most = 0;
        for (double rate : rates) {
            most = Math.max(most, rate);
        }
        return Math.max(most, 20.5);
    }
}
