package sporeloop.scenarios.file;

import com.typesafe.config.ConfigObject;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** A scenario as it is written, read once, from which many are made by changing keys. */
public final class ScenarioTemplate {
    private final Providers providers;
    private final String name;
    private final String file;
    private final ConfigObject written;

    private ScenarioTemplate(Providers providers, String name, String file, ConfigObject written) {
        this.providers = providers;
        this.name = name;
        this.file = file;
        this.written = written;
    }

    /**
     * Reads a scenario, but binds nothing yet.
     *
     * @param nameOrPath a shipped scenario's name, or the path of a file that ends in {@code .conf}
     * @throws BadInput in one sentence, if there is no such scenario or it is no HOCON
     */
    public static ScenarioTemplate load(String nameOrPath, Providers providers) {
        Shipped scenarios = providers.scenarios();
        boolean shipped = scenarios.names().contains(nameOrPath);
        String file = shipped ? nameOrPath + ".conf" : nameOrPath;
        ConfigObject written =
                shipped
                        ? Source.text(scenarios.text(nameOrPath), file, scenarios)
                        : read(nameOrPath, scenarios);
        return new ScenarioTemplate(providers, name(nameOrPath), file, written);
    }

    /** A scenario that is no file; it may include shipped ones only. */
    public static ScenarioTemplate parse(String name, String text, Providers providers) {
        ConfigObject written = Source.text(text, name, providers.scenarios());
        return new ScenarioTemplate(providers, name, name, written);
    }

    /** The scenario's name. */
    public String name() {
        return name;
    }

    /**
     * The scenario with these changes, resolved and checked.
     *
     * @param assignments later ones first in rank
     * @throws BadInput in one sentence, if anything is wrong with it
     */
    public ScenarioFile with(List<Assignment> assignments) {
        ConfigObject changed = written;
        for (Assignment assignment : assignments) {
            changed = assignment.over(changed);
        }
        changed = TrackFile.inline(changed, Path.of("").toAbsolutePath(), "");
        return new Composer(providers).compose(name, new Block("", changed, new Place(file, 0)));
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
