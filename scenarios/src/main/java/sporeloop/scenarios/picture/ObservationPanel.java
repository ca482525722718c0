package sporeloop.scenarios.picture;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import sporeloop.environments.Channel;

/** The observation as bars, each from its channel's zero or least value, in the channel's range. */
final class ObservationPanel {
    private static final int MOST_NAMED = 12;
    private static final double BAR = 10; // [px]

    private ObservationPanel() {}

    static void paint(
            Graphics2D page, Glimpse seen, double x, double y, double width, double height) {
        List<Channel> channels = seen.spec().observation();
        page.setColor(Theme.INK);
        page.setFont(Theme.bold(14));
        page.drawString("observation", (float) x, (float) y);
        boolean named = channels.size() <= MOST_NAMED;
        double top = y + 14;
        if (!named) {
            Channel first = channels.get(0);
            page.setFont(Theme.plain(13));
            page.drawString(
                    "%d channels, %s … %s %s each"
                            .formatted(
                                    channels.size(),
                                    Labels.number(first.min()),
                                    Labels.number(first.max()),
                                    first.unit()),
                    (float) x,
                    (float) (y + 20));
            top = y + 32;
        }
        double pitch =
                named ? 44 : Math.min(BAR, (height - (top - y)) / Math.max(1, channels.size()));
        for (int i = 0; i < channels.size(); i++) {
            Channel channel = channels.get(i);
            double value = seen.observation()[i];
            double at = top + i * pitch;
            if (named) {
                words(page, channel, value, x, at + 14, width);
                bar(page, channel, value, x, at + 20, width, BAR);
            } else {
                bar(page, channel, value, x, at, width, 0.8 * pitch);
            }
        }
    }

    private static void words(
            Graphics2D page, Channel channel, double value, double x, double y, double width) {
        page.setFont(Theme.plain(13));
        page.setColor(Theme.INK);
        page.drawString(channel.name().replace('_', ' '), (float) x, (float) y);
        String figure = (Labels.number(value) + " " + channel.unit()).strip();
        int length = page.getFontMetrics().stringWidth(figure);
        page.drawString(figure, (float) (x + width - length), (float) y);
    }

    private static void bar(
            Graphics2D page,
            Channel channel,
            double value,
            double x,
            double y,
            double width,
            double height) {
        double span = channel.max() - channel.min();
        double zero = Math.max(0, Math.min(1, -channel.min() / span));
        double share = Math.max(0, Math.min(1, (value - channel.min()) / span));
        page.setColor(Theme.PALE);
        page.fill(new Rectangle2D.Double(x, y, width, height));
        page.setColor(Theme.OFF);
        double left = Math.min(zero, share);
        page.fill(
                new Rectangle2D.Double(
                        x + left * width, y, Math.abs(share - zero) * width, height));
        page.setColor(Theme.INK);
        page.fill(new Rectangle2D.Double(x + zero * width - 0.5, y - 1, 1, height + 2));
    }
}
