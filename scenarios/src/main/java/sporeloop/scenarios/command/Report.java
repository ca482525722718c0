package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sporeloop.results.run.Manifest;
import sporeloop.results.run.RunDirectory;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.training.Progress;
import sporeloop.scenarios.training.RunEnd;
import sporeloop.scenarios.training.TrainingResult;

/** What a user sees while a run goes on and when it is over; also keeps the run's manifest. */
final class Report implements Progress {
    private static final long BETWEEN_LINES = 10_000_000_000L;
    private static final long BETWEEN_MEASUREMENTS = 2_000_000_000L;
    private static final String CLEAR = "\r\u001b[K";

    private final Scenario scenario;
    private final RunDirectory directory;
    private final Manifest manifest;
    private final PrintWriter err;
    private final Terminal terminal;
    private final boolean quiet;
    private final @Nullable PrintWriter json;

    private long start;
    private long lastLine;
    private long lastMeasurement;
    private double duration;
    private double resumedAt;
    private String metric = "";

    /**
     * @param err where messages go
     * @param json where the summary goes; null if it is not wanted
     */
    Report(
            Scenario scenario,
            RunDirectory directory,
            Manifest manifest,
            PrintWriter err,
            Terminal terminal,
            boolean quiet,
            @Nullable PrintWriter json) {
        this.scenario = scenario;
        this.directory = directory;
        this.manifest = manifest;
        this.err = err;
        this.terminal = terminal;
        this.quiet = quiet;
        this.json = json;
    }

    @Override
    public void started(double durationSeconds, String mainFigure) {
        write(manifest);
        start = System.nanoTime();
        lastLine = start;
        lastMeasurement = start;
        duration = durationSeconds;
        metric = mainFigure;
        say(
                scenario.name()
                        + ", seed "
                        + scenario.run().seed()
                        + ", "
                        + ProgressLine.time(duration)
                        + " simulated; "
                        + scenario.grid().describe());
    }

    @Override
    public void resumed(double seconds) {
        resumedAt = seconds;
        say("Going on from " + ProgressLine.time(seconds) + " simulated.");
    }

    @Override
    public void noted(String sentence) {
        line(sentence);
    }

    @Override
    public void restarted(String failure, double seconds) {
        line(failure + " Going on from " + ProgressLine.time(seconds) + " simulated.");
    }

    private void line(String sentence) {
        if (terminal.present()) {
            over("");
        }
        err.println(sentence);
    }

    @Override
    public void advanced(double seconds, double mainFigure) {
        if (quiet) {
            return;
        }
        long now = System.nanoTime();
        ProgressLine line =
                new ProgressLine(
                        seconds, duration, resumedAt, (now - start) / 1e9, metric, mainFigure);
        if (terminal.present()) {
            if (now - lastMeasurement > BETWEEN_MEASUREMENTS) {
                terminal.measure();
                lastMeasurement = now;
            }
            over(line.fitted(terminal.columns()));
        } else if (now - lastLine > BETWEEN_LINES) {
            err.println(line.plain(scenario.name()));
            lastLine = now;
        }
    }

    @Override
    public void measuring() {
        if (terminal.present()) {
            over("measuring oracle and untrained …");
        }
    }

    @Override
    public void finished(TrainingResult result) {
        if (terminal.present()) {
            over("");
        }
        if (result.end() == RunEnd.FAILED) {
            err.println(result.message());
        }
        end(result);
        if (result.end() == RunEnd.FAILED) {
            say("When that is mended: sporeloop resume " + directory.path());
        } else {
            table(result);
        }
        say(directory.path() + "/");
        if (result.end() != RunEnd.FAILED) {
            say("  learning-curve.svg  progress.csv  summary.json  agent.bin  scenario.conf");
        }
        err.flush();
        if (json != null) {
            json.print(result.summary());
            json.flush();
        }
    }

    private void end(TrainingResult result) {
        Duration wall = Duration.ofMillis(Math.round(1000 * result.wallSeconds()));
        String how = result.end().name().toLowerCase(Locale.ROOT);
        try {
            write(manifest.ended(how, wall));
        } catch (UncheckedIOException e) {
            if (result.end() != RunEnd.FAILED) {
                throw e;
            }
        }
    }

    private void write(Manifest now) {
        try {
            directory.write(directory.manifest(), now.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void table(TrainingResult result) {
        say(row("", "last 10 min", "whole run", "untrained", "oracle"));
        for (Map.Entry<String, Double> each : result.finalFigures().entrySet()) {
            String name = each.getKey();
            say(
                    row(
                            name,
                            number(each.getValue()),
                            number(result.overallFigures().get(name)),
                            number(result.untrainedFigures().get(name)),
                            number(result.oracleFigures().get(name))));
        }
        if (result.end() == RunEnd.INTERRUPTED) {
            say("To go on: sporeloop resume " + directory.path());
        }
        say(
                (result.end() == RunEnd.INTERRUPTED ? "Stopped after " : "")
                        + ProgressLine.time(result.simulatedSeconds())
                        + " simulated in "
                        + ProgressLine.time(result.wallSeconds())
                        + ", "
                        + Math.round(result.realTimeFactor())
                        + " × real time");
    }

    private static String row(String name, String... values) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-26s", name));
        for (String value : values) {
            row.append(String.format(Locale.ROOT, "%12s", value));
        }
        return row.toString();
    }

    private static String number(@Nullable Double value) {
        return value == null || value.isNaN() ? "–" : String.format(Locale.ROOT, "%.4g", value);
    }

    private void over(String line) {
        err.print(CLEAR + line);
        err.flush();
    }

    private void say(String line) {
        if (!quiet) {
            err.println(line);
        }
    }
}
