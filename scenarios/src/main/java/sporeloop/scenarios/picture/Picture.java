package sporeloop.scenarios.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * One page: title, the scene, its scale if it has one, and beside it what is sensed.
 *
 * @param width [px]
 * @param height [px]
 * @param title the line at the head
 * @param closeUp metres to show around the body; 0: the whole scene
 */
public record Picture(int width, int height, String title, double closeUp) {
    private static final double MARGIN = 20;
    private static final double SIDE_SHARE = 0.3;
    private static final double WIDE_SIDE_SHARE = 0.45;
    private static final double HEAD = 52;
    private static final double FOOT = 44;

    /** The page as PNG; needs fonts, but no display. */
    public byte[] png(Glimpse seen) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D page = image.createGraphics();
        try {
            page.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            page.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            page.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            paint(page, seen);
        } finally {
            page.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void paint(Graphics2D page, Glimpse seen) {
        page.setColor(Theme.PAPER);
        page.fillRect(0, 0, width, height);
        page.setColor(Theme.INK);
        page.setFont(Theme.bold(17));
        page.drawString(title, (float) MARGIN, 32);
        boolean wide = seen.spec().camera().width() > 2 * seen.spec().camera().height();
        double side = (wide ? WIDE_SIDE_SHARE : SIDE_SHARE) * width;
        double sceneWidth = width - side - 3 * MARGIN;
        Rectangle2D box = new Rectangle2D.Double(MARGIN, HEAD, sceneWidth, height - HEAD - FOOT);
        Frame frame =
                closeUp > 0
                        ? Frame.closeUp(seen.scene(), box, closeUp)
                        : Frame.around(seen.scene(), box);
        ScenePainter.paint(page, seen.scene(), frame);
        double foot = height - 16;
        ScenePainter.scaleBar(page, seen.scene(), frame, MARGIN, foot);
        Labels.legend(page, seen.scene(), MARGIN + sceneWidth, foot);
        double x = 2 * MARGIN + sceneWidth;
        if (seen.spec().camera().width() > 0) {
            EventsPanel.paint(page, seen, x, HEAD + 12, side);
        } else {
            ObservationPanel.paint(page, seen, x, HEAD + 12, side, height - HEAD - FOOT);
        }
    }
}
