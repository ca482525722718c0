package sporeloop.viewer.panels;

import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.canvas.Face;
import sporeloop.viewer.story.Story;

/** What stands around the panels: whose run it is and how far, the time line, notices. */
final class Edge {
    private Box timeLine = new Box(0, 0, 0, 0);

    void head(Canvas canvas, Box box, Moment moment, Status status) {
        double s = canvas.scale();
        Theme theme = moment.theme();
        Story story = moment.story();
        double base = box.y() + 28 * s;
        double x = 14 * s;
        String name = story.about().get("scenario");
        canvas.text(Face.BOLD, 17, x, base, theme.ink, name);
        double end = x + canvas.width(Face.BOLD, 17, name) + 12 * s;
        String seed = story.about().get("seed");
        String detail =
                String.join(
                        " · ",
                        java.util.stream.Stream.of(
                                        seed.isEmpty() ? "" : "seed " + seed,
                                        story.about().get("agent"),
                                        status.mode())
                                .filter(text -> !text.isEmpty())
                                .toList());
        String clock = Words.time(story.seconds(moment.at()));
        double right = box.right() - 14 * s;
        canvas.textRight(Face.BOLD, 17, right, base, theme.ink, clock);
        right -= canvas.width(Face.BOLD, 17, clock) + 14 * s;
        String speed = speed(status);
        canvas.textRight(Face.REGULAR, 12, right, base, theme.grey, speed);
        right -= canvas.width(Face.REGULAR, 12, speed) + 10 * s;
        sign(canvas, right - 5 * s, base - 5 * s, status, theme);
        if (end + canvas.width(Face.REGULAR, 12, detail) < right - 20 * s) {
            canvas.text(Face.REGULAR, 12, end, base, theme.grey, detail);
        }
    }

    private static String speed(Status status) {
        String measured =
                Double.isNaN(status.measured()) || status.paused()
                        ? ""
                        : " (" + Words.number(status.measured()) + " × real time)";
        return status.speed() + measured;
    }

    /** Two bars when it stands still, a triangle when it goes on, a dot when it is recorded. */
    private static void sign(Canvas canvas, double x, double y, Status status, Theme theme) {
        double s = canvas.scale();
        if (status.paused()) {
            canvas.box(new Box(x - 5 * s, y - 5 * s, 3.6 * s, 10 * s), 1 * s, theme.orange);
            canvas.box(new Box(x + 1.4 * s, y - 5 * s, 3.6 * s, 10 * s), 1 * s, theme.orange);
        } else {
            double[] xs = {x - 4 * s, x + 5 * s, x - 4 * s};
            double[] ys = {y - 5 * s, y, y + 5 * s};
            canvas.polygon(xs, ys, 3, theme.green);
        }
        if (status.recording()) {
            canvas.circle(x - 18 * s, y, 5 * s, 0xFFE5484D);
        }
    }

    void foot(Canvas canvas, Box box, Moment moment, Status status) {
        double s = canvas.scale();
        Theme theme = moment.theme();
        double base = box.y() + 17 * s;
        timeLine = new Box(0, 0, 0, 0);
        if (status.length() > 0) {
            String end = Words.time(moment.story().seconds(status.length()));
            double words = canvas.width(Face.REGULAR, 11, end);
            canvas.textRight(Face.REGULAR, 11, box.right() - 14 * s, base, theme.grey, end);
            timeLine = new Box(14 * s, box.y() + 4 * s, box.width() - 40 * s - words, 18 * s);
            double y = timeLine.centreY();
            double at = timeLine.x() + timeLine.width() * moment.at() / status.length();
            canvas.line(timeLine.x(), y, timeLine.right(), y, 4 * s, theme.line);
            canvas.line(timeLine.x(), y, at, y, 4 * s, theme.blue);
            canvas.circle(at, y, 6.5 * s, theme.ink);
            return;
        }
        String hint =
                status.mode().isEmpty() ? "sporeloop" : "Space pause   + − speed   ? all keys";
        canvas.text(Face.REGULAR, 11, 14 * s, base, theme.grey, hint);
        canvas.textRight(
                Face.REGULAR,
                11,
                box.right() - 14 * s,
                base,
                theme.grey,
                Words.name(story(moment)));
    }

    private static String story(Moment moment) {
        String figure = moment.story().about().get("task");
        return figure.isEmpty() ? "" : "task: " + figure;
    }

    Box timeLine() {
        return timeLine;
    }

    void notice(Canvas canvas, Box room, Theme theme, String sentence) {
        double s = canvas.scale();
        double width = canvas.width(Face.BOLD, 12.5, sentence) + 28 * s;
        Box box = new Box(room.centreX() - width / 2, room.bottom() - 52 * s, width, 32 * s);
        canvas.box(box, 8 * s, theme.ink);
        canvas.textCentred(
                Face.BOLD, 12.5, box.centreX(), box.y() + 21 * s, theme.background, sentence);
    }
}
