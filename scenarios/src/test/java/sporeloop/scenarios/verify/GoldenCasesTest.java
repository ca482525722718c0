package sporeloop.scenarios.verify;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenCasesTest {
    private static final Path GOLDEN = Path.of("..", "spore", "src", "test", "resources", "golden");

    static Stream<Path> cases() {
        return Verification.cases(List.of(GOLDEN)).stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void engineAndReferenceDoWhatTheOriginalSoftwareDid(Path file) {
        List<Finding> findings = Verification.verify(file, true);
        assertTrue(findings.size() >= 3, "ways: " + findings);
        assertAll(
                findings.stream()
                        .map(
                                finding ->
                                        () ->
                                                assertTrue(
                                                        finding.passed(),
                                                        finding.way() + ": " + finding.detail())));
    }

    @Test
    void aRecordingThatIsOffByTwoBillionthsFails(@TempDir Path folder) throws Exception {
        String name = "synapse_17_psp_cutoff_sparse";
        Path rows = folder.resolve(name + ".steps.csv.gz");
        Files.copy(GOLDEN.resolve(name + ".steps.csv.gz"), rows);
        String updates = Files.readString(GOLDEN.resolve(name + ".updates.csv"));
        String[] lines = updates.split("\n");
        String[] cells = lines[lines.length - 1].split(",");
        cells[5] = Double.toString(Double.parseDouble(cells[5]) * (1 + 2e-9));
        lines[lines.length - 1] = String.join(",", cells);
        Files.writeString(folder.resolve(name + ".updates.csv"), String.join("\n", lines));
        Files.copy(GOLDEN.resolve(name + ".json"), folder.resolve(name + ".json"));
        List<Finding> findings = Verification.verify(folder.resolve(name + ".json"), false);
        assertTrue(findings.stream().noneMatch(Finding::passed), findings.toString());
    }
}
