package sporeloop.viewer.film;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * A film as an animated GIF that repeats. Each frame holds only the rectangle that changed, and in it
 * only the pixels that did, in colours of its own.
 */
final class GifFilm extends Film {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    /** A change of less than this in each channel is not seen, and not stored. */
    private static final int UNSEEN = 3;

    private final int width;
    private final int height;
    private final int rate;
    private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    private final ImageOutputStream out;
    private final int[] shown;
    private final int[] changed;
    private long frames;

    GifFilm(Path file, int width, int height, int rate) throws IOException {
        super(file);
        this.width = width;
        this.height = height;
        this.rate = rate;
        shown = new int[width * height];
        changed = new int[width * height];
        ImageOutputStream stream = ImageIO.createImageOutputStream(partial().toFile());
        if (stream == null) {
            throw new IOException("cannot write " + file);
        }
        out = stream;
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    @Override
    public void add(int[] argb) throws IOException {
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        int count = 0;
        for (int p = 0; p < argb.length; p++) {
            if (frames == 0 || differs(argb[p], shown[p])) {
                left = Math.min(left, p % width);
                right = Math.max(right, p % width);
                top = Math.min(top, p / width);
                bottom = Math.max(bottom, p / width);
                changed[count++] = argb[p];
            }
        }
        if (count == 0) {
            left = 0;
            right = 0;
            top = 0;
            bottom = 0;
        }
        Palette palette = new Palette(changed, count);
        BufferedImage part =
                new BufferedImage(
                        right - left + 1,
                        bottom - top + 1,
                        BufferedImage.TYPE_BYTE_INDEXED,
                        palette.model());
        byte[] indices = ((DataBufferByte) part.getRaster().getDataBuffer()).getData();
        int at = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++, at++) {
                int p = y * width + x;
                boolean drawn = count > 0 && (frames == 0 || differs(argb[p], shown[p]));
                indices[at] = drawn ? palette.of(argb[p]) : (byte) Palette.TRANSPARENT;
                if (drawn) {
                    shown[p] = argb[p];
                }
            }
        }
        writer.writeToSequence(new IIOImage(part, null, metadata(part, left, top)), null);
        frames++;
    }

    private static boolean differs(int a, int b) {
        return Math.abs((a >>> 16 & 0xFF) - (b >>> 16 & 0xFF)) > UNSEEN
                || Math.abs((a >>> 8 & 0xFF) - (b >>> 8 & 0xFF)) > UNSEEN
                || Math.abs((a & 0xFF) - (b & 0xFF)) > UNSEEN;
    }

    private IIOMetadata metadata(BufferedImage part, int left, int top) throws IOException {
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(
                        ImageTypeSpecifier.createFromRenderedImage(part), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode place = child(root, "ImageDescriptor");
        place.setAttribute("imageLeftPosition", Integer.toString(left));
        place.setAttribute("imageTopPosition", Integer.toString(top));
        place.setAttribute("interlaceFlag", "FALSE");
        colours(root, (IndexColorModel) part.getColorModel());
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("transparentColorIndex", Integer.toString(Palette.TRANSPARENT));
        // In hundredths of a second, so that the whole keeps time.
        long now = Math.round(100.0 * frames / rate);
        long next = Math.round(100.0 * (frames + 1) / rate);
        control.setAttribute("delayTime", Long.toString(next - now));
        if (frames == 0) {
            IIOMetadataNode application = new IIOMetadataNode("ApplicationExtension");
            application.setAttribute("applicationID", "NETSCAPE");
            application.setAttribute("authenticationCode", "2.0");
            application.setUserObject(new byte[] {1, 0, 0}); // again and again
            child(root, "ApplicationExtensions").appendChild(application);
        }
        try {
            metadata.setFromTree(FORMAT, root);
        } catch (IIOInvalidTreeException ours) {
            throw new IllegalStateException(ours);
        }
        return metadata;
    }

    /** Each frame's own colours: without them Java writes a ramp of grey. */
    private static void colours(IIOMetadataNode root, IndexColorModel model) {
        IIOMetadataNode table = new IIOMetadataNode("LocalColorTable");
        table.setAttribute("sizeOfLocalColorTable", "256");
        table.setAttribute("sortFlag", "FALSE");
        for (int n = 0; n < 256; n++) {
            IIOMetadataNode entry = new IIOMetadataNode("ColorTableEntry");
            entry.setAttribute("index", Integer.toString(n));
            entry.setAttribute("red", Integer.toString(model.getRed(n)));
            entry.setAttribute("green", Integer.toString(model.getGreen(n)));
            entry.setAttribute("blue", Integer.toString(model.getBlue(n)));
            table.appendChild(entry);
        }
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals("LocalColorTable")) {
                root.replaceChild(table, root.item(i));
                return;
            }
        }
        root.insertBefore(table, child(root, "GraphicControlExtension"));
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }

    @Override
    void end() throws IOException {
        writer.endWriteSequence();
        out.close();
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        super.close();
    }
}
