package sporeloop.results.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import sporeloop.results.NumberText;
import sporeloop.results.RefusedException;

/**
 * Writes a table of numbers row by row, each handed to the system in one piece as soon as it is
 * there: a killed program leaves every completed row. A value that is not finite ("no event in this
 * window") is an empty cell. Lines end in {@code \n}, on every system.
 */
public final class ProgressCsv implements Closeable {
    /** What a column may be called. */
    static final String NAME = "[A-Za-z0-9_.-]+";

    private final FileChannel channel;
    private final int columns;
    private final StringBuilder line = new StringBuilder();

    private ProgressCsv(FileChannel channel, int columns) {
        this.channel = channel;
        this.columns = columns;
    }

    /** Starts a new table with its header; the file must not exist yet. */
    public static ProgressCsv create(Path file, List<String> columns) throws IOException {
        for (String name : columns) {
            if (!name.matches(NAME)) {
                throw new IllegalArgumentException("'" + name + "' is no name for a column");
            }
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ProgressCsv table = new ProgressCsv(channel, columns.size());
        table.line.append(String.join(",", columns));
        table.writeLine();
        return table;
    }

    /** Goes on with a table as it was when it had {@code length} bytes; what came after is cut off. */
    public static ProgressCsv resume(Path file, long length) throws IOException {
        long size = Files.size(file);
        if (size < length) {
            throw new RefusedException(
                    file
                            + " has "
                            + size
                            + " bytes, but the checkpoint was made at "
                            + length
                            + ".");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.truncate(length).position(length);
        try {
            return new ProgressCsv(channel, ProgressTable.read(file).columns().size());
        } catch (IOException notATable) {
            channel.close();
            throw notATable;
        }
    }

    /** Appends a row, a value per column. */
    public void append(double... row) throws IOException {
        if (row.length != columns) {
            throw new IllegalArgumentException(
                    "a row of " + row.length + " values in a table of " + columns + " columns");
        }
        for (int c = 0; c < columns; c++) {
            line.append(c == 0 ? "" : ",");
            if (Double.isFinite(row[c])) {
                line.append(NumberText.of(row[c]));
            }
        }
        writeLine();
    }

    private void writeLine() throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line.append('\n').toString());
        line.setLength(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Bytes written so far: what {@link #resume} wants back. */
    public long length() throws IOException {
        return channel.position();
    }

    /** Waits until every row is on the disk. */
    public void sync() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
