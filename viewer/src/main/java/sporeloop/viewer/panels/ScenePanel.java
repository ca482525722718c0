package sporeloop.viewer.panels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sporeloop.environments.Scene;
import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.canvas.Face;
import sporeloop.viewer.story.About;
import sporeloop.viewer.story.SceneReader;
import sporeloop.viewer.story.Story;

/**
 * The body in its world, with the trail of where it has been, a scale, and what the colours mean. A
 * body that is small in a large world is followed, with the whole in a corner.
 */
final class ScenePanel implements Panel {
    /** A body of less than this share of a scene with a road is followed. */
    private static final double SMALL = 0.08;

    /** Width of what is seen around a body that is followed, in bodies. */
    private static final double AROUND = 16;

    private final Scene scene = new Scene();
    private final Trail trail = new Trail();
    private final SceneBrush brush = new SceneBrush();
    private final double[] body = new double[3];
    private final double[] place = new double[2];
    private @Nullable View view;
    private boolean turned;

    /** What is at a pixel of the scene; null if nothing there can be moved. */
    @Nullable Grip grip(About about, double px, double py) {
        View seen = view;
        return seen == null || !seen.box().contains(px, py)
                ? null
                : Grip.at(scene, about, seen.mx(px), seen.my(py));
    }

    @Override
    public String title(Story story) {
        return Words.capital(Words.name(story.about().get("task")));
    }

    @Override
    public boolean shows(Story story) {
        return story.has(SceneReader.STREAM);
    }

    /** Follows a body that it would not, and the other way round. */
    void turnFollowing() {
        turned = !turned;
    }

    /** From pixels to metres, as the scene was drawn last; null if it was not. */
    @Nullable View view() {
        return view;
    }

    @Override
    public void draw(Canvas canvas, Box box, Moment moment) {
        view = null;
        if (!SceneReader.read(moment.story(), moment.at(), scene) || scene.size() == 0) {
            return;
        }
        double s = canvas.scale();
        Box room = box.inset(10 * s, 6 * s, 10 * s, 34 * s);
        View all = View.whole(scene, room);
        View seen = all;
        boolean found = find(scene, body);
        double extent = Math.min(room.width(), room.height()) / all.perMetre();
        boolean small = found && road() && 2 * body[2] < SMALL * extent;
        boolean follows = found && small != turned;
        if (follows) {
            seen =
                    new View(
                            box.inset(0, 0, 0, 28 * s),
                            body[0],
                            body[1],
                            Math.min(room.width(), room.height()) / (AROUND * body[2]));
        }
        view = seen;
        Box window = box.inset(1 * s, 0, 1 * s, 28 * s);
        canvas.clip(window);
        if (follows) {
            canvas.box(window, 0, moment.theme().of(Scene.Role.GROUND));
        }
        brush.draw(canvas, scene, seen, moment.theme(), true);
        trail(canvas, moment, seen);
        brush.draw(canvas, scene, seen, moment.theme(), false);
        canvas.unclip();
        if (follows) {
            map(canvas, box, moment.theme());
        }
        if (!moment.story().about().get("to-scale").equals("no")) {
            scale(canvas, box, seen, moment.theme());
        }
        legend(canvas, box, moment.theme());
    }

    private boolean road() {
        for (int k = 0; k < scene.size(); k++) {
            if (scene.role(k) == Scene.Role.ROAD) {
                return true;
            }
        }
        return false;
    }

    /** Finds the first body's middle and its half size [m]; whether there is one. */
    static boolean find(Scene in, double[] body) {
        for (int k = 0; k < in.size(); k++) {
            if (in.role(k) == Scene.Role.BODY) {
                double x = 0;
                double y = 0;
                for (int p = 0; p < in.points(k); p++) {
                    x += in.x(k, p) / in.points(k);
                    y += in.y(k, p) / in.points(k);
                }
                double half = in.kind(k) == Scene.Kind.CIRCLE ? in.extent(k) : 0;
                for (int p = 0; p < in.points(k); p++) {
                    half = Math.max(half, Math.hypot(in.x(k, p) - x, in.y(k, p) - y));
                }
                body[0] = x;
                body[1] = y;
                body[2] = Math.max(1e-6, half);
                return true;
            }
        }
        return false;
    }

    /** Where the body was; no line where it was put somewhere else. */
    private void trail(Canvas canvas, Moment moment, View seen) {
        if (!find(scene, body)) {
            return;
        }
        double x = seen.px(body[0]);
        double y = seen.py(body[1]);
        double leap = 6 * body[2] * seen.perMetre();
        double thick = Math.min(7 * canvas.scale(), 1.1 * body[2] * seen.perMetre());
        int ground = moment.theme().of(Scene.Role.GROUND);
        for (int n = 1; n <= Trail.PIECES; n++) {
            if (!trail.place(moment.story(), moment.at(), n, place)) {
                return;
            }
            double px = seen.px(place[0]);
            double py = seen.py(place[1]);
            if (Math.hypot(px - x, py - y) > leap) {
                return;
            }
            double left = 1 - n / (double) (Trail.PIECES + 1);
            int colour = Theme.mixed(ground, moment.theme().blue, 0.55 * left);
            canvas.line(x, y, px, py, Math.max(1, thick * left), colour);
            x = px;
            y = py;
        }
    }

    private void map(Canvas canvas, Box box, Theme theme) {
        double s = canvas.scale();
        double side = 0.25 * Math.min(box.width(), box.height());
        Box place = new Box(box.right() - side - 8 * s, box.y() + 4 * s, side, side);
        canvas.box(place, 6 * s, Theme.faded(theme.panel, 0.88));
        View small = View.whole(scene, place.inset(8 * s));
        brush.draw(canvas, scene, small, theme, true);
        canvas.circle(small.px(body[0]), small.py(body[1]), 4 * s, theme.blue);
        canvas.frame(place, 6 * s, Math.max(1, s), theme.line);
    }

    private static void scale(Canvas canvas, Box box, View seen, Theme theme) {
        double s = canvas.scale();
        double metres = Chart.step(110 * s / seen.perMetre(), 1.2);
        while (metres * seen.perMetre() > 130 * s) {
            metres /= 2;
        }
        double length = metres * seen.perMetre();
        double y = box.bottom() - 11 * s;
        double x = box.x() + 12 * s;
        canvas.line(x, y, x + length, y, 1.6 * s, theme.grey);
        canvas.line(x, y - 3.5 * s, x, y + 3.5 * s, 1.6 * s, theme.grey);
        canvas.line(x + length, y - 3.5 * s, x + length, y + 3.5 * s, 1.6 * s, theme.grey);
        canvas.text(Face.REGULAR, 11.5, x + length + 8 * s, y + 4 * s, theme.grey, length(metres));
    }

    private static String length(double metres) {
        return metres < 0.0999
                ? Words.tick(metres * 100, metres * 100 >= 1 ? 1 : 0.1) + " cm"
                : Words.tick(metres, metres >= 1 && metres == Math.rint(metres) ? 1 : 0.01)
                                .replaceAll("(\\.\\d*?)0+$", "$1")
                        + " m";
    }

    private void legend(Canvas canvas, Box box, Theme theme) {
        double s = canvas.scale();
        Map<Scene.Role, String> words = new LinkedHashMap<>();
        for (int k = 0; k < scene.size(); k++) {
            switch (scene.role(k)) {
                case GOAL -> words.put(Scene.Role.GOAL, "goal");
                case COMMAND -> words.put(Scene.Role.COMMAND, "command");
                case VELOCITY -> words.put(Scene.Role.VELOCITY, "velocity");
                default -> {}
            }
        }
        List<Map.Entry<Scene.Role, String>> entries = new ArrayList<>(words.entrySet());
        double x = box.right() - 12 * s;
        for (int e = entries.size() - 1; e >= 0; e--) {
            String word = entries.get(e).getValue();
            x -= canvas.width(Face.REGULAR, 11.5, word);
            canvas.text(Face.REGULAR, 11.5, x, box.bottom() - 7 * s, theme.ink, word);
            x -= 9 * s;
            canvas.circle(x, box.bottom() - 11 * s, 4 * s, theme.of(entries.get(e).getKey()));
            x -= 18 * s;
        }
    }
}
