package sporeloop.results.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void keysKeepTheirOrderAndWhatIsNotANumberIsNull() {
        Summary summary =
                new Summary()
                        .put("scenario", "reaching \"quoted\"")
                        .put("seed", 7L)
                        .put("final_mean_time_to_target_s", Double.NaN)
                        .put("sim_time_s", 3600.0)
                        .put("real_time_factor", 512.25);
        assertEquals(
                """
                {
                  "scenario" : "reaching \\"quoted\\"",
                  "seed" : 7,
                  "final_mean_time_to_target_s" : null,
                  "sim_time_s" : 3600,
                  "real_time_factor" : 512.25
                }
                """,
                summary.json());
    }

    @Test
    void aKeyComesOnce() {
        Summary summary = new Summary().put("seed", 7L);
        assertThrows(IllegalArgumentException.class, () -> summary.put("seed", Double.NaN));
    }

    @Test
    void aManifestTellsTheMachineAndAfterwardsTheEnd() throws IOException {
        Manifest start = Manifest.starting("Sporeloop 1.0", "abc", "reaching", 7, List.of("train"));
        JsonNode before = new JsonMapper().readTree(start.json());
        assertTrue(before.get("wall_time_s").isNull());
        assertTrue(before.get("cores").asInt() > 0);
        JsonNode after =
                new JsonMapper().readTree(start.ended("done", Duration.ofMillis(1500)).json());
        assertEquals(1.5, after.get("wall_time_s").asDouble());
        assertEquals("done", after.get("end").asText());
        assertEquals(before.get("start"), after.get("start"));
        assertEquals("train", after.get("command_line").get(0).asText());
    }
}
