package sporeloop.results.figures;

import java.util.List;
import java.util.Locale;
import sporeloop.results.figures.Drawing.Anchor;

/**
 * Where something would go from each place of a square plane: a panel a field, an arrow a place, blue
 * where it brings it nearer to the goal, red where it does not.
 *
 * @param title first line
 * @param subtitle second line
 * @param half half the plane's side [m]
 * @param goalX the goal's place [m]
 * @param goalY likewise
 * @param goalRadius [m]
 * @param longest speed of an arrow that reaches the next place [m/s]
 */
public record ArrowFields(
        String title,
        String subtitle,
        double half,
        double goalX,
        double goalY,
        double goalRadius,
        double longest) {
    /**
     * One panel.
     *
     * @param name above it
     * @param x the places [m]
     * @param y likewise
     * @param vx the velocities there [m/s]
     * @param vy likewise
     */
    public record Field(String name, double[] x, double[] y, double[] vx, double[] vy) {}

    private static final double SIDE = 210;
    private static final PanelRows ROWS = new PanelRows(4, 30, 74, SIDE + 22, SIDE + 46);
    private static final double HEAD = 3.2;
    private static final int ROUND = 48;

    /** Draws the panels, row by row. */
    public Figure draw(List<Field> fields) {
        Drawing drawing = ROWS.drawing(title, subtitle, fields.size());
        Axis axis = new Axis(-half, half, half, 1, "");
        for (int n = 0; n < fields.size(); n++) {
            double left = ROWS.left(n);
            double top = ROWS.top(n) + 22;
            Panel panel = new Panel(drawing, left, top, left + SIDE, top + SIDE, axis, axis);
            Field field = fields.get(n);
            drawing.text(
                    field.name + String.format(Locale.ROOT, ": %.0f %%", 100 * nearing(field)),
                    left,
                    top - 8,
                    Panel.NORMAL,
                    Anchor.START);
            drawing.line(
                    Ink.solid(Ink.GREY, 1),
                    left,
                    top,
                    left + SIDE,
                    top,
                    left + SIDE,
                    top + SIDE,
                    left,
                    top + SIDE,
                    left,
                    top);
            goal(drawing, panel);
            arrows(drawing, panel, field);
        }
        return new Figure(drawing);
    }

    /** Share of the places outside the goal from which the way leads nearer to it, 0…1. */
    public double nearing(Field field) {
        int outside = 0;
        int nearer = 0;
        for (int k = 0; k < field.x.length; k++) {
            if (Math.hypot(field.x[k] - goalX, field.y[k] - goalY) > goalRadius) {
                outside++;
                nearer += isNearer(field, k) ? 1 : 0;
            }
        }
        return outside == 0 ? Double.NaN : (double) nearer / outside;
    }

    private boolean isNearer(Field field, int k) {
        return field.vx[k] * (goalX - field.x[k]) + field.vy[k] * (goalY - field.y[k]) > 0;
    }

    private void goal(Drawing drawing, Panel panel) {
        double[] points = new double[2 * ROUND];
        for (int k = 0; k < ROUND; k++) {
            double angle = 2 * Math.PI * k / ROUND;
            points[2 * k] = panel.x(goalX + goalRadius * Math.cos(angle));
            points[2 * k + 1] = panel.y(goalY + goalRadius * Math.sin(angle));
        }
        drawing.area(Ink.GREEN, 0.25, points);
    }

    private void arrows(Drawing drawing, Panel panel, Field field) {
        double apart = SIDE / Math.max(1, Math.sqrt(field.x.length));
        for (int k = 0; k < field.x.length; k++) {
            double speed = Math.hypot(field.vx[k], field.vy[k]);
            double x = panel.x(field.x[k]);
            double y = panel.y(field.y[k]);
            int rgb = isNearer(field, k) ? Ink.BLUE : Ink.VERMILLION;
            if (!(speed > 0.02 * longest)) {
                drawing.dot(Ink.GREY, x, y, 1);
                continue;
            }
            double reach = apart * Math.min(1, speed / longest);
            double along = field.vx[k] / speed;
            double up = -field.vy[k] / speed; // down the page
            double tipX = x + reach / 2 * along;
            double tipY = y + reach / 2 * up;
            drawing.line(
                    Ink.solid(rgb, 1.2), x - reach / 2 * along, y - reach / 2 * up, tipX, tipY);
            drawing.area(
                    rgb,
                    1,
                    tipX + HEAD * along,
                    tipY + HEAD * up,
                    tipX - HEAD * up / 1.6,
                    tipY + HEAD * along / 1.6,
                    tipX + HEAD * up / 1.6,
                    tipY - HEAD * along / 1.6);
        }
    }
}
