package sporeloop.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which program this is. */
public final class Build {
    private static final Properties BUILD = load();

    private Build() {}

    /** The version. */
    public static String version() {
        return BUILD.getProperty("version");
    }

    /** The git commit; {@code unknown} outside a clone. */
    public static String commit() {
        return BUILD.getProperty("commit");
    }

    private static Properties load() {
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            Properties build = new Properties();
            build.load(in);
            return build;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
