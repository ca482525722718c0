package sporeloop.results.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sporeloop.results.RefusedException;
import sporeloop.results.file.Compression;
import sporeloop.results.run.ProgressTable;

/**
 * The trials of a sweep in a database, for questions in SQL: a cache that is built anew from the
 * folders, never a source.
 *
 * <pre>
 *   trials   one row a trial: trial, seed, duration_s, attempts, score, error, its axes, its summary
 *   windows  one row a reporting window: trial, and the columns of progress.csv
 * </pre>
 * Who asks may read these two tables and nothing else: no file, no extension, no network.
 */
public final class SweepDatabase {
    private static final String FILE = "sweep.duckdb";
    private static final int BATCH = 1000;

    private final Path file;

    private SweepDatabase(Path file) {
        this.file = file;
    }

    /** Builds the database of a sweep, and {@code trials.parquet} and {@code windows.parquet} in {@code report}. */
    public static SweepDatabase build(Path sweep, Path report) throws IOException {
        Files.createDirectories(report);
        Path file = sweep.resolve(FILE);
        Path fresh = sweep.resolve("." + FILE + ".partial");
        Files.deleteIfExists(fresh);
        try (Connection connection = open(fresh, new Properties())) {
            connection.setAutoCommit(false);
            List<SweepTrial> trials = SweepTrial.of(sweep);
            fillTrials(connection, trials);
            fillWindows(connection, trials);
            connection.commit();
            for (String table : List.of("trials", "windows")) {
                copy(connection, table, report.resolve(table + ".parquet"));
            }
        } catch (SQLException failure) {
            throw new RefusedException(
                    "The database " + fresh + " can't be written: " + words(failure), failure);
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new SweepDatabase(file);
    }

    private static Connection open(Path file, Properties properties)
            throws SQLException, RefusedException {
        try {
            return DriverManager.getConnection("jdbc:duckdb:" + file, properties);
        } catch (LinkageError failure) {
            throw Compression.refused("database", failure);
        }
    }

    private static void copy(Connection connection, String table, Path target)
            throws SQLException, IOException {
        Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY %s TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                            .formatted(table, partial.toString().replace("'", "''")));
        }
        Files.move(
                partial,
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void fillTrials(Connection connection, List<SweepTrial> trials)
            throws SQLException, IOException {
        Set<String> axes = new LinkedHashSet<>();
        Set<String> figures = new LinkedHashSet<>();
        for (SweepTrial trial : trials) {
            axes.addAll(trial.record().point().keySet());
            if (!trial.isFailed()) {
                figures.addAll(trial.figures().keySet());
            }
        }
        figures.remove("seed");
        figures.removeAll(axes);
        List<String> texts = new ArrayList<>(List.of("trial", "error"));
        texts.addAll(axes);
        List<String> numbers = new ArrayList<>(List.of("duration_s", "score"));
        numbers.addAll(figures);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE trials (seed BIGINT, attempts INTEGER, "
                            + columns(texts, "VARCHAR")
                            + ", "
                            + columns(numbers, "DOUBLE")
                            + ")");
        }
        String marks = "?" + ", ?".repeat(1 + texts.size() + numbers.size());
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO trials VALUES (" + marks + ")")) {
            int rows = 0;
            for (SweepTrial trial : trials) {
                TrialRecord record = trial.record();
                insert.setLong(1, record.seed());
                insert.setInt(2, record.attempts());
                int at = 3;
                insert.setString(at++, record.trial());
                insert.setString(at++, record.error());
                for (String axis : axes) {
                    insert.setString(at++, record.point().get(axis));
                }
                set(insert, at++, record.durationS());
                set(insert, at++, record.score());
                Map<String, Double> own = trial.isFailed() ? Map.of() : trial.figures();
                for (String figure : figures) {
                    set(insert, at++, own.get(figure));
                }
                rows = added(insert, rows);
            }
            insert.executeBatch();
        }
    }

    private static void fillWindows(Connection connection, List<SweepTrial> trials)
            throws SQLException, IOException {
        List<SweepTrial> finished = trials.stream().filter(each -> !each.isFailed()).toList();
        Set<String> columns = new LinkedHashSet<>(List.of("sim_time_s"));
        for (SweepTrial trial : finished) {
            columns.addAll(trial.progress().columns());
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE windows (trial VARCHAR, "
                            + columns(List.copyOf(columns), "DOUBLE")
                            + ")");
        }
        String marks = "?" + ", ?".repeat(columns.size());
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO windows VALUES (" + marks + ")")) {
            int rows = 0;
            for (SweepTrial trial : finished) {
                ProgressTable table = trial.progress();
                for (double[] row : table.rows()) {
                    insert.setString(1, trial.record().trial());
                    int at = 2;
                    for (String column : columns) {
                        int c = table.columns().indexOf(column);
                        set(insert, at++, c < 0 ? null : (Double) row[c]);
                    }
                    rows = added(insert, rows);
                }
            }
            insert.executeBatch();
        }
    }

    private static int added(PreparedStatement insert, int rows) throws SQLException {
        insert.addBatch();
        if ((rows + 1) % BATCH == 0) {
            insert.executeBatch();
        }
        return rows + 1;
    }

    private static void set(PreparedStatement insert, int at, @Nullable Double value)
            throws SQLException {
        if (value == null || value.isNaN()) {
            insert.setNull(at, Types.DOUBLE);
        } else {
            insert.setDouble(at, value);
        }
    }

    private static String columns(List<String> names, String type) {
        return names.stream()
                .map(name -> '"' + name.replace("\"", "\"\"") + "\" " + type)
                .collect(Collectors.joining(", "));
    }

    /**
     * The answer to a question in SQL, the columns' names in the first row.
     *
     * @throws RefusedException in a sentence, if the question can't be answered
     */
    public List<String[]> ask(String sql) throws RefusedException {
        Properties guarded = new Properties();
        guarded.setProperty("access_mode", "READ_ONLY");
        guarded.setProperty("enable_external_access", "false");
        guarded.setProperty("autoinstall_known_extensions", "false");
        guarded.setProperty("autoload_known_extensions", "false");
        guarded.setProperty("lock_configuration", "true");
        try (Connection connection = open(file, guarded);
                PreparedStatement question = connection.prepareStatement(sql);
                ResultSet result = question.executeQuery()) {
            return rows(result);
        } catch (SQLException failure) {
            throw new RefusedException("--sql: " + words(failure), failure);
        }
    }

    private static List<String[]> rows(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        int columns = meta.getColumnCount();
        List<String[]> rows = new ArrayList<>();
        String[] header = new String[columns];
        for (int c = 0; c < columns; c++) {
            header[c] = meta.getColumnLabel(c + 1);
        }
        rows.add(header);
        while (result.next()) {
            String[] row = new String[columns];
            for (int c = 0; c < columns; c++) {
                @Nullable String cell = result.getString(c + 1);
                row[c] = cell == null ? "" : cell;
            }
            rows.add(row);
        }
        return rows;
    }

    /** The database's complaint on one line. */
    private static String words(SQLException failure) {
        String said = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return said.endsWith(".") || said.endsWith("!") || said.endsWith("?") ? said : said + ".";
    }
}
