package sporeloop.results.figures;

import java.util.Arrays;
import java.util.List;
import sporeloop.results.figures.Drawing.Anchor;
import sporeloop.results.figures.Drawing.Lettering;

/**
 * One figure over two parameters: a coloured field a pair, its number in it, and the scale beside. A
 * pair without a value stays white with a dash.
 *
 * @param title first line
 * @param subtitle second line: what the numbers are
 * @param across name of the parameter from left to right
 * @param columns its values
 * @param upwards name of the parameter from bottom to top
 * @param rows its values
 */
public record HeatMap(
        String title,
        String subtitle,
        String across,
        List<String> columns,
        String upwards,
        List<String> rows) {
    private static final double LEFT = 110;
    private static final double TOP = 74;
    private static final double FIELD_WIDTH = 84;
    private static final double FIELD_HEIGHT = 52;
    private static final double SCALE_GAP = 24;
    private static final double SCALE_WIDTH = 14;
    private static final double MARGIN = 60;
    private static final int SCALE_STEPS = 64;

    /** From this share of the scale on, a field is light enough for black letters. */
    private static final double LIGHT = 0.55;

    public HeatMap {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Draws the fields.
     *
     * @param value {@code [row][column]}, rows from the bottom upwards; NaN where there is none
     */
    public Figure draw(double[][] value) {
        double right = LEFT + FIELD_WIDTH * columns.size();
        double bottom = TOP + FIELD_HEIGHT * rows.size();
        Drawing drawing =
                new Drawing(
                        Math.max(right + SCALE_GAP + SCALE_WIDTH + MARGIN, 480),
                        bottom + 58,
                        title + ", " + subtitle);
        drawing.titles(title, subtitle);
        double[] all =
                Arrays.stream(value).flatMapToDouble(Arrays::stream).map(Axis::drawable).toArray();
        Axis scale = Axis.covering(all, 5);
        for (int r = 0; r < rows.size(); r++) {
            double top = bottom - FIELD_HEIGHT * (r + 1);
            double middle = top + FIELD_HEIGHT / 2 + 5;
            drawing.text(rows.get(r), LEFT - 8, middle, Panel.SMALL, Anchor.END);
            for (int c = 0; c < columns.size(); c++) {
                double left = LEFT + FIELD_WIDTH * c;
                double shown = Axis.drawable(value[r][c]);
                boolean there = !Double.isNaN(shown);
                if (there) {
                    drawing.box(
                            Viridis.colour(scale.share(shown)),
                            1,
                            left,
                            top,
                            left + FIELD_WIDTH - 1.5,
                            top + FIELD_HEIGHT - 1.5);
                }
                int ink = there && scale.share(shown) < LIGHT ? 0xFFFFFF : Ink.BLACK;
                drawing.text(
                        there ? Wording.rounded(shown) : "–",
                        left + FIELD_WIDTH / 2,
                        middle,
                        new Lettering(14, true, ink),
                        Anchor.MIDDLE);
            }
        }
        for (int c = 0; c < columns.size(); c++) {
            drawing.text(
                    columns.get(c),
                    LEFT + FIELD_WIDTH * (c + 0.5),
                    bottom + 18,
                    Panel.SMALL,
                    Anchor.MIDDLE);
        }
        drawing.text(across, (LEFT + right) / 2, bottom + 42, Panel.NORMAL, Anchor.MIDDLE);
        drawing.upright(upwards, 34, (TOP + bottom) / 2, Panel.NORMAL);
        scale(drawing, scale, right + SCALE_GAP, bottom);
        return new Figure(drawing);
    }

    private static void scale(Drawing drawing, Axis scale, double left, double bottom) {
        double height = bottom - TOP;
        for (int k = 0; k < SCALE_STEPS; k++) {
            double low = bottom - height * k / SCALE_STEPS;
            double high = Math.max(TOP, bottom - height * (k + 1) / SCALE_STEPS - 0.5);
            drawing.box(
                    Viridis.colour((k + 0.5) / SCALE_STEPS),
                    1,
                    left,
                    high,
                    left + SCALE_WIDTH,
                    low);
        }
        for (double tick : scale.ticks()) {
            drawing.text(
                    scale.label(tick),
                    left + SCALE_WIDTH + 6,
                    bottom - height * scale.share(tick) + 4,
                    Panel.SMALL,
                    Anchor.START);
        }
    }
}
