package sporeloop.scenarios.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cases computed by {@code resources/cases/generate.py}, a program of its own that knows nothing of
 * ours: other steps, time constants, delays, dead times, scales than those of the recordings.
 */
class WrittenRuleTest {
    private static final Path CASES = Path.of("src", "test", "resources", "cases");
    private static final List<String> COMPARED =
            List.of(
                    "eligibility_trace",
                    "reward_gradient",
                    "synaptic_parameter",
                    "weight",
                    "V_eff",
                    "E_sfa_end",
                    "spike_probability",
                    "V_m",
                    "E_sfa");

    static Stream<Path> cases() {
        return Verification.cases(List.of(CASES)).stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void engineAndReferenceDoWhatTheWrittenRuleSays(Path file) {
        List<Finding> findings = Verification.verify(file, true);
        assertEquals(4, findings.size());
        for (Finding finding : findings) {
            assertTrue(finding.passed(), finding.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aValueThatIsOffByThreeBillionthsFails(Path file, @TempDir Path folder) throws Exception {
        ObjectNode json = (ObjectNode) new JsonMapper().readTree(file.toFile());
        Random random = new Random(file.hashCode());
        for (String role : List.of("steps", "neuron_steps", "multimeter", "updates")) {
            String name = json.at("/files/" + role).textValue();
            if (name != null) {
                Path changed = change(file.resolveSibling(name), folder, random);
                ObjectNode one = json.deepCopy();
                ((ObjectNode) one.get("files")).put(role, changed.getFileName().toString());
                copyOthers(file, json, role, folder);
                Path copy = folder.resolve("case.json");
                new JsonMapper().writeValue(copy.toFile(), one);
                List<Finding> findings = Verification.verify(copy, true);
                for (Finding finding : List.of(findings.get(0), findings.get(3))) {
                    assertTrue(!finding.passed(), role + ": " + finding);
                }
            }
        }
    }

    /** A copy of the table, gunzipped, with one of the compared values changed. */
    private static Path change(Path table, Path folder, Random random) throws Exception {
        CaseTable read = CaseTable.read(table);
        List<String> lines = Lines.of(table);
        List<String> header = List.of(lines.get(0).split(","));
        List<String> columns = header.stream().filter(COMPARED::contains).toList();
        String column = columns.get(random.nextInt(columns.size()));
        int row = random.nextInt(read.rows());
        double was = read.column(column)[row];
        double changed = was + Math.max(1e-3, Math.abs(was)) * 3e-9;
        String[] cells = lines.get(row + 1).split(",");
        cells[header.indexOf(column)] = Double.toString(changed);
        lines.set(row + 1, String.join(",", cells));
        return Files.write(folder.resolve("changed " + table.getFileName()), lines);
    }

    private static void copyOthers(Path file, ObjectNode json, String role, Path folder)
            throws Exception {
        for (var entry : json.get("files").properties()) {
            String name = entry.getValue().textValue();
            if (!entry.getKey().equals(role) && !Files.exists(folder.resolve(name))) {
                Files.copy(file.resolveSibling(name), folder.resolve(name));
            }
        }
    }

    @Test
    void everyParameterOfTheOriginalIsVariedInSomeCase() throws Exception {
        StringBuilder all = new StringBuilder();
        for (Path file : cases().toList()) {
            all.append(Files.readString(file));
        }
        for (String name :
                ("learning_rate psp_tau_rise psp_tau_fall psp_cutoff_amplitude integration_time"
                                + " episode_length weight_update_interval parameter_mapping_offset"
                                + " weight_scale direct_gradient_rate gradient_scale max_param"
                                + " min_param max_param_change simulate_retracted_synapses"
                                + " delete_retracted_synapses dead_time dead_time_random"
                                + " dead_time_shape with_reset c_1 c_2 c_3 I_e tau_rise_exc"
                                + " tau_fall_exc tau_rise_inh tau_fall_inh input_conductance"
                                + " target_rate target_adaptation_speed")
                        .split(" ", -1)) {
            assertTrue(all.indexOf('"' + name + '"') >= 0, name);
        }
    }
}
