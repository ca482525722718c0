package sporeloop.results.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.RefusedException;

class ManifestTest {
    @TempDir Path folder;

    private final Manifest manifest = Manifest.starting("p", "c", "s", 1, List.of("train"));

    @Test
    void whatIsWrittenComesBack() throws IOException {
        Path file = Files.writeString(folder.resolve("manifest.json"), manifest.json());
        assertEquals(manifest, Manifest.read(file));
    }

    @Test
    void aManifestWithoutOneOfItsKeysIsRefused() throws IOException {
        for (String key : List.of("program", "scenario", "start", "seed", "command_line")) {
            String json = manifest.json().replace("\"" + key + "\"", "\"other\"");
            Path file = Files.writeString(folder.resolve("manifest.json"), json);
            String sentence =
                    assertThrows(RefusedException.class, () -> Manifest.read(file), key)
                            .getMessage();
            assertTrue(sentence.startsWith(file + " is not a run's manifest"), sentence);
        }
        Path file = Files.writeString(folder.resolve("manifest.json"), "null");
        assertThrows(RefusedException.class, () -> Manifest.read(file));
    }
}
