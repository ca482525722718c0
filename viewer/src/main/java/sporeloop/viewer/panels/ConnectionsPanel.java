package sporeloop.viewer.panels;

import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.canvas.Face;
import sporeloop.viewer.story.Story;
import sporeloop.viewer.story.Synapses;

/** How many synapses are connected, and how many connections come and go. */
final class ConnectionsPanel implements Panel {
    private final ThetaPanel theta = new ThetaPanel();

    @Override
    public String title(Story story) {
        return "Connections";
    }

    @Override
    public boolean shows(Story story) {
        return theta.shows(story);
    }

    @Override
    public void draw(Canvas canvas, Box box, Moment moment) {
        Synapses synapses = moment.synapses();
        Theme theme = moment.theme();
        double s = canvas.scale();
        if (!synapses.known()) {
            return;
        }
        Box room = box.inset(10 * s, 4 * s, 10 * s, 6 * s);
        double share = synapses.active() / (double) synapses.total();
        double y = room.y() + 14 * s;
        String percent = Words.tick(100 * share, 1) + " %";
        canvas.text(Face.BOLD, 17, room.x(), y + 2 * s, theme.ink, percent);
        canvas.textRight(
                Face.REGULAR,
                Chart.TEXT,
                room.right(),
                y,
                theme.grey,
                Words.count(synapses.active()) + " of " + Words.count(synapses.total()));
        Box bar = new Box(room.x(), y + 10 * s, room.width(), 7 * s);
        canvas.box(bar, 3.5 * s, theme.line);
        canvas.box(
                new Box(bar.x(), bar.y(), Math.max(7 * s, bar.width() * share), bar.height()),
                3.5 * s,
                theme.blue);
        double most =
                Math.max(
                        1,
                        Math.max(
                                number(synapses.bornPerMinute()),
                                number(synapses.lostPerMinute())));
        double left = room.bottom() - bar.bottom();
        double row = Math.min(30 * s, (left - 4 * s) / 2);
        rate(
                canvas,
                room,
                bar.bottom() + 5 * s,
                row,
                theme,
                "born",
                synapses.bornPerMinute(),
                most,
                theme.green);
        rate(
                canvas,
                room,
                bar.bottom() + 5 * s + row,
                row,
                theme,
                "lost",
                synapses.lostPerMinute(),
                most,
                theme.pink);
    }

    private static double number(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static void rate(
            Canvas canvas,
            Box room,
            double y,
            double height,
            Theme theme,
            String word,
            double perMinute,
            double most,
            int colour) {
        double s = canvas.scale();
        double base = y + height / 2 + 4 * s;
        canvas.text(Face.REGULAR, 11.5, room.x(), base, theme.grey, word);
        String text =
                (Double.isNaN(perMinute) ? "–" : Words.count(Math.round(perMinute))) + " /min";
        double words = Math.max(78 * s, canvas.width(Face.BOLD, 11.5, text));
        canvas.textRight(Face.BOLD, 11.5, room.right(), base, theme.ink, text);
        double x = room.x() + 34 * s;
        double width = room.right() - words - 8 * s - x;
        if (width > 10 * s) {
            Box bar = new Box(x, y + height / 2 - 3 * s, width, 6 * s);
            canvas.box(bar, 3 * s, theme.line);
            double filled = width * number(perMinute) / most;
            if (filled > 0) {
                canvas.box(
                        new Box(x, bar.y(), Math.max(6 * s, filled), bar.height()), 3 * s, colour);
            }
        }
    }
}
