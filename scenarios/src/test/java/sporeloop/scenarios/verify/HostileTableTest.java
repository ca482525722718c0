package sporeloop.scenarios.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sporeloop.scenarios.file.BadInput;

/** A synapse of 600 steps with an update every 7, whose tables are spoilt. */
class HostileTableTest {
    private static final Path CASES = Path.of("src", "test", "resources", "cases");
    private static final String NAME = "synapse_other_time_constants";

    @TempDir Path folder;

    private final List<String> steps = new ArrayList<>();
    private final List<String> updates = new ArrayList<>();

    @BeforeEach
    void read() throws Exception {
        Files.copy(CASES.resolve(NAME + ".json"), folder.resolve(NAME + ".json"));
        steps.addAll(Lines.of(CASES.resolve(NAME + ".steps.csv")));
        updates.addAll(Lines.of(CASES.resolve(NAME + ".updates.csv.gz")));
    }

    private List<Finding> verify() throws Exception {
        Files.write(folder.resolve(NAME + ".steps.csv"), steps);
        Files.write(folder.resolve(NAME + ".updates.csv"), updates); // named .csv.gz in the case
        return Verification.verify(folder.resolve(NAME + ".json"), false);
    }

    private void assertRefused(String sentence) {
        String refusal = assertThrows(BadInput.class, this::verify).getMessage();
        assertTrue(refusal.startsWith(folder.toString()), refusal);
        assertTrue(refusal.contains(sentence), refusal);
        assertEquals(1, refusal.lines().count());
    }

    @Test
    void aTableMayBeGunzippedInPlace() throws Exception {
        assertTrue(verify().stream().allMatch(Finding::passed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 7.5 | .csv:9: step = 7.5, but must be a whole number of steps.",
                "0 | 3   | .csv:9: step falls, but must rise.",
                "0 | 8   | has 0 rows of step 7, but must have 1.",
                "0 | nan | .csv:9: step = NaN, but must be a finite number.",
                "1 | nan | .csv:9: pre_spikes = NaN, but must be a finite number.",
                "1 | 0.5 | pre_spikes = 0.5, but must be a whole number ≥ 0.",
                "1 | -1  | pre_spikes = -1.0, but must be a whole number ≥ 0.",
                "2 | ''  | .csv:9: bap = NaN, but must be a finite number.",
                "3 | inf | .csv:9: 'inf' is not a number.",
                "3 | 1e999 | .csv:9: reward = Infinity, but must be a finite number.",
                "4 | 1,2 | .csv:9: must have 11 cells.",
            })
    void aBadCellIsOneSentenceWithFileAndLine(int column, String cell, String sentence) {
        String[] cells = steps.get(8).split(",");
        cells[column] = cell;
        steps.set(8, String.join(",", cells));
        assertRefused(sentence);
    }

    @Test
    void aRecordedValueThatIsNoNumberDisagrees() throws Exception {
        String[] cells = steps.get(8).split(",");
        cells[10] = "nan";
        steps.set(8, String.join(",", cells));
        Finding each = verify().get(0);
        assertTrue(!each.passed() && each.detail().contains("weight at 7"), each.toString());
    }

    @Test
    void aTableThatEndsEarlyIsRefused() {
        steps.subList(400, steps.size()).clear();
        assertRefused("has 399 rows, but the case has 600 steps.");
    }

    @Test
    void anUpdateThatIsMissingIsRefused() {
        updates.remove(5);
        assertRefused("has 0 rows of step 28, but must have 1.");
    }

    @Test
    void anUpdateBetweenTwoUpdatesIsRefused() {
        updates.set(5, updates.get(5).replaceFirst("^28,", "29,"));
        assertRefused("has 0 rows of step 28, but must have 1.");
        updates.add(5, updates.get(5).replaceFirst("^29,", "28,"));
        assertRefused("has 1 rows of step 29, but must have none between two updates.");
    }

    @Test
    void aColumnThatIsMissingIsNamed() {
        steps.replaceAll(line -> line.substring(0, line.lastIndexOf(',')));
        assertRefused("has no column weight, only [step, pre_spikes,");
    }

    @Test
    void aTableWithoutRowsOrHeaderIsRefused() {
        updates.subList(1, updates.size()).clear();
        assertRefused("has 0 rows of step 7, but must have 1.");
        updates.clear();
        assertRefused("is empty; its first line must name the columns.");
    }

    @Test
    void aKeyThatIsMisspeltIsRefusedAndAForeignOneNamed() throws Exception {
        Path json = folder.resolve(NAME + ".json");
        String text = Files.readString(json);
        Files.writeString(json, text.replaceFirst("\\{", "{\"machine\": \"a fast one\", "));
        assertTrue(verify().get(0).passed());
        assertTrue(verify().get(0).detail().endsWith("; left out: [machine]"));
        Files.writeString(json, text.replaceFirst("prior_mean", "prior_men"));
        assertRefused("unknown key prior_men. Did you mean prior_mean?");
        Files.writeString(json, text.replaceFirst("integration_time", "integrations_time"));
        assertRefused("unknown parameter integrations_time. Did you mean integration_time?");
    }
}
