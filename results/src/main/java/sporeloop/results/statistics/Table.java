package sporeloop.results.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sporeloop.results.NumberText;

/** A table of texts and numbers for a page or a spreadsheet. */
public final class Table {
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** An empty table. */
    public Table(String... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row of texts and numbers; a number that is not finite is an empty cell. */
    public Table add(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells in a table of " + columns.size() + " columns");
        }
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell instanceof Double number ? number(number) : cell.toString());
        }
        rows.add(row);
        return this;
    }

    private static String number(double number) {
        return Double.isFinite(number) ? NumberText.of(number) : "";
    }

    /** As comma-separated values, quoted where they must be (RFC 4180, but lines end in {@code \n}). */
    public String csv() {
        StringBuilder text = new StringBuilder();
        line(text, columns);
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(Table::quoted).collect(Collectors.joining(",")));
        text.append('\n');
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** As a Markdown table. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        piped(text, columns);
        text.append("|---".repeat(columns.size())).append("|\n");
        rows.forEach(row -> piped(text, row));
        return text.toString();
    }

    private static void piped(StringBuilder text, List<String> cells) {
        for (String cell : cells) {
            String safe = cell.replace("\\", "\\\\").replace("|", "\\|");
            text.append("| ").append(safe.replaceAll("\\s+", " ")).append(' ');
        }
        text.append("|\n");
    }
}
