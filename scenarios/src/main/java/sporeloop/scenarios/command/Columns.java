package sporeloop.scenarios.command;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;

/**
 * A table of text in columns as wide as their widest cell, two blanks apart.
 *
 * @param rows cells of each row
 */
record Columns(List<String[]> rows) {
    Columns {
        rows = List.copyOf(rows);
    }

    void print(PrintWriter out) {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int c = 0; c < row.length; c++) {
                widths[c] = Math.max(widths[c], row[c].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.length; c++) {
                char[] gap = new char[widths[c] - row[c].length() + 2];
                Arrays.fill(gap, ' ');
                line.append(row[c]).append(gap);
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
