package sporeloop.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import sporeloop.scenarios.file.Providers;

class CodecsCommandTest {
    @TempDir Path folder;

    @Test
    void everyEncoderAndDecoderIsDrawnAndShownOnThePage() throws Exception {
        assertEquals(0, new CommandLine(new CodecsCommand()).execute("--out", folder.toString()));
        String page = Files.readString(folder.resolve("README.md"));
        Providers ours = Providers.ours();
        ours.encoders().forEach(each -> drawn(each.name(), page));
        ours.decoders().forEach(each -> drawn(each.name(), page));
    }

    private void drawn(String name, String page) {
        assertTrue(Files.exists(folder.resolve(name + ".svg")), name);
        assertTrue(Files.exists(folder.resolve(name + ".png")), name);
        assertTrue(page.contains("](" + name + ".png)"), name);
    }
}
