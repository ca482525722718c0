package sporeloop.viewer.film;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** One frame as a PNG: the last that was added. */
final class PngPicture extends Film {
    private final BufferedImage image;

    PngPicture(Path file, int width, int height) {
        super(file);
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    @Override
    public void add(int[] argb) {
        image.setRGB(0, 0, image.getWidth(), image.getHeight(), argb, 0, image.getWidth());
    }

    @Override
    void end() throws IOException {
        if (!ImageIO.write(image, "png", partial().toFile())) {
            throw new IOException("Java here writes no PNG");
        }
    }
}
