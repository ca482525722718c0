package sporeloop.results.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sporeloop.results.RefusedException;

/**
 * A table of numbers in memory, by columns; an empty cell is {@code NaN}.
 *
 * @param columns names, in order
 * @param rows {@code rows.get(r)[c]}
 */
public record ProgressTable(List<String> columns, List<double[]> rows) {
    /** No table larger than this is read [bytes]; in memory a cell of two takes sixteen times as much. */
    private static final long LARGEST = Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 32);

    private static final int MOST_COLUMNS = 10_000;

    public ProgressTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Reads what {@link ProgressCsv} wrote. A last line without its end, as a kill may leave it, is
     * passed over; anything else that is not a table of numbers is refused with its line.
     */
    public static ProgressTable read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new RefusedException(
                    file
                            + " is larger than "
                            + (LARGEST >> 20)
                            + " MB. If it is a run's table, give Java more memory (-Xmx).");
        }
        return parse(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    static ProgressTable parse(String name, String text) throws RefusedException {
        List<String> columns = List.of();
        List<double[]> rows = new ArrayList<>();
        int number = 0;
        for (int from = 0, to; (to = text.indexOf('\n', from)) >= 0; from = to + 1) {
            String line = text.substring(from, to);
            number++;
            if (number == 1) {
                columns = List.of(line.split(",", MOST_COLUMNS + 1));
                if (columns.size() > MOST_COLUMNS) {
                    throw new RefusedException(
                            name
                                    + " has more than "
                                    + MOST_COLUMNS
                                    + " columns: no table of progress.");
                }
                for (String column : columns) {
                    if (!column.matches(ProgressCsv.NAME)) {
                        throw new RefusedException(
                                name
                                        + ":1: a column's name must be of letters, digits, _, . and -.");
                    }
                }
            } else {
                rows.add(row(name, number, line, columns.size()));
            }
        }
        if (number == 0) {
            throw new RefusedException(name + " holds no table: it has no complete header line.");
        }
        return new ProgressTable(columns, rows);
    }

    private static double[] row(String name, int number, String line, int columns)
            throws RefusedException {
        String[] cells = line.split(",", -1);
        if (cells.length != columns) {
            throw new RefusedException(
                    name
                            + ":"
                            + number
                            + ": "
                            + cells.length
                            + " cells, but the header has "
                            + columns
                            + ".");
        }
        double[] row = new double[columns];
        for (int c = 0; c < columns; c++) {
            try {
                row[c] = cells[c].isEmpty() ? Double.NaN : Double.parseDouble(cells[c]);
            } catch (NumberFormatException notANumber) {
                throw new RefusedException(
                        name + ":" + number + ": cell " + (c + 1) + " is not a number.",
                        notANumber);
            }
        }
        return row;
    }

    /** Whether there is a column of that name. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /** The values of a column, a new array. */
    public double[] column(String name) {
        int c = columns.indexOf(name);
        if (c < 0) {
            throw new IllegalArgumentException("no column " + name + " among " + columns);
        }
        return rows.stream().mapToDouble(row -> row[c]).toArray();
    }
}
