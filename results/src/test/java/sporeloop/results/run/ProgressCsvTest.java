package sporeloop.results.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.RefusedException;

class ProgressCsvTest {
    private static final List<String> COLUMNS = List.of("sim_time_s", "mean_reward", "time_to_x_s");

    @TempDir Path folder;

    @Test
    void eachRowIsInTheFileAsSoonAsItIsAppended() throws IOException {
        Path file = folder.resolve("progress.csv");
        try (ProgressCsv table = ProgressCsv.create(file, COLUMNS)) {
            assertEquals("sim_time_s,mean_reward,time_to_x_s\n", Files.readString(file));
            table.append(60, 0.125, Double.NaN);
            assertTrue(Files.readString(file).endsWith("\n60,0.125,\n"));
            table.append(120, Double.POSITIVE_INFINITY, 3);
            assertTrue(Files.readString(file).endsWith("\n120,,3\n"));
            assertEquals(Files.size(file), table.length());
        }
    }

    @Test
    void aTableWhoseColumnsHaveNoNamesOrTooManyIsRefused() throws IOException {
        for (String header : List.of("", "a,b\"", "a, b", "a\0", ",".repeat(20_000))) {
            Path file = Files.writeString(folder.resolve("p.csv"), header + "\n");
            String sentence =
                    assertThrows(RefusedException.class, () -> ProgressTable.read(file))
                            .getMessage();
            assertTrue(sentence.startsWith(file.toString()), sentence);
        }
    }

    @Test
    void aRowOfTheWrongLengthIsAnError() throws IOException {
        try (ProgressCsv table = ProgressCsv.create(folder.resolve("p.csv"), COLUMNS)) {
            assertThrows(IllegalArgumentException.class, () -> table.append(1, 2));
        }
    }

    @Test
    void aTableGoesOnFromAnyEarlierLengthToTheSameBytes() throws IOException {
        Path straight = folder.resolve("straight.csv");
        Path pieces = folder.resolve("pieces.csv");
        long length;
        try (ProgressCsv table = ProgressCsv.create(straight, COLUMNS);
                ProgressCsv cut = ProgressCsv.create(pieces, COLUMNS)) {
            table.append(60, 1, 2);
            cut.append(60, 1, 2);
            length = cut.length();
            table.append(120, 3, 4);
            cut.append(120, 3, 4);
            cut.append(180, 5, 6);
        }
        try (ProgressCsv cut = ProgressCsv.resume(pieces, length)) {
            cut.append(120, 3, 4);
        }
        assertEquals(Files.readString(straight), Files.readString(pieces));
    }

    @Test
    void aCheckpointBeyondTheTableIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("p.csv"), "a,b\n1,2\n");
        assertThrows(RefusedException.class, () -> ProgressCsv.resume(file, 9));
        assertEquals("a,b\n1,2\n", Files.readString(file));
    }

    @Property(tries = 200)
    void aTableCutAnywhereReadsUpToItsLastWholeRow(
            @ForAll @Size(max = 5) List<Double> values, @ForAll double share)
            throws RefusedException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (double value : values) {
            text.append(sporeloop.results.NumberText.of(value)).append(",\n");
        }
        int cut = 4 + (int) (Math.abs(share % 1) * (text.length() - 4));
        ProgressTable table = ProgressTable.parse("t", text.substring(0, cut));
        for (int r = 0; r < table.rows().size(); r++) {
            assertArrayEquals(
                    new double[] {values.get(r) + 0.0, Double.NaN},
                    table.rows().get(r),
                    0,
                    "row " + r);
        }
        assertEquals(
                text.substring(4, cut).chars().filter(c -> c == '\n').count(), table.rows().size());
    }

    @Property
    void anyOtherTextIsRefusedWithASentence(@ForAll String text) {
        try {
            ProgressTable.parse("t", text);
        } catch (RefusedException refused) {
            assertTrue(refused.getMessage().startsWith("t"), refused.getMessage());
        }
    }
}
