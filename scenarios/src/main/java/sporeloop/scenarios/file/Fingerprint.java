package sporeloop.scenarios.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A digest of all that decides what a run leaves, besides its scenario: the program's own classes, the
 * names (with versions) of the libraries that compute or write, the bytes of users' jars. A commit that
 * touches documents, commands or pictures leaves it as it is.
 */
final class Fingerprint {
    /** Packages that nothing of a run comes from; the architecture test holds them to that. */
    static final List<String> NO_PART_OF_A_RUN =
            List.of(
                    "sporeloop/scenarios/command",
                    "sporeloop/scenarios/cluster",
                    "sporeloop/scenarios/picture",
                    "sporeloop/scenarios/reproduce",
                    "sporeloop/scenarios/soak",
                    "sporeloop/scenarios/verify",
                    "sporeloop/spore/benchmark",
                    "sporeloop/spore/reference");

    /** The one file that tells the commit. */
    private static final String BUILD = "sporeloop/scenarios/build.properties";

    /** A class of each of our modules. */
    private static final List<String> MODULES =
            List.of(
                    "sporeloop.parameters.Parameter",
                    "sporeloop.spore.Spikes",
                    "sporeloop.environments.Environment",
                    "sporeloop.bridge.EncoderProvider",
                    "sporeloop.agents.SporeAgent",
                    "sporeloop.results.RefusedException",
                    "sporeloop.scenarios.Build");

    /** A class of each library. */
    private static final List<String> LIBRARIES =
            List.of(
                    "org.jbox2d.dynamics.World",
                    "org.apache.commons.rng.UniformRandomProvider",
                    "org.apache.commons.rng.core.source64.LongProvider",
                    "org.apache.commons.rng.sampling.distribution.ContinuousSampler",
                    "org.apache.commons.rng.simple.RandomSource",
                    "com.fasterxml.jackson.core.JsonFactory",
                    "com.github.luben.zstd.Zstd",
                    "com.typesafe.config.Config");

    private static final int DIGITS = 24;

    private static String ours = "";

    private Fingerprint() {}

    /** That of the program with what {@code loader} sees besides it. */
    static String of(ClassLoader loader) {
        MessageDigest digest = sha256();
        digest.update(ours().getBytes(StandardCharsets.UTF_8));
        for (String jar : jars(loader)) {
            digest.update(jar.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static synchronized String ours() {
        if (ours.isEmpty()) {
            MessageDigest digest = sha256();
            for (String module : MODULES) {
                files(place(module)).forEach(digest(digest));
            }
            for (String library : LIBRARIES) {
                String jar = String.valueOf(place(library).getFileName());
                digest.update(jar.getBytes(StandardCharsets.UTF_8));
            }
            ours = HexFormat.of().formatHex(digest.digest());
        }
        return ours;
    }

    private static BiConsumer<String, byte[]> digest(MessageDigest digest) {
        return (name, bytes) -> {
            digest.update((name + ' ' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        };
    }

    /** Digests of users' jars: their order and names decide nothing. */
    private static Set<String> jars(ClassLoader loader) {
        Set<String> jars = new TreeSet<>();
        if (loader instanceof URLClassLoader users
                && loader != Fingerprint.class.getClassLoader()) {
            for (URL jar : users.getURLs()) {
                try {
                    byte[] bytes = Files.readAllBytes(Path.of(jar.toURI()));
                    jars.add(HexFormat.of().formatHex(sha256().digest(bytes)));
                } catch (IOException | URISyntaxException e) {
                    throw new BadInput("The plug-in " + jar.getPath() + " can't be read.");
                }
            }
        }
        return jars;
    }

    /** The folder or jar that a class lies in. */
    private static Path place(String name) {
        try {
            Class<?> type = Class.forName(name, false, Fingerprint.class.getClassLoader());
            URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(place);
        } catch (ClassNotFoundException | URISyntaxException broken) {
            throw new IllegalStateException("The program is not whole: " + name, broken);
        }
    }

    /** Our files of a module by name, those left out that decide nothing. */
    private static Map<String, byte[]> files(Path module) {
        try {
            if (Files.isDirectory(module)) {
                return files(module, module);
            }
            try (FileSystem jar = FileSystems.newFileSystem(module)) {
                return files(module, jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(module + " can't be read.", e);
        }
    }

    private static Map<String, byte[]> files(Path module, Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root.resolve("sporeloop"))) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (isPartOfARun(name)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        if (files.isEmpty()) {
            throw new IllegalStateException("The program is not whole: " + module);
        }
        return files;
    }

    static boolean isPartOfARun(String file) {
        return !file.equals(BUILD)
                && NO_PART_OF_A_RUN.stream().noneMatch(each -> file.startsWith(each + "/"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
