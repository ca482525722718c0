package sporeloop.scenarios.command;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Comma-separated values on standard output. */
final class Csv {
    private Csv() {}

    /** A row, its cells quoted where they must be. */
    static String line(String[] cells) {
        return Arrays.stream(cells)
                .map(
                        cell ->
                                cell.matches("[^\",\\r\\n]*")
                                        ? cell
                                        : '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }
}
