package sporeloop.results.figures;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import sporeloop.results.RefusedException;
import sporeloop.results.file.AtomicFile;

/** A finished figure, to be written as vector graphics or as a picture. */
public final class Figure {
    private final Drawing drawing;

    Figure(Drawing drawing) {
        this.drawing = drawing;
    }

    /** The figure as SVG. */
    public String svg() {
        return Svg.of(drawing);
    }

    /** Writes {@code file} as SVG and, beside it, the same name ending in {@code .png}. */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, svg());
        String name = file.getFileName().toString();
        String stem = name.endsWith(".svg") ? name.substring(0, name.length() - 4) : name;
        writePng(file.resolveSibling(stem + ".png"));
    }

    /** Writes the figure as a PNG at twice its size; needs fonts, but no display. */
    public void writePng(Path file) throws IOException {
        byte[] png;
        try {
            png = Png.of(drawing);
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            throw new RefusedException(
                    "Cannot draw "
                            + file
                            + ": Java finds no fonts here. Install fontconfig and a font.",
                    noFonts);
        }
        AtomicFile.write(file, ByteBuffer.wrap(png));
    }
}
