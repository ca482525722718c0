package sporeloop.bridge;

import java.io.DataOutput;
import java.io.IOException;

/** The state of a part as bytes. */
public final class StateBytes {
    /** A part that writes its state. */
    @FunctionalInterface
    public interface Part {
        /** Writes the state. */
        void save(DataOutput out) throws IOException;
    }

    private StateBytes() {}

    /** What {@code part} writes. */
    public static byte[] of(Part part) {
        return new StateBuffer().fill(part).toByteArray();
    }
}
