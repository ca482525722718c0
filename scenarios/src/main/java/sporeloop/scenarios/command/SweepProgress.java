package sporeloop.scenarios.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sporeloop.results.statistics.Interval;
import sporeloop.results.sweep.PointTable;
import sporeloop.results.sweep.TrialRecord;
import sporeloop.scenarios.sweep.Goal;
import sporeloop.scenarios.sweep.SweepListener;
import sporeloop.scenarios.sweep.SweepPlan;
import sporeloop.scenarios.sweep.SweepResult;
import sporeloop.scenarios.sweep.Trial;

/** What a user sees of a sweep: a line that is written over, or a line now and then in a log. */
final class SweepProgress implements SweepListener {
    private static final long BETWEEN_LINES = 30_000_000_000L;
    private static final long BETWEEN_FRAMES = 200_000_000L;
    private static final String CLEAR = "\r\u001b[K";
    private static final int MOST_ROWS = 40;

    private final @Nullable PrintWriter err;
    private final Terminal terminal;
    private final PrintWriter out;
    private final boolean json;
    private final int parallel;

    private final Map<String, Double> running = new LinkedHashMap<>();
    private long begun = System.nanoTime();
    private long lastLine = begun;
    private long total;
    private long done;
    private long reused;
    private long failed;
    private Goal goal = Goal.MAXIMISE;
    private String metric = "";
    private @Nullable TrialRecord best;

    /**
     * @param err where messages go; null for none
     * @param out where a line for each finished trial goes
     */
    SweepProgress(
            @Nullable PrintWriter err,
            Terminal terminal,
            PrintWriter out,
            boolean json,
            int parallel) {
        this.err = err;
        this.terminal = terminal;
        this.out = out;
        this.json = json;
        this.parallel = parallel;
    }

    @Override
    public synchronized void begun(SweepPlan plan, long trials) {
        begun = System.nanoTime();
        lastLine = begun;
        total = trials;
        done = 0; // of this sweep: a study has several
        reused = 0;
        failed = 0;
        best = null;
        goal = plan.goal();
        metric = plan.metric();
        say(
                String.format(
                        Locale.ROOT,
                        "%s: %,d trials, %d at once, scored by %s",
                        plan.name(),
                        trials,
                        parallel,
                        metric));
    }

    @Override
    public synchronized void started(Trial trial) {
        running.put(trial.id(), 0.0);
        show(false);
    }

    @Override
    public synchronized void advanced(Trial trial, double share, double figure) {
        running.replace(trial.id(), share);
        show(false);
    }

    @Override
    public synchronized void finished(Trial trial, TrialRecord record, boolean again) {
        running.remove(trial.id());
        done++;
        reused += again ? 1 : 0;
        if (isBetter(record)) {
            best = record;
        }
        if (!again) {
            line(trial, record, record.score() == null ? "–" : number(record.score()));
        }
        show(true);
    }

    @Override
    public synchronized void failed(Trial trial, TrialRecord record, boolean again) {
        running.remove(trial.id());
        failed++;
        reused += again ? 1 : 0;
        line(trial, record, "failed: " + record.error());
        show(true);
    }

    private void line(Trial trial, TrialRecord record, String outcome) {
        clear();
        if (json) {
            out.println(record.line());
            out.flush();
        } else if (err != null) {
            out.println(trial.words() + "  " + outcome);
            out.flush();
        }
    }

    private boolean isBetter(TrialRecord record) {
        Double score = record.score();
        TrialRecord sofar = best;
        if (score == null) {
            return false;
        }
        if (sofar == null || sofar.score() == null) {
            return true;
        }
        return goal == Goal.MAXIMISE ? score > sofar.score() : score < sofar.score();
    }

    private void show(boolean finished) {
        if (err == null) {
            return;
        }
        long now = System.nanoTime();
        if (terminal.present()) {
            if (finished || now - lastLine > BETWEEN_FRAMES) {
                lastLine = now;
                over(fitted(terminal.columns()));
            }
        } else if (now - lastLine > BETWEEN_LINES) {
            lastLine = now;
            err.println(String.join(" · ", words()));
        }
    }

    private String fitted(int width) {
        List<String> words = words();
        for (int parts = words.size(); parts > 0; parts--) {
            String text = String.join(" · ", words.subList(0, parts));
            int bar = Math.min(24, width - 2 - text.length());
            if (bar >= 5) {
                int full = (int) Math.round(bar * share());
                return "━".repeat(full) + "╌".repeat(bar - full) + " " + text;
            }
        }
        return Math.round(100 * share()) + " %";
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        words.add((done + failed) + " of " + total);
        words.add(left());
        words.add(running.size() + " running");
        if (failed > 0) {
            words.add(failed + " failed");
        }
        TrialRecord sofar = best;
        if (sofar != null && sofar.score() != null) {
            words.add("best " + number(sofar.score()) + " at " + values(sofar));
        }
        return words;
    }

    private double share() {
        double under = running.values().stream().mapToDouble(Double::doubleValue).sum();
        return total == 0 ? 1 : Math.min(1, (done + failed + under) / total);
    }

    private String left() {
        double under = running.values().stream().mapToDouble(Double::doubleValue).sum();
        double now = done + failed - reused + under;
        double wall = (System.nanoTime() - begun) / 1e9;
        if (now < 0.05) {
            return "starting";
        }
        return ProgressLine.time(wall / now * Math.max(0, total - reused - now)) + " left";
    }

    private static String values(TrialRecord record) {
        List<String> values = new ArrayList<>();
        record.point()
                .forEach(
                        (axis, value) ->
                                values.add(
                                        axis.substring(axis.lastIndexOf('.') + 1) + " " + value));
        return values.isEmpty() ? "seed " + record.seed() : String.join(", ", values);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    /** Ends the line that is written over. */
    synchronized void close() {
        clear();
    }

    private void clear() {
        if (terminal.present()) {
            over("");
        }
    }

    private void over(String line) {
        if (err != null) {
            err.print(CLEAR + line);
            err.flush();
        }
    }

    private void say(String line) {
        if (err != null) {
            err.println(line);
        }
    }

    /** Workers of the cluster have come or gone. */
    synchronized void workers(int count) {
        say(count == 1 ? "1 worker" : count + " workers");
    }

    /** The points that were reached, the best ones if there are many, and where all lies. */
    synchronized void table(PointTable table, SweepResult result, Path folder) {
        List<PointTable.Row> points = new ArrayList<>(table.points());
        boolean shortened = points.size() > MOST_ROWS;
        if (shortened) {
            Comparator<PointTable.Row> byScore =
                    Comparator.comparingDouble(row -> row.interval().estimate());
            points.sort(goal == Goal.MAXIMISE ? byScore.reversed() : byScore);
        }
        List<String[]> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(table.axes());
        header.addAll(List.of("simulated", "seeds", metric, "95 % interval"));
        rows.add(header.toArray(String[]::new));
        for (PointTable.Row row : points.subList(0, Math.min(MOST_ROWS, points.size()))) {
            rows.add(cells(row));
        }
        if (err != null) {
            new Columns(rows).print(err);
            say(shortened ? "the best " + MOST_ROWS + " of " + points.size() + " points" : "");
            say(
                    String.format(
                            Locale.ROOT,
                            "%,d trials finished, %,d were there, %,d failed, in %s",
                            result.finished(),
                            result.reused(),
                            result.failed(),
                            ProgressLine.time((System.nanoTime() - begun) / 1e9)));
            say(folder + "/   (sporeloop report " + folder + ")");
        }
    }

    private static String[] cells(PointTable.Row row) {
        Interval interval = row.interval();
        List<String> cells = new ArrayList<>(row.values());
        cells.add(ProgressLine.time(row.durationS()));
        cells.add(row.scores().length + (row.failed() > 0 ? " (" + row.failed() + " failed)" : ""));
        cells.add(Double.isNaN(interval.estimate()) ? "–" : number(interval.estimate()));
        cells.add(
                Double.isNaN(interval.low())
                        ? "–"
                        : number(interval.low()) + " … " + number(interval.high()));
        return cells.toArray(String[]::new);
    }
}
