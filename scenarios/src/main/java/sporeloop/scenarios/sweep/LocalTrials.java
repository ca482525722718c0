package sporeloop.scenarios.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sporeloop.results.run.Manifest;
import sporeloop.results.run.RunDirectory;
import sporeloop.results.sweep.TrialRecord;
import sporeloop.scenarios.Build;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.file.ScenarioTemplate;
import sporeloop.scenarios.training.Progress;
import sporeloop.scenarios.training.RunEnd;
import sporeloop.scenarios.training.Trainer;
import sporeloop.scenarios.training.TrainingResult;

/** Runs trials in this process; what a trial leaves is what {@code train} alone would leave. */
public final class LocalTrials implements TrialRunner {
    private static final String OVERALL = "overall_";

    private final Providers providers;
    private final List<String> commandLine;

    /** Trials that name what {@code providers} has. */
    public LocalTrials(Providers providers, List<String> commandLine) {
        this.providers = providers;
        this.commandLine = List.copyOf(commandLine);
    }

    @Override
    public Optional<TrialRecord> run(
            Trial trial, String sweep, int attempt, RunDirectory directory, Watcher watcher)
            throws IOException {
        ScenarioFile file =
                ScenarioTemplate.parse(trial.scenario(), trial.text(), providers).with(List.of());
        Scenario scenario = file.scenario();
        Trainer trainer = new Trainer(scenario);
        boolean begun = isBegun(directory, file.text());
        Manifest manifest =
                begun ? goingOn(directory, scenario, file.text()) : starting(scenario, file.text());
        directory.write(directory.scenario(), file.text());
        directory.write(directory.manifest(), manifest.json());
        Progress progress = progress(trial, watcher);
        TrainingResult result =
                begun ? trainer.resume(directory, progress) : trainer.run(directory, progress);
        if (result.end() == RunEnd.INTERRUPTED) {
            return Optional.empty();
        }
        Duration wall = Duration.ofMillis(Math.round(1000 * result.wallSeconds()));
        String how = result.end().name().toLowerCase(Locale.ROOT);
        directory.write(directory.manifest(), manifest.ended(how, wall).json());
        return Optional.of(record(trial, sweep, attempt, result));
    }

    /** Whether a run of this scenario was begun here and cut off. */
    private static boolean isBegun(RunDirectory directory, String text) throws IOException {
        return Files.exists(directory.manifest())
                && Files.exists(directory.scenario())
                && Files.readString(directory.scenario()).equals(text);
    }

    private Manifest starting(Scenario scenario, String text) {
        return Manifest.starting(
                        "sporeloop " + Build.version(),
                        Build.commit(),
                        scenario.name(),
                        scenario.run().seed(),
                        commandLine)
                .of(text);
    }

    private Manifest goingOn(RunDirectory directory, Scenario scenario, String text)
            throws IOException {
        return Manifest.read(directory.manifest())
                .of(text)
                .resumed(
                        scenario.run().duration(),
                        "sporeloop " + Build.version(),
                        Build.commit(),
                        commandLine);
    }

    private static Progress progress(Trial trial, Watcher watcher) {
        return new Progress() {
            @Override
            public void advanced(double seconds, double mainFigure) {
                watcher.advanced(seconds / trial.seconds(), mainFigure);
            }
        };
    }

    private static TrialRecord record(
            Trial trial, String sweep, int attempt, TrainingResult result) {
        boolean failed = result.end() == RunEnd.FAILED;
        return new TrialRecord(
                trial.id(),
                sweep,
                trial.point(),
                trial.seed(),
                trial.seconds(),
                trial.metric(),
                failed ? null : score(trial.metric(), result),
                attempt,
                failed ? result.message() : null);
    }

    private static @Nullable Double score(String metric, TrainingResult result) {
        boolean overall = metric.startsWith(OVERALL);
        Map<String, Double> figures = overall ? result.overallFigures() : result.finalFigures();
        double score =
                figures.getOrDefault(
                        overall ? metric.substring(OVERALL.length()) : metric, Double.NaN);
        return Double.isFinite(score) ? score : null;
    }
}
