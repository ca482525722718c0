package sporeloop.scenarios.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sporeloop.results.RefusedException;
import sporeloop.results.file.SectionFile;
import sporeloop.results.run.RunDirectory;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioTemplate;

/** A short run whose parts take checkpoints and agents, hostile ones too, again and again. */
public final class Restoring {
    private final LoopParts parts;

    /** The parts of a scenario that is no file. */
    public Restoring(String text) {
        Scenario scenario =
                ScenarioTemplate.parse("seed.conf", text, Providers.ours())
                        .with(List.of())
                        .scenario();
        parts = new Wiring(scenario).agent(true);
        parts.loop().start();
    }

    /** The newest checkpoint of a run. */
    public static Path checkpoint(Path folder) throws IOException {
        List<Path> files =
                new CheckpointFolder(folder.resolve(RunDirectory.CHECKPOINTS), 1).files();
        return files.get(files.size() - 1);
    }

    /** Takes a checkpoint's state and goes on for two intervals, as a run that is resumed would. */
    public void checkpoint(Path file, boolean goOn) throws IOException {
        Checkpoint.read(file).restore(parts, new Milestones.Course(50, 25, 50, 25, 25));
        if (goOn) {
            goOn();
        }
    }

    /** Takes an agent's network and goes on for two intervals, as a run that begins with it would. */
    public void agent(Path file, boolean goOn) throws IOException {
        SectionFile.read(file, "agent", 1).restore("network", parts.brain()::restore);
        if (goOn) {
            goOn();
        }
    }

    /** In a run what a part throws here ends in a sentence of the supervision. */
    private void goOn() throws RefusedException {
        try {
            parts.loop().advance(2);
        } catch (RuntimeException failing) {
            throw new RefusedException("The agent failed: " + failing + ".", failing);
        }
    }
}
