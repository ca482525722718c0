package sporeloop.viewer.canvas;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A sheet on which one frame's small pictures lie side by side, in rows. */
final class Pictures {
    static final int SIDE = 2048;

    private final ByteBuffer sheet =
            ByteBuffer.allocateDirect(4 * SIDE * SIDE).order(ByteOrder.nativeOrder());
    private int x;
    private int y;
    private int rowHeight;

    void clear() {
        x = 0;
        y = 0;
        rowHeight = 0;
    }

    /** Lays a picture down; its place, column in the upper half and row in the lower. */
    long add(int width, int height, int[] argb) {
        if (x + width > SIDE) {
            x = 0;
            y += rowHeight;
            rowHeight = 0;
        }
        if (width > SIDE || y + height > SIDE) {
            throw new IllegalArgumentException(
                    "no room for a picture of " + width + " × " + height);
        }
        for (int row = 0; row < height; row++) {
            int at = 4 * ((y + row) * SIDE + x);
            for (int column = 0; column < width; column++, at += 4) {
                int colour = argb[row * width + column];
                // Little end first: red, green, blue, alpha in memory.
                sheet.putInt(
                        at, (colour & 0xFF00FF00) | (colour >>> 16 & 0xFF) | (colour & 0xFF) << 16);
            }
        }
        long place = (long) x << 32 | y;
        x += width;
        rowHeight = Math.max(rowHeight, height);
        return place;
    }

    /** Rows that hold something. */
    int rows() {
        return y + rowHeight;
    }

    ByteBuffer sheet() {
        return sheet.duplicate().order(ByteOrder.nativeOrder()).clear();
    }
}
