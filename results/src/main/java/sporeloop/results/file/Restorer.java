package sporeloop.results.file;

import java.io.DataInput;
import java.io.IOException;

/** A part that reads back what its {@link Saver} wrote, all of it. */
@FunctionalInterface
public interface Restorer {
    /** Takes its state from {@code in}. */
    void restore(DataInput in) throws IOException;
}
