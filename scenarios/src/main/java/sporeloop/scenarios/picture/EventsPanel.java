package sporeloop.scenarios.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/**
 * An event camera's pixels, the upper half of each coloured by its ON events (brighter) and the lower
 * by its OFF events (darker) of the last moment; the more events, the stronger.
 */
final class EventsPanel {
    private static final double WEAKEST = 0.35;

    private EventsPanel() {}

    static void paint(Graphics2D page, Glimpse seen, double x, double y, double width) {
        int columns = seen.spec().camera().width();
        int rows = seen.spec().camera().height();
        double side = width / columns;
        page.setColor(Theme.INK);
        page.setFont(Theme.bold(14));
        page.drawString("event camera, %d × %d".formatted(columns, rows), (float) x, (float) y);
        double top = y + 12;
        page.setColor(Theme.PALE);
        Rectangle2D box = new Rectangle2D.Double(x, top, width, side * rows);
        page.fill(box);
        int most =
                Math.max(
                        1,
                        Math.max(
                                Arrays.stream(seen.on()).max().orElse(0),
                                Arrays.stream(seen.off()).max().orElse(0)));
        for (int pixel = 0; pixel < columns * rows; pixel++) {
            int column = pixel % columns;
            int row = pixel / columns;
            double left = x + column * side;
            double above = top + row * side;
            int on = seen.on()[pixel];
            int off = seen.off()[pixel];
            // A pixel of one polarity only is filled whole.
            fill(page, Theme.ON, on, most, left, above, side, off > 0 ? side / 2 : side);
            double start = on > 0 ? side / 2 : 0;
            fill(page, Theme.OFF, off, most, left, above + start, side, side - start);
        }
        page.setColor(Theme.GREY);
        page.setStroke(new BasicStroke(1));
        page.draw(box);
        caption(page, seen, x, box.getMaxY() + 20);
    }

    private static void caption(Graphics2D page, Glimpse seen, double x, double y) {
        page.setFont(Theme.plain(13));
        key(page, Theme.ON, Arrays.stream(seen.on()).sum() + " ON (brighter)", x, y);
        key(page, Theme.OFF, Arrays.stream(seen.off()).sum() + " OFF (darker)", x, y + 20);
        page.setColor(Theme.GREY);
        page.drawString("events of the last 200 ms", (float) x, (float) (y + 40));
    }

    private static void key(Graphics2D page, Color colour, String words, double x, double y) {
        page.setColor(colour);
        page.fill(new Rectangle2D.Double(x, y - 10, 11, 11));
        page.setColor(Theme.INK);
        page.drawString(words, (float) (x + 17), (float) y);
    }

    private static void fill(
            Graphics2D page,
            Color colour,
            int events,
            int most,
            double x,
            double y,
            double width,
            double height) {
        if (events > 0) {
            double strength = WEAKEST + (1 - WEAKEST) * events / most;
            page.setColor(
                    new Color(
                            colour.getRed(),
                            colour.getGreen(),
                            colour.getBlue(),
                            (int) Math.round(255 * strength)));
            page.fill(new Rectangle2D.Double(x, y, width, height));
        }
    }
}
