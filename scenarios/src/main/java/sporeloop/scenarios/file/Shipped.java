package sporeloop.scenarios.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that come ready, with the program or with a plug-in: scenarios in {@code scenarios/*.conf}
 * on the class path, sweeps in {@code sweeps/*.conf}, each named on a line of the {@code index} beside
 * it.
 */
public final class Shipped {
    private static final Shipped OURS = new Shipped(Shipped.class.getClassLoader(), "scenario");

    private final String noun;
    private final Map<String, URL> files = new LinkedHashMap<>();

    /**
     * Those that {@code loader} sees.
     *
     * @param noun what one of them is; with an s, the folder they lie in
     */
    Shipped(ClassLoader loader, String noun) {
        this.noun = noun;
        try {
            for (URL index : Collections.list(loader.getResources(noun + "s/index"))) {
                read(index).lines().map(String::strip).forEach(name -> add(name, index));
            }
        } catch (IOException e) {
            throw new BadInput("The list of " + noun + "s can't be read: " + e.getMessage() + ".");
        }
    }

    /** The program's own scenarios. */
    static Shipped ours() {
        return OURS;
    }

    /** Their names, in the order of the listing. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** What the file is, from the first comment line of its file. */
    public String meaning(String name) {
        String first = text(name).lines().findFirst().orElse("");
        return first.startsWith("#") ? first.substring(1).strip() : "";
    }

    /** The file's text. */
    public String text(String name) {
        @Nullable URL file = files.get(name);
        if (file == null) {
            throw new IllegalArgumentException("no " + noun + " is called " + name);
        }
        try {
            return read(file);
        } catch (IOException e) {
            throw new BadInput(
                    "%s lists the %s %s, but there is no %ss/%s.conf in it."
                            .formatted(home(file), noun, name, noun, name));
        }
    }

    private void add(String name, URL index) {
        if (name.isEmpty()) {
            return;
        }
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}")) {
            throw new BadInput(
                    "%s lists a %s '%s', but a name has letters, digits, '.', '_' and '-' only."
                            .formatted(home(index), noun, name));
        }
        try {
            @Nullable URL other = files.put(name, new URL(index, name + ".conf"));
            if (other != null) {
                throw new BadInput(
                        "Two %ss are called %s: one of %s and one of %s. Rename one."
                                .formatted(noun, name, home(other), home(index)));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Read past the cache of jar files, so that the jar can be replaced while the program runs. */
    private static String read(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The jar or folder that a file lies in. */
    private String home(URL file) {
        String path = file.getPath();
        int jar = path.indexOf("!/");
        int end = jar >= 0 ? jar : path.indexOf("/" + noun + "s/");
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }
}
