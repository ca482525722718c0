package sporeloop.scenarios.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sporeloop.scenarios.file.BadInput;

class HostileCaseTest {
    private static final Path GOLDEN = Path.of("..", "spore", "src", "test", "resources", "golden");
    private static final String SYNAPSE = "synapse_01_constant_reward";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"synapse\"                | is not JSON",
                "[1, 2]                                | must hold one JSON object",
                "{\"name\": \"x\"}                     | has no kind",
                "{\"kind\": \"soup\"}                  | must be synapse, neuron",
                "{\"kind\": \"synapse\", \"h_ms\": -1} | must be in (0, 1000] ms",
                "{\"kind\": \"synapse\", \"h_ms\": NaN} | is not JSON",
                "{\"kind\": \"synapse\", \"h\": 1, \"h\": 2} | Duplicate field 'h'",
                "{\"kind\": \"synapse\", \"parameters\": [1]} | parameters must be an object",
                "{\"kind\": \"synapse\", \"parameters\": {\"temperature\": \"cold\"}} | must be a finite number",
                "{\"kind\": \"synapse\", \"parameters\": {\"temperature\": 0.1}} | has noise",
                "{\"kind\": \"synapse\", \"parameters\": {\"simulate_retracted\": 1}} | must be true or false",
                "{\"kind\": \"synapse\", \"parameters\": {\"weight_update_interval\": 12.5}} | must be a whole number",
                "{\"kind\": \"synapse\", \"parameters\": {\"episode_length\": -1}} | must be in (0, ∞) ms",
                "{\"kind\": \"neuron\", \"T\": 9, \"params\": {\"size\": 3}} | unknown parameter size",
                "{\"kind\": \"neuron\", \"T\": 9, \"params\": {\"c_4\": 3}} | unknown parameter c_4",
                "{\"kind\": \"neuron\", \"T\": 9, \"params\": {\"tau_rise_inh\": 30}} | below tau-fall-inh",
                "{\"kind\": \"closed-loop\", \"n_steps\": 9, \"synapse\": {\"temperature\": 0}, \"theta0\": [[1], [1, 2]], \"input_spike_stamps\": [[], []]} | as many synapses for each input",
                "{\"kind\": \"closed-loop\", \"n_steps\": 9, \"synapse\": {}} | has noise",
                "{\"kind\": \"distribution\", \"n_synapses\": 0, \"snapshots\": 3} | must have 1 to",
                "{\"kind\": \"synapse\", \"parameters\": {\"temperature\": 0}} | steps is missing",
                "{\"kind\": \"synapse\", \"parameters\": {\"temprature\": 1}} | unknown parameter temprature",
                "{\"kind\": \"synapse\", \"parameters\": {\"psp_tau_rise\": 30}} | below psp-tau-fall",
                "{\"kind\": \"synapse\", \"parameters\": {\"temperature\": 0}, \"steps\": 9, \"initial_synaptic_parameter\": 1, \"files\": {\"steps\": \"../x.csv\"}} | must be a file in the same folder",
                "{\"kind\": \"synapse\", \"parameters\": {\"temperature\": 0}, \"steps\": 9, \"initial_synaptic_parameter\": 1, \"files\": {\"steps\": \"no.csv\"}} | there is no such file",
            })
    void aBadCaseIsOneSentenceThatNamesTheFile(String json, String part) throws Exception {
        Path file = Files.writeString(folder.resolve("case.json"), json);
        BadInput refusal = assertThrows(BadInput.class, () -> Verification.verify(file, false));
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith(folder.toString()), refusal.getMessage());
        assertEquals(1, refusal.getMessage().lines().count());
    }

    @Test
    void aCaseWithAnyByteChangedIsReplayedOrRefusedWithASentence() throws Exception {
        byte[] json = Files.readAllBytes(GOLDEN.resolve(SYNAPSE + ".json"));
        for (String table : List.of(".steps.csv.gz", ".updates.csv")) {
            Files.copy(GOLDEN.resolve(SYNAPSE + table), folder.resolve(SYNAPSE + table));
        }
        Random random = new Random(1);
        for (int n = 0; n < 200; n++) {
            byte[] changed = json.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            Path file = Files.write(folder.resolve(SYNAPSE + ".json"), changed);
            try {
                Verification.verify(file, false);
            } catch (BadInput refusal) {
                assertTrue(refusal.getMessage().length() < 2000, refusal.getMessage());
            }
        }
    }
}
