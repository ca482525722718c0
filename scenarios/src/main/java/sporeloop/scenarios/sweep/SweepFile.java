package sporeloop.scenarios.sweep;

import com.typesafe.config.ConfigObject;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Block;
import sporeloop.scenarios.file.NearMiss;
import sporeloop.scenarios.file.Place;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.Shipped;
import sporeloop.scenarios.file.Source;

/**
 * Sweeps as they stand in files.
 *
 * <pre>
 *   sweep {
 *     base = reaching
 *     seeds = [1, 2, 3]
 *     axes { plasticity.temperature = [0.05, 0.1, 0.2] }
 *   }
 * </pre>
 */
public final class SweepFile {
    private SweepFile() {}

    /**
     * Reads and checks a sweep.
     *
     * @param nameOrPath a shipped sweep's name, or the path of a file that ends in {@code .conf}
     * @throws BadInput in one sentence, if anything is wrong with it
     */
    public static SweepPlan load(String nameOrPath, Providers providers) {
        Shipped sweeps = providers.sweeps();
        if (sweeps.names().contains(nameOrPath)) {
            String text = sweeps.text(nameOrPath);
            String file = nameOrPath + ".conf";
            ConfigObject root = Source.text(text, file, sweeps);
            return reader(nameOrPath, text, null, root, file, providers).plan();
        }
        Path file = path(nameOrPath, sweeps);
        ConfigObject root = Source.file(file, nameOrPath, sweeps);
        Path folder = file.getParent() == null ? Path.of("") : file.getParent();
        return reader(name(file), read(file), folder, root, nameOrPath, providers).plan();
    }

    /** A sweep that is no file; its base must be a shipped scenario, or a path. */
    public static SweepPlan parse(String name, String text, Providers providers) {
        ConfigObject root = Source.text(text, name, providers.sweeps());
        return reader(name, text, Path.of(""), root, name, providers).plan();
    }

    private static SweepReader reader(
            String name,
            String text,
            @org.jspecify.annotations.Nullable Path folder,
            ConfigObject root,
            String file,
            Providers providers) {
        return new SweepReader(
                name, text, folder, new Block("", root, new Place(file, 0)), providers);
    }

    private static Path path(String nameOrPath, Shipped sweeps) {
        try {
            if (nameOrPath.endsWith(".conf")) {
                return Path.of(nameOrPath);
            }
        } catch (InvalidPathException e) {
            // Complained of below.
        }
        boolean there =
                !nameOrPath.contains("\0") && Files.isRegularFile(Path.of(nameOrPath + ".conf"));
        throw new BadInput(
                "There is no sweep "
                        + nameOrPath
                        + "."
                        + (there
                                ? " For the file write " + nameOrPath + ".conf."
                                : NearMiss.hint(nameOrPath, sweeps.names())));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new BadInput(file + " can't be read: " + e.getMessage() + ".");
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        String safe =
                name.substring(0, name.length() - ".conf".length())
                        .replaceAll("[^\\p{L}\\p{N}._-]", "-");
        return safe.isEmpty() || safe.startsWith(".") ? "sweep" + safe : safe;
    }
}
