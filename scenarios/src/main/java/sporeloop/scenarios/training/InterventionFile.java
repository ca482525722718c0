package sporeloop.scenarios.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sporeloop.bridge.Intervention;
import sporeloop.results.RefusedException;
import sporeloop.results.file.AtomicFile;
import sporeloop.scenarios.file.InterventionList;

/**
 * All interventions of a run in which a hand intervened, the scenario's first: a scenario that includes
 * the run's scenario and then this file repeats the run to the byte. No hand, no file.
 *
 * @param step length of a simulation step [ms]
 */
record InterventionFile(Path path, double step) {
    /** Replaces the contents. */
    void write(List<Intervention> all) throws IOException {
        AtomicFile.write(path, InterventionList.text(all, step));
    }

    /**
     * Those that came by hand.
     *
     * @param scenarios the scenario's own
     * @throws RefusedException if the file does not begin with these
     */
    List<Intervention> byHand(List<Intervention> scenarios) throws RefusedException {
        if (!Files.exists(path)) {
            return List.of();
        }
        List<Intervention> all = InterventionList.read(path, step);
        int own = scenarios.size();
        if (all.size() < own
                || !InterventionList.text(all.subList(0, own), step)
                        .equals(InterventionList.text(scenarios, step))) {
            throw new RefusedException(
                    path
                            + " does not begin with the interventions of the run's scenario. Put back"
                            + " the file that the run wrote.");
        }
        return all.subList(own, all.size());
    }
}
