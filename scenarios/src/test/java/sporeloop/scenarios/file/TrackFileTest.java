package sporeloop.scenarios.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackFileTest {
    private static final String OVAL =
            "# mine\nstraight 2 m\nleft 1 m 180 deg\nstraight 2 m\nleft 1 m 180 deg\n";

    @TempDir Path folder;

    @Test
    void aScenarioMayNameATrackBesideItAndWhatIsWrittenOutNeedsItNoMore() throws IOException {
        Path scenario = scenario("\"my.track\"");
        Path track = Files.writeString(folder.resolve("my.track"), OVAL);
        String written = ScenarioFile.load(scenario.toString()).text();
        Files.delete(track);
        Path again = Files.writeString(folder.resolve("again.conf"), written);
        assertEquals(written, ScenarioFile.load(again.toString()).text());
        assertTrue(written.contains("left 1 m 180 deg"), "the text stands in the scenario");
    }

    @Test
    void aMistakeInTheTrackNamesItsFileItsLineAndWhatToWrite() throws IOException {
        Path scenario = scenario("\"my.track\"");
        Files.writeString(folder.resolve("my.track"), OVAL + "lefty 3 m\n");
        assertEquals(
                folder.resolve("my.track")
                        + ": environment.track = lefty 3 m (line 6 of the track), but a segment is"
                        + " written 'straight 2 m', 'left 1.5 m 90 deg' or 'right 1.5 m 90 deg'.",
                refusal(scenario));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../other.track | it lies outside the scenario's folder. Copy it there.",
                "/etc/other.track | it lies outside the scenario's folder. Copy it there.",
                "none.track | there is no such file beside the scenario.",
            })
    void aTrackElsewhereIsRefusedAtTheLineThatNamesIt(String name, String rule) throws IOException {
        Path scenario = scenario('"' + name + '"');
        assertEquals(
                scenario + ":2: environment.track = " + name + ", but " + rule, refusal(scenario));
    }

    @Test
    void aTrackTooLargeIsRefused() throws IOException {
        Path scenario = scenario("\"my.track\"");
        Files.writeString(folder.resolve("my.track"), "# x\n".repeat(20_000));
        assertEquals(
                scenario
                        + ":2: environment.track = my.track, but a track's file must be at most 64 kB.",
                refusal(scenario));
    }

    private Path scenario(String track) throws IOException {
        return Files.writeString(
                folder.resolve("mine.conf"),
                "include \"lane-following\"\nenvironment.track = " + track + "\n");
    }

    private static String refusal(Path scenario) {
        return assertThrows(BadInput.class, () -> ScenarioFile.load(scenario.toString()))
                .getMessage();
    }
}
