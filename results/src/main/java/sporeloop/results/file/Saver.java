package sporeloop.results.file;

import java.io.DataOutput;
import java.io.IOException;

/** A part that writes its state. */
@FunctionalInterface
public interface Saver {
    /** Writes the whole state to {@code out}. */
    void save(DataOutput out) throws IOException;
}
