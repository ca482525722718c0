package sporeloop.scenarios.file;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import sporeloop.results.RefusedException;

/**
 * The jars of users: those that are named, and those that lie in a folder {@code plugins}, here or
 * where the program is. They see the program's classes, and the program sees what they register.
 */
final class PlugIns {
    private static final String FOLDER = "plugins";

    private PlugIns() {}

    /** A loader of our classes and those of the jars; it lives as long as the program. */
    static ClassLoader loader(List<String> named) {
        Set<Path> jars = new LinkedHashSet<>();
        named.forEach(jar -> jars.add(real(jar, path(jar))));
        List<Path> folders = new ArrayList<>(List.of(Path.of(FOLDER)));
        String home = System.getProperty("sporeloop.home", "");
        if (!home.isEmpty()) {
            folders.add(Path.of(home, FOLDER));
        }
        folders.forEach(
                folder -> inFolder(folder).forEach(jar -> jars.add(real(jar.toString(), jar))));
        ClassLoader ours = PlugIns.class.getClassLoader();
        return jars.isEmpty()
                ? ours
                : new URLClassLoader(
                        "plugins", jars.stream().map(PlugIns::url).toArray(URL[]::new), ours);
    }

    private static Path path(String jar) {
        try {
            Path path = Path.of(jar);
            if (Files.isRegularFile(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // Complained of below, like a file that is not there.
        }
        throw new BadInput("There is no plug-in " + jar + ": it must be a jar file.");
    }

    private static List<Path> inFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new BadInput(
                    "The folder "
                            + folder
                            + " can't be read: "
                            + RefusedException.why(failure)
                            + ".");
        }
    }

    /** The jar by its one real path, once it has been seen to be one. */
    private static Path real(String name, Path jar) {
        try {
            new JarFile(jar.toFile()).close();
            return jar.toRealPath();
        } catch (IOException | SecurityException broken) {
            throw new BadInput(
                    "The plug-in "
                            + name
                            + " is no whole jar file: "
                            + broken.getMessage()
                            + ". Build or copy it anew.");
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
