package sporeloop.results.sweep;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sporeloop.results.RefusedException;

/**
 * What a trial was and what it came to: {@code trial.json} in its directory, without the wall clock, so
 * that the same trial leaves the same bytes.
 *
 * @param trial hash of the resolved scenario, its seed and the program's fingerprint
 * @param sweep hash of the sweep that asked for it last
 * @param point value of each axis, as the sweep names it
 * @param seed of the run
 * @param durationS simulated time asked for [s]
 * @param metric the figure that the sweep compares
 * @param score its value; null if there is none
 * @param attempts how often it was tried
 * @param error what made the last attempt fail, in a sentence; null if it did not
 */
@JsonPropertyOrder({
    "trial",
    "sweep",
    "point",
    "seed",
    "durationS",
    "metric",
    "score",
    "attempts",
    "error"
})
public record TrialRecord(
        String trial,
        String sweep,
        Map<String, String> point,
        long seed,
        double durationS,
        String metric,
        @Nullable Double score,
        int attempts,
        @Nullable String error) {
    /** A trial is the name of its folder, so it leads to no other. */
    private static final String HASH = "[A-Za-z0-9][A-Za-z0-9_-]{0,99}";

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();
    private static final long LARGEST = 1 << 20;

    public TrialRecord {
        point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
    }

    /** The same trial as another sweep names it. */
    public TrialRecord takenOver(String by, Map<String, String> named) {
        return new TrialRecord(trial, by, named, seed, durationS, metric, score, attempts, error);
    }

    /** As JSON on one line, without a line end. */
    public String line() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** As JSON, a key a line, with a final line end. */
    public String json() {
        DefaultPrettyPrinter lines =
                new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return MAPPER.writer(lines).writeValueAsString(this) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads what {@link #json} wrote. */
    public static TrialRecord read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new RefusedException(file + " is larger than 1 MB: not a trial's record.");
        }
        String json = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return parse(json, file.toString());
    }

    /** Reads JSON; {@code name} stands in the complaint. */
    public static TrialRecord parse(String json, String name) throws RefusedException {
        try {
            TrialRecord record = MAPPER.readValue(json, TrialRecord.class);
            if (record.trial == null || record.sweep == null || record.metric == null) {
                throw new RefusedException(name + " is not a trial's record: a key is missing.");
            }
            if (!record.trial.matches(HASH) || record.point.containsValue(null)) {
                throw new RefusedException(
                        name
                                + " is not a trial's record: trial is no hash, or an axis has no value.");
            }
            return record;
        } catch (JsonProcessingException | NullPointerException damaged) {
            throw new RefusedException(
                    name + " is not a trial's record. Delete the trial's folder to run it again.",
                    damaged);
        }
    }
}
