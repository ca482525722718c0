package sporeloop.scenarios.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import sporeloop.bridge.Grid;

/**
 * One run to be disturbed: a scenario, a seed, and grids of time drawn at random, so that checkpoints
 * fall anywhere between weight updates and rows.
 *
 * @param scenario a shipped scenario's name
 * @param duration simulated time [s]
 * @param settings {@code path=value}, for {@code --set}
 */
record SoakCase(String scenario, long seed, double duration, List<String> settings) {
    SoakCase {
        settings = List.copyOf(settings);
    }

    /**
     * Draws a case.
     *
     * @param seconds simulated time that the run should about have
     */
    static SoakCase draw(String scenario, Grid grid, double seconds, RandomGenerator random) {
        long intervals = Math.max(200, Math.round(1000 * seconds / grid.interval()));
        long rebuild = random.nextLong(intervals / 80 + 1, intervals / 15 + 2);
        long checkpoint = rebuild * random.nextLong(1, 4);
        long report = random.nextLong(intervals / 100 + 1, intervals / 10 + 2);
        long duration = random.nextLong(intervals * 3 / 4, intervals * 5 / 4);
        List<String> settings = new ArrayList<>();
        settings.add("environment.rebuild-interval=" + ms(rebuild, grid));
        settings.add("run.checkpoint-every=" + ms(checkpoint, grid));
        settings.add("run.checkpoints-kept=" + random.nextInt(1, 4));
        settings.add("run.report-interval=" + ms(report, grid));
        settings.add("run.duration=" + ms(duration, grid));
        if (random.nextInt(4) > 0) {
            settings.add("recording.on=true");
            settings.add("recording.scene-interval=" + ms(random.nextLong(1, 20), grid));
            settings.add("recording.synapse-interval=" + ms(report, grid));
        }
        return new SoakCase(
                scenario, random.nextLong(1, 1_000_000), grid.seconds(duration), settings);
    }

    private static String ms(long intervals, Grid grid) {
        return String.format(Locale.ROOT, "%.3f ms", intervals * grid.interval());
    }

    /** The words of the command that starts it in {@code folder}. */
    List<String> train(String folder) {
        List<String> words = new ArrayList<>(List.of("train", scenario, "--seed", "" + seed));
        settings.forEach(setting -> words.addAll(List.of("--set", setting)));
        words.addAll(List.of("--out", folder));
        return words;
    }

    /** The case in words. */
    String describe() {
        return String.format(
                Locale.ROOT,
                "%s, seed %d, %.1f s, %s",
                scenario,
                seed,
                duration,
                String.join(" ", settings));
    }
}
