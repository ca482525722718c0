package sporeloop.scenarios.command;

import java.io.PrintWriter;
import java.util.List;

/**
 * A table of text in columns as wide as their widest cell, two blanks apart. A row's last cell widens
 * no column.
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
            for (int c = 0; c < row.length - 1; c++) {
                widths[c] = Math.max(widths[c], row[c].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.length; c++) {
                int gap = Math.max(0, widths[c] - row[c].length()) + 2;
                line.append(row[c]).append(" ".repeat(gap));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
