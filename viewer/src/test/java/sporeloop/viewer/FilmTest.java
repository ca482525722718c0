package sporeloop.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.viewer.film.Film;

class FilmTest {
    @TempDir Path folder;

    private static int[] frame(int n) {
        int[] argb = new int[40 * 30];
        java.util.Arrays.fill(argb, 0xFF102030);
        for (int y = 10; y < 14; y++) {
            for (int x = 0; x < 4; x++) {
                argb[y * 40 + 5 * n + x] = 0xFFFF8000;
            }
        }
        return argb;
    }

    @Test
    void aGifHoldsEachFrameAsItWasAdded() throws IOException {
        Path file = folder.resolve("film.gif");
        try (Film film = Film.create(file, 40, 30, 10)) {
            for (int n = 0; n < 5; n++) {
                film.add(frame(n));
            }
            film.finish();
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(file.toFile()));
        assertEquals(5, reader.getNumImages(true));
        BufferedImage screen = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
        for (int n = 0; n < 5; n++) {
            var tree = reader.getImageMetadata(n).getAsTree("javax_imageio_gif_image_1.0");
            var place = tree.getFirstChild().getAttributes();
            int left = Integer.parseInt(place.getNamedItem("imageLeftPosition").getNodeValue());
            int top = Integer.parseInt(place.getNamedItem("imageTopPosition").getNodeValue());
            screen.getGraphics().drawImage(reader.read(n), left, top, null);
            int[] seen = screen.getRGB(0, 0, 40, 30, null, 0, 40);
            int[] added = frame(n);
            for (int p = 0; p < added.length; p++) {
                assertEquals(added[p], seen[p], "pixel " + p + " of frame " + n);
            }
        }
    }

    @Test
    void aFilmThatIsNotFinishedLeavesNothing() throws IOException {
        Path file = folder.resolve("film.gif");
        try (Film film = Film.create(file, 40, 30, 10)) {
            film.add(frame(0));
        }
        assertFalse(Files.exists(file));
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void withoutFfmpegAnMp4IsRefusedInASentence() {
        boolean there =
                java.util.Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "ffmpeg")));
        org.junit.jupiter.api.Assumptions.assumeFalse(there, "ffmpeg is installed here");
        IOException refused =
                assertThrows(
                        IOException.class,
                        () -> Film.create(folder.resolve("film.mp4"), 40, 30, 10).close());
        assertTrue(String.valueOf(refused.getMessage()).contains("ffmpeg"), refused.toString());
    }
}
