package sporeloop.scenarios.verify;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import sporeloop.scenarios.file.BadInput;

/**
 * A table of numbers with named columns, read from a CSV file, which may be gzipped. Cells may be numbers, {@code nan} or empty (both NaN), {@code True} or {@code False} (1 or 0).
 */
final class CaseTable {
    /** A recording of an hour at 1 ms has 3.6 million rows; more than this is a mistake or a bomb. */
    private static final int MAX_ROWS = 20_000_000;

    private static final int MAX_LINE = 100_000;

    private final Path file;
    private final Map<String, Integer> index = new LinkedHashMap<>();
    private double[][] columns = new double[0][];
    private int rows;

    private CaseTable(Path file) {
        this.file = file;
    }

    /** Reads all of {@code file}. */
    static CaseTable read(Path file) {
        CaseTable table = new CaseTable(file);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream plain = gzipped(raw) ? new GZIPInputStream(raw, 1 << 16) : raw;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            table.readHeader(line(lines, file, 1));
            for (String line = line(lines, file, 2); line != null; ) {
                if (!line.isBlank()) {
                    table.readRow(line);
                }
                line = line(lines, file, table.rows + 2);
            }
            for (int c = 0; c < table.columns.length; c++) {
                table.columns[c] = Arrays.copyOf(table.columns[c], table.rows);
            }
        } catch (IOException e) {
            throw new BadInput(file + ": can't be read: " + reason(e) + ".");
        }
        return table;
    }

    private static boolean gzipped(InputStream in) throws IOException {
        in.mark(2);
        boolean magic = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return magic;
    }

    /** The file, for messages. */
    Path path() {
        return file;
    }

    /** File and line of a row, for messages; right if there is no blank line. */
    String place(int row) {
        return file + ":" + (row + 2);
    }

    /** Number of rows below the header. */
    int rows() {
        return rows;
    }

    /** Whether there is a column of that name. */
    boolean has(String column) {
        return index.containsKey(column);
    }

    /** The values of a column, [rows]; not a copy. */
    double[] column(String name) {
        Integer at = index.get(name);
        if (at == null) {
            throw new BadInput(file + ": has no column " + name + ", only " + index.keySet() + ".");
        }
        return columns[at];
    }

    /** The values of a column that must all be finite. */
    double[] finite(String name) {
        double[] values = column(name);
        for (int row = 0; row < rows; row++) {
            if (!Double.isFinite(values[row])) {
                throw new BadInput(
                        place(row)
                                + ": "
                                + name
                                + " = "
                                + values[row]
                                + ", but must be a finite number.");
            }
        }
        return values;
    }

    /** Checks that there is one row for each of {@code steps} steps, from step 0 on. */
    void checkSteps(int steps) {
        if (rows < steps) {
            throw new BadInput(
                    file + ": has " + rows + " rows, but the case has " + steps + " steps.");
        }
        StepIndex.of(this, steps - 1).checkRows(0, steps - 1, 1, 1);
    }

    private void readHeader(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new BadInput(file + ": is empty; its first line must name the columns.");
        }
        List<String> names = Arrays.asList(header.strip().split(",", -1));
        for (String name : names) {
            index.put(name.strip(), index.size());
        }
        if (index.size() != names.size()) {
            throw new BadInput(file + ":1: names a column twice.");
        }
        columns = new double[names.size()][1024];
    }

    private void readRow(String line) {
        if (rows == MAX_ROWS) {
            throw new BadInput(file + ": has more than " + MAX_ROWS + " rows.");
        }
        if (rows == columns[0].length) {
            for (int c = 0; c < columns.length; c++) {
                columns[c] = Arrays.copyOf(columns[c], 2 * rows);
            }
        }
        int from = 0;
        for (int c = 0; c < columns.length; c++) {
            int comma = line.indexOf(',', from);
            boolean last = c == columns.length - 1;
            if (last != (comma < 0)) {
                throw new BadInput(place(rows) + ": must have " + columns.length + " cells.");
            }
            columns[c][rows] = number(line.substring(from, last ? line.length() : comma).strip());
            from = comma + 1;
        }
        rows++;
    }

    private double number(String cell) {
        switch (cell) {
            case "", "nan", "NaN" -> {
                return Double.NaN;
            }
            case "True" -> {
                return 1;
            }
            case "False" -> {
                return 0;
            }
            default -> {
                try {
                    return Double.parseDouble(cell);
                } catch (NumberFormatException e) {
                    throw new BadInput(place(rows) + ": " + quoted(cell) + " is not a number.");
                }
            }
        }
    }

    private static String quoted(String text) {
        return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
    }

    static String reason(IOException e) {
        String message = e.getMessage();
        if (e instanceof java.nio.file.NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof java.nio.file.AccessDeniedException) {
            return "access is denied";
        }
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static @Nullable String line(BufferedReader lines, Path file, int number)
            throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            if (c == '\n') {
                return line.toString();
            }
            if (line.length() == MAX_LINE) {
                throw new BadInput(
                        file + ":" + number + ": is longer than " + MAX_LINE + " characters.");
            }
            line.append((char) c);
        }
        return line.length() == 0 ? null : line.toString();
    }
}
