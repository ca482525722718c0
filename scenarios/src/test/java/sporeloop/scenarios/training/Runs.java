package sporeloop.scenarios.training;

import java.io.IOException;
import java.nio.file.Path;
import sporeloop.bridge.BridgeParameters;
import sporeloop.environments.EnvironmentProvider;
import sporeloop.environments.reaching.ReachingParameters;
import sporeloop.results.run.RunDirectory;
import sporeloop.scenarios.file.EnvironmentBlock;
import sporeloop.scenarios.file.RecordingParameters;
import sporeloop.scenarios.file.RunParameters;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;

/** Short runs of the shipped scenario for the tests. */
final class Runs {
    private Runs() {}

    static Scenario reaching(double seconds, double report, long seed, int threads) {
        Scenario s = ScenarioFile.load("reaching").scenario();
        return new Scenario(
                s.name(),
                s.environment(),
                s.encoders(),
                s.network(),
                s.plasticity(),
                s.decoders(),
                s.bridge(),
                s.interventions(),
                new RunParameters(seconds, seed, threads, report, 600, 2, 0),
                s.recording());
    }

    /** The same run with a checkpoint every simulated second, and so many restarts. */
    static Scenario supervised(Scenario s, int restarts) {
        RunParameters run = s.run();
        return new Scenario(
                s.name(),
                new EnvironmentBlock(
                        s.environment().task(),
                        s.environment().parameters(),
                        new EnvironmentBlock.Shared(10, 1)),
                s.encoders(),
                s.network(),
                s.plasticity(),
                s.decoders(),
                s.bridge(),
                s.interventions(),
                new RunParameters(
                        run.duration(),
                        run.seed(),
                        run.threads(),
                        run.reportInterval(),
                        1,
                        2,
                        restarts),
                s.recording());
    }

    /** The shipped scenario's body. */
    static EnvironmentBlock body() {
        return ScenarioFile.load("reaching").scenario().environment();
    }

    /** The same scenario in another body, with another watchdog [s]. */
    static Scenario in(EnvironmentProvider<ReachingParameters> body, double watchdog, Scenario s) {
        BridgeParameters bridge = s.bridge();
        return new Scenario(
                s.name(),
                new EnvironmentBlock(body, s.environment().parameters(), s.environment().shared()),
                s.encoders(),
                s.network(),
                s.plasticity(),
                s.decoders(),
                new BridgeParameters(
                        bridge.step(),
                        bridge.exchangeInterval(),
                        bridge.sensoryLatency(),
                        bridge.motorLatency(),
                        bridge.command(),
                        watchdog),
                s.interventions(),
                s.run(),
                s.recording());
    }

    /** The same scenario, recorded. */
    static Scenario recorded(Scenario s) {
        RecordingParameters what = s.recording();
        return new Scenario(
                s.name(),
                s.environment(),
                s.encoders(),
                s.network(),
                s.plasticity(),
                s.decoders(),
                s.bridge(),
                s.interventions(),
                s.run(),
                new RecordingParameters(
                        true, what.what(), what.sceneInterval(), what.synapseInterval()));
    }

    static TrainingResult train(Scenario scenario, Path folder) throws IOException {
        try (RunDirectory directory = RunDirectory.claim(folder)) {
            return new Trainer(scenario).run(directory, Progress.SILENT);
        }
    }
}
