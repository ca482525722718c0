package sporeloop.scenarios.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sporeloop.results.figures.ArrowFields;
import sporeloop.results.figures.Figure;
import sporeloop.results.run.RunDirectory;
import sporeloop.results.sweep.SweepTrial;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Scenario;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.training.Probe;

/**
 * Where reaching's agent would go from each place of its plane: the place is shown to the place cells,
 * the ball is held, and the commanded velocity is averaged over a second.
 */
final class PolicyMap {
    private static final int PLACES = 13;

    /** Of the arena's standard measures [m], [m/s]. */
    private static final double HALF = 1;

    private static final double GOAL_RADIUS = 0.25;
    private static final double TOP_SPEED = 0.5;

    private PolicyMap() {}

    static Figure of(List<SweepTrial> trials) throws IOException {
        List<ArrowFields.Field> fields = new ArrayList<>();
        fields.add(field("untrained, seed 1", Probe.untrained(scenario(1))));
        for (SweepTrial trial : trials) {
            long seed = trial.record().seed();
            Probe probe = Probe.trained(scenario(seed), trial.folder().resolve(RunDirectory.AGENT));
            fields.add(field("seed " + seed, probe));
        }
        return new ArrowFields(
                        "Where the agent would go",
                        "from each place of the plane, learning off; blue, and in per cent: nearer to the goal",
                        HALF,
                        0,
                        0,
                        GOAL_RADIUS,
                        TOP_SPEED)
                .draw(fields);
    }

    private static Scenario scenario(long seed) {
        return ScenarioFile.load(
                        "reaching", List.of(Assignment.set("run.seed=" + seed)), Providers.ours())
                .scenario();
    }

    private static ArrowFields.Field field(String name, Probe probe) {
        double[][] columns = new double[4][PLACES * PLACES];
        for (int k = 0; k < PLACES * PLACES; k++) {
            int row = k / PLACES;
            double x = HALF * (2 * (k % PLACES + 0.5) / PLACES - 1);
            double y = HALF * (2 * (row + 0.5) / PLACES - 1);
            double[] command = probe.command(x, y, 0, 0);
            double scale = Math.min(1, TOP_SPEED / Math.hypot(command[0], command[1]));
            columns[0][k] = x;
            columns[1][k] = y;
            columns[2][k] = scale * command[0];
            columns[3][k] = scale * command[1];
        }
        return new ArrowFields.Field(name, columns[0], columns[1], columns[2], columns[3]);
    }
}
