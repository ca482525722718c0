package sporeloop.scenarios.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sporeloop.scenarios.command.Sporeloop;

/** Agents that the fuzzer made and that once did harm, with right checksums: each is refused. */
class FoundTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "no-number, a saved number is NaN",
        "rested-from-the-future, has rested for -",
        "rested-too-long, has rested for "
    })
    void anAgentThatOnceDidHarmIsRefusedInASentence(String name, String sentence) throws Exception {
        Files.writeString(folder.resolve("scenario.conf"), Corpus.SMALL);
        Files.copy(
                Path.of("src", "test", "resources", "found", name + ".bin"),
                folder.resolve("agent.bin"));
        StringWriter err = new StringWriter();
        int code =
                Sporeloop.run(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err),
                        "export",
                        folder.toString(),
                        "--weights",
                        "--out",
                        folder.resolve("tables").toString());
        assertEquals(2, code, err.toString());
        assertTrue(err.toString().contains(sentence), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }
}
