package sporeloop.scenarios.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentProvider;
import sporeloop.environments.Timing;

class PlugInsTest {
    private static final String SERVICE =
            "META-INF/services/sporeloop.environments.EnvironmentProvider";
    private static final String MINE = "# Mine.\ninclude \"reaching\"\nrun.seed = 5\n";

    @TempDir Path folder;

    /** The record of a task without keys. */
    public record NoKeys() {}

    /** A task of the name that ours has. */
    public static class Taken implements EnvironmentProvider<NoKeys> {
        @Override
        public String name() {
            return "reaching";
        }

        @Override
        public String meaning() {
            return "another reaching";
        }

        @Override
        public Class<NoKeys> parameters() {
            return NoKeys.class;
        }

        @Override
        public Environment create(NoKeys parameters, Timing timing) {
            throw new UnsupportedOperationException();
        }
    }

    /** A task that can't even be made. */
    public static final class Throwing extends Taken {
        public Throwing() {
            throw new IllegalStateException("the robot is away");
        }
    }

    /** A task that has no name to give. */
    public static final class Nameless extends Taken {
        @Override
        public String name() {
            throw new UnsupportedOperationException("no name yet");
        }
    }

    @Test
    void aJarsScenarioIsLoadedAndListedLikeOurs() throws IOException {
        Path jar = jar("mine.jar", "scenarios/index", "mine\n", "scenarios/mine.conf", MINE);
        Providers providers = Providers.with(List.of(jar.toString(), jar.toString()));
        assertTrue(providers.scenarios().names().containsAll(List.of("reaching", "mine")));
        assertEquals("Mine.", providers.scenarios().meaning("mine"));
        Scenario scenario = ScenarioFile.load("mine", List.of(), providers).scenario();
        assertEquals(5, scenario.run().seed());
        assertEquals("mine", scenario.name());
    }

    @Test
    void aUsersFileMayIncludeAScenarioOfAJar() throws IOException {
        Path jar = jar("mine.jar", "scenarios/index", "mine\n", "scenarios/mine.conf", MINE);
        Path file = folder.resolve("own.conf");
        Files.writeString(file, "include \"mine\"\nrun.duration = 3 min\n");
        ScenarioFile loaded =
                ScenarioFile.load(
                        file.toString(), List.of(), Providers.with(List.of(jar.toString())));
        assertEquals(5, loaded.scenario().run().seed());
        assertEquals(180, loaded.scenario().run().duration());
    }

    @Test
    void aJarInThePlugInsFolderOfTheProgramIsFound() throws IOException {
        Files.createDirectory(folder.resolve("plugins"));
        jar("plugins/mine.jar", "scenarios/index", "mine\n", "scenarios/mine.conf", MINE);
        String before = System.getProperty("sporeloop.home", "");
        try {
            System.setProperty("sporeloop.home", folder.toString());
            assertTrue(Providers.with(List.of()).scenarios().names().contains("mine"));
        } finally {
            System.setProperty("sporeloop.home", before);
        }
        assertTrue(!Providers.with(List.of()).scenarios().names().contains("mine"));
    }

    @Test
    void aJarThatIsMissingOrBrokenIsNamed() throws IOException {
        assertEquals(
                "There is no plug-in none.jar: it must be a jar file.",
                refusal(() -> Providers.with(List.of("none.jar"))));
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no zip");
        String sentence = refusal(() -> Providers.with(List.of(broken.toString())));
        assertTrue(sentence.contains("broken.jar is no whole jar file: "), sentence);
    }

    @Test
    void aScenarioThatIsTakenOrMissingIsNamedWithItsJar() throws IOException {
        Path taken = jar("taken.jar", "scenarios/index", "reaching\n");
        String sentence = refusal(() -> Providers.with(List.of(taken.toString())));
        assertTrue(sentence.startsWith("Two scenarios are called reaching: one of "), sentence);
        assertTrue(sentence.endsWith("and one of taken.jar. Rename one."), sentence);
        Path missing = jar("missing.jar", "scenarios/index", "ghost\n");
        Providers ghost = Providers.with(List.of(missing.toString()));
        assertEquals(
                "missing.jar lists the scenario ghost, but there is no scenarios/ghost.conf in it.",
                refusal(() -> ghost.scenarios().meaning("ghost")));
    }

    @Test
    void aProviderThatCannotBeUsedIsNamed() throws IOException {
        refusesProvider("example.Missing", "Provider example.Missing not found");
        refusesProvider(Throwing.class.getName(), "the robot is away");
        refusesProvider(Nameless.class.getName(), "no name yet");
        refusesProvider(PlugInsTest.class.getName(), "not a subtype");
        refusesProvider(Taken.class.getName(), "Two plug-ins are called reaching: ");
    }

    private void refusesProvider(String provider, String words) throws IOException {
        Path jar = jar(provider + ".jar", SERVICE, provider + "\n");
        Providers providers = Providers.with(List.of(jar.toString()));
        String sentence = refusal(providers::environments);
        assertTrue(sentence.contains(words), sentence);
        assertEquals(1, sentence.lines().count(), sentence);
        assertTrue(sentence.endsWith("."), sentence);
    }

    private static String refusal(Executable action) {
        return String.valueOf(assertThrows(BadInput.class, action).getMessage());
    }

    /** A jar of texts: name and contents in turn. */
    private Path jar(String name, String... entries) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (int i = 0; i < entries.length; i += 2) {
                out.putNextEntry(new JarEntry(entries[i]));
                out.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
