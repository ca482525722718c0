package sporeloop.scenarios.file;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A scenario's text on its way to HOCON: behind the {@link Fence}, with an includer that knows two
 * things, the name of a shipped scenario and a file under the including file's folder.
 */
public final class Source
        implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
    private static final int MOST_INCLUDES = 32;

    private final String text;
    private final String name;

    /** Where included files must lie; null for a text that is no file. */
    private final @Nullable Path folder;

    /** Counts the includes of the whole scenario, so that files can't include each other for ever. */
    private final int[] includes;

    /** The scenarios that can be included by name. */
    private final Shipped scenarios;

    private Source(
            String text, String name, @Nullable Path folder, int[] includes, Shipped scenarios) {
        this.text = text;
        this.name = name;
        this.folder = folder;
        this.includes = includes;
        this.scenarios = scenarios;
    }

    /** The user's file, called {@code name} in complaints. */
    public static ConfigObject file(Path file, String name, Shipped scenarios) {
        return file(file, name, new int[1], scenarios);
    }

    /** A text that may include our own scenarios only. */
    static ConfigObject text(String text, String name) {
        return text(text, name, Shipped.ours());
    }

    /** A text that may include these scenarios only. */
    public static ConfigObject text(String text, String name, Shipped scenarios) {
        return new Source(text, name, null, new int[1], scenarios).parse();
    }

    private static ConfigObject file(Path file, String name, int[] includes, Shipped scenarios) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return new Source(Fence.read(file, name), name, folder, includes, scenarios).parse();
    }

    private ConfigObject parse() {
        Fence.check(text, name);
        try {
            Config config =
                    ConfigFactory.parseString(
                            text,
                            ConfigParseOptions.defaults()
                                    .setSyntax(ConfigSyntax.CONF)
                                    .setOriginDescription(name)
                                    .setIncluder(this));
            if (!config.isResolved()) {
                throw new BadInput(name + ": += is not allowed. Write the whole list.");
            }
            return folder == null ? config.root() : TrackFile.inline(config.root(), folder, name);
        } catch (ConfigException e) {
            throw syntax(e);
        } catch (StackOverflowError e) {
            throw new BadInput(name + ": blocks are nested too deeply.");
        }
    }

    private BadInput syntax(ConfigException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        Place place = e.origin() == null ? new Place(name, 0) : Place.of(e.origin());
        String lead = place.file() + ": " + place.line() + ": ";
        message = message.startsWith(lead) ? message.substring(lead.length()) : message;
        int advice = message.indexOf(" (if you ");
        message = advice < 0 ? message : message.substring(0, advice);
        return place.complaint(
                "syntax error: "
                        + message
                        + (message.endsWith(".") || message.endsWith("?") ? "" : "."));
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        if (++includes[0] > MOST_INCLUDES) {
            throw complaint(
                    what, "more than " + MOST_INCLUDES + " includes. Do files include each other?");
        }
        if (what.contains("://")) {
            throw complaint(
                    what,
                    "only a shipped scenario's name or a file in this folder can be included.");
        }
        if (scenarios.names().contains(what)) {
            String included = scenarios.text(what);
            return new Source(included, what + ".conf", null, includes, scenarios).parse();
        }
        if (folder == null || !what.endsWith(".conf")) {
            throw complaint(
                    what,
                    "include \""
                            + what
                            + "\" names neither a shipped scenario nor a .conf file in this folder."
                            + NearMiss.hint(what, scenarios.names()));
        }
        return file(inFolder(folder, what), besides(what), includes, scenarios);
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        return include(context, what.getPath());
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
        throw complaint(
                "url",
                "a URL can't be included. Include a shipped scenario or a file in this folder.");
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
        throw complaint(
                "classpath",
                "the class path can't be included. Include a shipped scenario or a file in this folder.");
    }

    private Path inFolder(Path folder, String what) {
        try {
            Path file = folder.resolve(what).normalize();
            if (!file.startsWith(folder)
                    || (Files.exists(file) && !file.toRealPath().startsWith(folder.toRealPath()))) {
                throw complaint(
                        what, what + " lies outside this file's folder and can't be included.");
            }
            if (!Files.isRegularFile(file)) {
                throw complaint(what, "there is no file " + what + " to include in this folder.");
            }
            return file;
        } catch (InvalidPathException | IOException e) {
            throw complaint(what, what + " can't be included.");
        }
    }

    /** An included file as the user would name it from where they are. */
    private String besides(String what) {
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf(File.separatorChar));
        return name.substring(0, slash + 1) + what;
    }

    /** A complaint about the include of {@code what}, at the line where it stands. */
    private BadInput complaint(String what, String sentence) {
        int line = 1;
        for (String row : (Iterable<String>) text.lines()::iterator) {
            if (row.strip().startsWith("include") && row.contains(what)) {
                return new Place(name, line).complaint(sentence);
            }
            line++;
        }
        return new Place(name, 0).complaint(sentence);
    }
}
