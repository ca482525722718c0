package sporeloop.scenarios.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, it is read or refused with a sentence. */
class FuzzTest {
    @TempDir Path own;

    @Test
    void aSampleOfChangedInputsOfEveryParserIsReadOrRefusedWithASentence() throws Exception {
        fuzz(10_000, 1);
    }

    @Test
    @Tag("long")
    void aMillionChangedInputsAreReadOrRefusedWithASentence() throws Exception {
        fuzz(1_000_000, 2);
    }

    private void fuzz(long inputs, long seed) throws IOException {
        Path folder = Files.createDirectory(own.resolve("work"));
        try (Corpus corpus = new Corpus(Files.createDirectories(folder.resolve("corpus")))) {
            Path kept = Files.createTempDirectory("sporeloop-fuzz-findings");
            Fuzz fuzz = new Fuzz(folder, kept, corpus.subjects(), seed, System.out);
            fuzz.run(inputs);
            assertEquals(Map.of(), fuzz.findings(), "the inputs are kept in " + kept);
            assertFalse(corpus.wasCalled(), "a file made the program open a connection");
            Files.delete(kept);
        }
    }
}
