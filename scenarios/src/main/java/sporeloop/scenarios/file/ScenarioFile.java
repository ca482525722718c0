package sporeloop.scenarios.file;

import java.util.ArrayList;
import java.util.List;

/**
 * A scenario and how it came to be.
 *
 * @param scenario the records
 * @param settings each key with its value, default and origin
 */
public record ScenarioFile(Scenario scenario, List<Setting> settings) {
    public ScenarioFile {
        settings = List.copyOf(settings);
    }

    /** A shipped scenario by its name, or a user's by the path of its file, without changes. */
    public static ScenarioFile load(String nameOrPath) {
        return load(nameOrPath, List.of(), Providers.ours());
    }

    /**
     * Reads, resolves and checks a scenario.
     *
     * @param nameOrPath a shipped scenario's name, or the path of a file that ends in {@code .conf}
     * @param assignments what the command line changes, later ones first in rank
     * @throws BadInput in one sentence, if anything is wrong with it
     */
    public static ScenarioFile load(
            String nameOrPath, List<Assignment> assignments, Providers providers) {
        return ScenarioTemplate.load(nameOrPath, providers).with(assignments);
    }

    /** The same scenario with another seed. */
    public ScenarioFile seeded(long seed, String origin) {
        List<Setting> changed = new ArrayList<>();
        for (Setting each : settings) {
            changed.add(
                    each.path().equals("run.seed")
                            ? new Setting(
                                    each.path(),
                                    String.valueOf(seed),
                                    each.standard(),
                                    origin,
                                    each.parameter())
                            : each);
        }
        return new ScenarioFile(scenario.seeded(seed), changed);
    }

    /** The scenario as a file that loads again to the same one, nothing left to defaults. */
    public String text() {
        return Rendering.text(settings);
    }
}
