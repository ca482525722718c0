package sporeloop.viewer.panels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.canvas.Face;
import sporeloop.viewer.story.Story;
import sporeloop.viewer.story.Synapses;

/**
 * The whole picture: a head with the run and its clock, the scene at the left, the brain's panels beside
 * and below it, a foot. Panels share what room there is; those without data leave theirs to the others.
 *
 * <pre>
 *   head
 *   scene    | spikes
 *            | senses      motor
 *            | reward      curve
 *   fields   | θ           connections
 *   foot or time line
 * </pre>
 */
public final class Dashboard {
    private static final double GAP = 8;
    private static final double HEAD = 44;
    private static final double FOOT = 26;
    private static final double TITLE = 22;

    /** Least width of the whole for panels that are drawn at their plain size. */
    private static final double PLAIN_WIDTH = 1120;

    private static final double PLAIN_HEIGHT = 640;

    private final ScenePanel scene = new ScenePanel();
    private final FieldsPanel fields = new FieldsPanel();
    private final RasterPanel raster = new RasterPanel();
    private final List<Panel> small =
            List.of(
                    new EventsPanel(),
                    new ObservationPanel(),
                    new MotorPanel(),
                    new RewardPanel(),
                    new CurvePanel(),
                    new ThetaPanel(),
                    new ConnectionsPanel());
    private final List<Panel> numbered = new ArrayList<>();
    private final boolean[] off = new boolean[9];
    private final Synapses synapses = new Synapses();
    private final Map<String, Box> places = new LinkedHashMap<>();
    private final Edge edge = new Edge();
    private Theme theme = Theme.DARK;
    private boolean bodyAlone;
    private @Nullable Grip grip;
    private final double[] hand = new double[2];

    /** A dashboard with all its panels. */
    public Dashboard() {
        numbered.add(raster);
        numbered.add(fields);
        numbered.addAll(small);
    }

    /** The scale at which everything is legible and nothing too small, for a picture of this size. */
    public static double scale(int width, int height, double density) {
        double fits = Math.min(width / PLAIN_WIDTH, height / PLAIN_HEIGHT) / density;
        return density * Math.max(0.92, Math.min(2.4, Math.pow(fits, 0.8)));
    }

    /** Draws the story as of a step. */
    public void draw(Canvas canvas, Story story, double at, Status status) {
        double s = canvas.scale();
        synapses.look(story, (long) Math.floor(at));
        Moment moment = new Moment(story, at, synapses, theme);
        places.clear();
        Box whole = canvas.whole();
        edge.head(canvas, new Box(0, 0, whole.width(), HEAD * s), moment, status);
        Box foot = new Box(0, whole.bottom() - FOOT * s, whole.width(), FOOT * s);
        edge.foot(canvas, foot, moment, status);
        Box room = new Box(GAP * s, HEAD * s, whole.width() - 2 * GAP * s, foot.y() - HEAD * s);
        arrange(canvas, room, moment);
        drawHand(canvas);
        if (status.notice() != null) {
            edge.notice(canvas, room, theme, status.notice());
        }
        if (status.help()) {
            Help.draw(canvas, theme, story.about());
        }
    }

    private void arrange(Canvas canvas, Box room, Moment moment) {
        double s = canvas.scale();
        double gap = GAP * s;
        List<Panel> right = new ArrayList<>();
        for (Panel panel : small) {
            if (visible(panel, moment.story())) {
                right.add(panel);
            }
        }
        // A camera says more of what is sensed than its numbers do.
        if (right.size() > 6 && right.get(0) instanceof EventsPanel) {
            right.removeIf(panel -> panel instanceof ObservationPanel);
        }
        boolean spikes = visible(raster, moment.story());
        boolean brain = !right.isEmpty() || spikes;
        double share = room.width() > 1.5 * room.height() ? 0.46 : 0.44;
        double left = brain ? Math.min(room.width() * share, room.height() * 1.02) : room.width();
        double below = 0;
        if (visible(fields, moment.story())) {
            double wanted = fields.height(moment.story(), left, s);
            below = Math.max(80 * s, Math.min(0.26 * room.height(), wanted));
            place(canvas, fields, new Box(room.x(), room.bottom() - below, left, below), moment);
            below += gap;
        }
        place(canvas, scene, new Box(room.x(), room.y(), left, room.height() - below), moment);
        if (brain) {
            column(canvas, room.inset(left + gap, 0, 0, 0), right, spikes, moment);
        }
    }

    private void column(
            Canvas canvas, Box room, List<Panel> panels, boolean spikes, Moment moment) {
        double gap = GAP * canvas.scale();
        int rows = (panels.size() + 1) / 2;
        double y = room.y();
        if (spikes) {
            double height =
                    rows == 0 ? room.height() : (room.height() - gap * rows) * 1.25 / (rows + 1.25);
            place(canvas, raster, new Box(room.x(), y, room.width(), height), moment);
            y += height + gap;
        }
        double height = (room.bottom() - y - gap * (rows - 1)) / Math.max(1, rows);
        for (int p = 0; p < panels.size(); p++) {
            boolean alone = p == panels.size() - 1 && p % 2 == 0;
            double width = alone ? room.width() : (room.width() - gap) / 2;
            double x = room.x() + (p % 2) * (width + gap);
            int row = p / 2;
            place(
                    canvas,
                    panels.get(p),
                    new Box(x, y + row * (height + gap), width, height),
                    moment);
        }
    }

    private boolean visible(Panel panel, Story story) {
        int number = numbered.indexOf(panel);
        return !bodyAlone && (number < 0 || !off[number]) && panel.shows(story);
    }

    private void place(Canvas canvas, Panel panel, Box box, Moment moment) {
        double s = canvas.scale();
        canvas.box(box, 7 * s, theme.panel);
        canvas.clip(box);
        String title = panel.title(moment.story());
        canvas.text(
                Face.BOLD,
                11.5,
                box.x() + 10 * s,
                box.y() + 16 * s,
                theme.ink,
                fitted(canvas, title, box.width() - 20 * s));
        canvas.unclip();
        Box inner = box.inset(0, TITLE * s, 0, 0);
        places.put(panel.getClass().getSimpleName(), inner);
        panel.draw(canvas, inner, moment);
    }

    /** As much of a title as there is room for. */
    private static String fitted(Canvas canvas, String title, double width) {
        String shown = title;
        while (shown.length() > 1 && canvas.width(Face.BOLD, 11.5, shown + "…") > width) {
            shown = shown.substring(0, shown.length() - 1);
        }
        return canvas.width(Face.BOLD, 11.5, title) <= width ? title : shown + "…";
    }

    /** Where panels lie, below their titles, by the name of their class. */
    public Map<String, Box> places() {
        return places;
    }

    /** Where the time line lies. */
    public Box timeLine() {
        return edge.timeLine();
    }

    /** From pixels to metres of the scene; null if it is not seen. */
    public @Nullable View view() {
        return scene.view();
    }

    /** What a hand can take hold of at a pixel; null if there is nothing. */
    public @Nullable Grip grip(Story story, double px, double py) {
        return scene.grip(story.about(), px, py);
    }

    /**
     * A hand holds something.
     *
     * @param held null: nothing any more
     */
    public void hold(@Nullable Grip held, double px, double py) {
        grip = held;
        hand[0] = px;
        hand[1] = py;
    }

    /** An arrow from what is held to the hand. */
    private void drawHand(Canvas canvas) {
        Grip held = grip;
        View view = scene.view();
        if (held == null || view == null) {
            return;
        }
        double s = canvas.scale();
        int colour = held.goal() ? theme.green : theme.orange;
        double x = view.px(held.x());
        double y = view.py(held.y());
        canvas.line(x, y, hand[0], hand[1], 2 * s, colour);
        canvas.ring(hand[0], hand[1], 5 * s, 2 * s, colour);
        String words = held.words(view.mx(hand[0]), view.my(hand[1]));
        double width = canvas.width(Face.BOLD, 11.5, words);
        Box behind = new Box(hand[0] + 10 * s, hand[1] - 24 * s, width + 12 * s, 19 * s);
        canvas.box(behind, 4 * s, Theme.faded(theme.panel, 0.9));
        canvas.text(Face.BOLD, 11.5, behind.x() + 6 * s, behind.bottom() - 5 * s, theme.ink, words);
    }

    /** The colours. */
    public Theme theme() {
        return theme;
    }

    /** Takes other colours. */
    public void theme(Theme other) {
        theme = other;
    }

    /** Shows or hides a panel, counted from 1. */
    public void toggle(int number) {
        off[number - 1] = !off[number - 1];
    }

    /** Shows the body alone, or the brain beside it. */
    public void toggleBrain() {
        bodyAlone = !bodyAlone;
    }

    /** Follows the body, or shows the whole. */
    public void toggleFollowing() {
        scene.turnFollowing();
    }
}
