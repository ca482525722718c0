package sporeloop.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.scenarios.sweep.SweepBuilder;
import sporeloop.scenarios.sweep.SweepOptions;

class SweepProgressTest {
    @TempDir Path folder;

    @Test
    void eachSweepOfAStudyIsCountedAnew() throws IOException {
        StringWriter err = new StringWriter();
        SweepProgress progress =
                new SweepProgress(
                        new PrintWriter(err),
                        Terminal.of(100),
                        new PrintWriter(new StringWriter()),
                        false,
                        1);
        for (String name : new String[] {"one", "other"}) {
            SweepBuilder.of("reaching")
                    .duration("10 s")
                    .set("run.report-interval", "10 s")
                    .into(SweepOptions.into(folder.resolve(name)).parallel(1))
                    .run(progress);
        }
        assertTrue(err.toString().contains("1 of 1"), err.toString());
        assertFalse(err.toString().contains("2 of 1"), err.toString());
    }
}
