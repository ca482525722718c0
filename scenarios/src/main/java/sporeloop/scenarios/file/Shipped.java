package sporeloop.scenarios.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scenarios that come with the program: {@code scenarios/*.conf} on the class path. */
public final class Shipped {
    private static final List<String> NAMES = index();

    private Shipped() {}

    /** Their names, in the order of the listing. */
    public static List<String> names() {
        return NAMES;
    }

    /** What the scenario is, from the first comment line of its file. */
    public static String meaning(String name) {
        String first = text(name).lines().findFirst().orElse("");
        return first.startsWith("#") ? first.substring(1).strip() : "";
    }

    /** The file's text. */
    static String text(String name) {
        return resource(name + ".conf");
    }

    private static List<String> index() {
        return resource("index")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String resource(String file) {
        try (InputStream in = Shipped.class.getResourceAsStream("/scenarios/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file scenarios/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
