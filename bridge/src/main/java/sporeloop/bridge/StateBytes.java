package sporeloop.bridge;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The state of a part as bytes, to travel in a message. */
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            part.save(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("A state can't be written to memory.", e);
        }
        return bytes.toByteArray();
    }
}
