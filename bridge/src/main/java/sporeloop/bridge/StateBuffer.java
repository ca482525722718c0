package sporeloop.bridge;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The state of a part as bytes, to travel in a message and to be filled again: once it has grown, a
 * further state of the same size allocates nothing.
 *
 * <p>Not thread-safe; belongs to one at a time.
 */
public final class StateBuffer extends ByteArrayOutputStream {
    /** A buffer that is empty. */
    public StateBuffer() {
        super(1 << 12);
    }

    /** Replaces the contents by what {@code part} writes. */
    public StateBuffer fill(StateBytes.Part part) {
        reset();
        try {
            part.save(new DataOutputStream(this));
        } catch (IOException e) {
            throw new UncheckedIOException("A state can't be written to memory.", e);
        }
        return this;
    }

    /** Writes the contents. */
    public void copyTo(DataOutput out) throws IOException {
        out.write(buf, 0, count);
    }
}
