package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;

/** Which program this is: its version and the git commit it was built of. */
public final class Version implements CommandLine.IVersionProvider {
    private static final Properties BUILD = load();

    /** The version. */
    public static String number() {
        return BUILD.getProperty("version");
    }

    /** The git commit; {@code unknown} outside a clone. */
    public static String commit() {
        return BUILD.getProperty("commit");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"sporeloop " + number() + " (git " + commit() + ")"};
    }

    private static Properties load() {
        try (InputStream in = Version.class.getResourceAsStream("build.properties")) {
            Properties build = new Properties();
            build.load(in);
            return build;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
