package sporeloop.viewer.panels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.canvas.Face;
import sporeloop.viewer.story.About;
import sporeloop.viewer.story.Log;
import sporeloop.viewer.story.Story;
import sporeloop.viewer.story.Synapses;

/** What each motor neuron is fed from: a picture of its source neurons, bright where weights are large. */
final class FieldsPanel implements Panel {
    private static final double STRIP = 10;

    /** A single row that is longer than this is folded. */
    private static final int LINE = 32;

    /** Of the pixels, this share is no brighter than the brightest colour. */
    private static final double BRIGHT = 0.99;

    private double[][] fields = {};
    private double most = 1;
    private long step = Long.MIN_VALUE;
    private int[] picture = {};

    @Override
    public String title(Story story) {
        return "Receptive fields of the motor neurons";
    }

    @Override
    public boolean shows(Story story) {
        List<About.Projection> projections = story.about().projections();
        return !projections.isEmpty() && story.has(Synapses.THETA + projections.get(0).name());
    }

    /** Height that shows the pictures as large as the width lets them be, at most two rows of them. */
    double height(Story story, double width, double s) {
        About.Projection projection = story.about().projections().get(0);
        int columns = columns(story, projection);
        double aspect = columns / Math.ceil(projection.pres() / (double) columns);
        int across = aspect > 2 ? 4 : 8;
        double cell = (width - 16 * s) / Math.min(across, projection.posts());
        double lines = Math.min(2, Math.ceil(projection.posts() / (double) across));
        return 22 * s + 8 * s + lines * (Math.max(STRIP * s, (cell - 4 * s) / aspect) + 16 * s);
    }

    @Override
    public void draw(Canvas canvas, Box box, Moment moment) {
        Story story = moment.story();
        double s = canvas.scale();
        About.Projection projection = story.about().projections().get(0);
        Log log = story.log(Synapses.THETA + projection.name());
        int after = log.after(moment.step());
        if (after == log.first()) {
            return;
        }
        if (log.step(after - 1) != step) {
            double[][] now = Synapses.fields(story, projection, moment.step());
            fields = now == null ? new double[0][] : now;
            most = bright(fields);
            step = log.step(after - 1);
        }
        int columns = columns(story, projection);
        int rows = (projection.pres() + columns - 1) / columns;
        Box room = box.inset(8 * s, 2 * s, 8 * s, 6 * s);
        double label = 13 * s;
        int across = across(room, columns / (double) rows, label, s);
        double cell = room.width() / across;
        double line = room.height() / Math.ceil(fields.length / (double) across);
        for (int j = 0; j < fields.length; j++) {
            Box place =
                    new Box(
                            room.x() + j % across * cell,
                            room.y() + Math.floor(j / (double) across) * line,
                            cell,
                            line);
            Box tile = place.inset(2 * s, 0, 2 * s, label + 2 * s);
            Box square = tile.fitted(columns / (double) rows);
            if (square.height() >= STRIP * s) {
                tile = square; // else a strip, whose pixels are higher than wide
            }
            tile(canvas, tile, j, columns, rows);
            double y = tile.bottom() + 11 * s;
            canvas.circle(
                    tile.x() + 5 * s, y - 4 * s, 3.2 * s, moment.theme().around(j, fields.length));
            canvas.text(
                    Face.REGULAR, Chart.TEXT, tile.x() + 12 * s, y, moment.theme().grey, "" + j);
        }
    }

    /** What only a few are brighter than: one strong synapse must not make all others dark. */
    private static double bright(double[][] fields) {
        double[] sorted = Arrays.stream(fields).flatMapToDouble(Arrays::stream).sorted().toArray();
        return sorted.length == 0
                ? 1
                : Math.max(1e-12, sorted[(int) ((sorted.length - 1) * BRIGHT)]);
    }

    /** How many tiles side by side make them largest. */
    private int across(Box room, double aspect, double label, double s) {
        if (aspect > 2) {
            return Math.max(1, Math.min(4, fields.length));
        }
        int best = 1;
        double largest = 0;
        for (int across = 1; across <= fields.length; across++) {
            double lines = Math.ceil(fields.length / (double) across);
            double width = room.width() / across - 4 * s;
            double height = (room.height() / lines - label - 2 * s) * aspect;
            double size = Math.min(width, height);
            if (size > largest) {
                largest = size;
                best = across;
            }
        }
        return best;
    }

    private void tile(Canvas canvas, Box tile, int j, int columns, int rows) {
        int pixels = columns * rows;
        picture = picture.length == pixels ? picture : new int[pixels];
        for (int p = 0; p < pixels; p++) {
            picture[p] = Theme.scale(p < fields[j].length ? fields[j][p] / most : 0);
        }
        canvas.picture(tile, columns, rows, picture);
    }

    /** Columns of the source that the projection comes from; a long single row is folded. */
    private static int columns(Story story, About.Projection projection) {
        int columns = declared(story, projection);
        int neurons = projection.pres();
        if (columns < neurons || neurons <= LINE) {
            return columns;
        }
        for (int folded = (int) Math.ceil(Math.sqrt(2.0 * neurons)); folded < neurons; folded++) {
            if (neurons % folded == 0) {
                return folded;
            }
        }
        return columns;
    }

    private static int declared(Story story, About.Projection projection) {
        int first = 0;
        List<About.Source> sources = new ArrayList<>(story.about().sources());
        for (About.Source source : sources) {
            if (first == projection.firstPre() && source.neurons() == projection.pres()) {
                return Math.max(1, Math.min(source.columns(), projection.pres()));
            }
            first += source.neurons();
        }
        return projection.pres();
    }
}
