package sporeloop.scenarios.file;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A track in a file of its own, {@code environment.track = "my.track"}: its text takes the place of its
 * name as soon as the name is read, so that what a run writes out needs the file no more.
 */
final class TrackFile {
    private static final String KEY = "environment.track";
    private static final String ENDING = ".track";
    private static final int LARGEST = 1 << 16; // characters

    private TrackFile() {}

    /**
     * {@code root} with the text of the track's file in the place of its name, if it names one.
     *
     * @param folder in which the file must lie
     * @param besides what names a file in that folder for the user, up to the last separator
     */
    static ConfigObject inline(ConfigObject root, Path folder, String besides) {
        Config config = root.toConfig();
        if (!config.hasPath(KEY) || config.getValue(KEY).valueType() != ConfigValueType.STRING) {
            return root;
        }
        ConfigValue written = config.getValue(KEY);
        String what = ((String) written.unwrapped()).strip();
        if (!what.endsWith(ENDING) || what.contains("\n")) {
            return root;
        }
        Place place = Place.of(written.origin());
        int slash = Math.max(besides.lastIndexOf('/'), besides.lastIndexOf(File.separatorChar));
        String name = besides.substring(0, slash + 1) + what;
        Path file = inFolder(folder, what, place);
        String text = Fence.read(file, name);
        if (text.length() > LARGEST) {
            throw place.but(KEY, what, "a track's file must be at most 64 kB.");
        }
        return config.withValue(KEY, ConfigValueFactory.fromAnyRef(text, name)).root();
    }

    private static Path inFolder(Path folder, String what, Place place) {
        try {
            Path file = folder.resolve(what).normalize();
            if (!file.startsWith(folder)
                    || (Files.exists(file) && !file.toRealPath().startsWith(folder.toRealPath()))) {
                throw place.but(KEY, what, "it lies outside the scenario's folder. Copy it there.");
            }
            if (!Files.isRegularFile(file)) {
                throw place.but(KEY, what, "there is no such file beside the scenario.");
            }
            return file;
        } catch (InvalidPathException | IOException e) {
            throw place.but(KEY, what, "it can't be read as a file's name.");
        }
    }
}
