package sporeloop.scenarios.file;

import com.typesafe.config.ConfigObject;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
        Shipped scenarios = providers.scenarios();
        boolean shipped = scenarios.names().contains(nameOrPath);
        String file = shipped ? nameOrPath + ".conf" : nameOrPath;
        ConfigObject written =
                shipped
                        ? Source.text(scenarios.text(nameOrPath), file, scenarios)
                        : read(nameOrPath, scenarios);
        for (Assignment assignment : assignments) {
            written = assignment.over(written);
        }
        return new Composer(providers)
                .compose(name(nameOrPath), new Block("", written, new Place(file, 0)));
    }

    /** The scenario as a file that loads again to the same one, nothing left to defaults. */
    public String text() {
        return Rendering.text(settings);
    }

    private static ConfigObject read(String path, Shipped scenarios) {
        if (!path.endsWith(".conf")) {
            throw unknown(path, scenarios);
        }
        try {
            return Source.file(Path.of(path), path, scenarios);
        } catch (InvalidPathException e) {
            throw unknown(path, scenarios);
        }
    }

    private static BadInput unknown(String name, Shipped scenarios) {
        String file = name + ".conf";
        boolean there = !name.contains("\0") && Files.isRegularFile(Path.of(file));
        return new BadInput(
                "There is no scenario "
                        + name
                        + "."
                        + (there
                                ? " For the file write " + file + "."
                                : NearMiss.hint(name, scenarios.names())));
    }

    /** The file's name without its ending, fit for a folder's name. */
    private static String name(String nameOrPath) {
        String file =
                nameOrPath.substring(
                        Math.max(nameOrPath.lastIndexOf('/'), nameOrPath.lastIndexOf('\\')) + 1);
        String stem = file.endsWith(".conf") ? file.substring(0, file.length() - 5) : file;
        String safe = stem.replaceAll("[^\\p{L}\\p{N}._-]", "-");
        return safe.isEmpty() || safe.startsWith(".") ? "scenario" + safe : safe;
    }
}
