package sporeloop.scenarios.verify;

import java.nio.file.Path;

/** Reads a table as a case does, for tests outside. */
public final class TableReading {
    private TableReading() {}

    /** All of {@code file}. */
    public static void read(Path file) {
        CaseTable table = CaseTable.read(file);
        if (table.has("step") && table.rows() > 0) {
            double[] unused = table.finite("step");
        }
    }
}
