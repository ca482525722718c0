package sporeloop.scenarios.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir Path folder;

    private Path jar(String name, String text) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("note"));
            out.write(text.getBytes(UTF_8));
        }
        return jar;
    }

    private static String with(Path... jars) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            return Providers.with(Arrays.stream(jars).map(Path::toString).toList()).fingerprint();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void usersJarsAreTakenByTheirBytesNotByNameOrOrder() throws IOException {
        Path one = jar("one.jar", "1");
        Path two = jar("two.jar", "2");
        Path copy = Files.copy(one, folder.resolve("copy.jar"));
        assertEquals(with(one, two), with(two, copy));
        assertNotEquals(with(one), with(two));
        assertNotEquals(with(one), Providers.ours().fingerprint());
        assertEquals(Providers.ours().fingerprint(), with());
    }

    @Test
    void theCommitAndTheCommandsDecideNothingTheLearningRuleDoes() {
        assertEquals(
                List.of(false, false, true, true),
                List.of(
                        Fingerprint.isPartOfARun("sporeloop/scenarios/build.properties"),
                        Fingerprint.isPartOfARun("sporeloop/scenarios/command/Exit.class"),
                        Fingerprint.isPartOfARun("sporeloop/scenarios/training/Trainer.class"),
                        Fingerprint.isPartOfARun(
                                "sporeloop/spore/plasticity/SynapticSampling.class")));
        assertTrue(Fingerprint.NO_PART_OF_A_RUN.contains("sporeloop/scenarios/command"));
        assertFalse(Providers.ours().fingerprint().isEmpty());
    }
}
