package sporeloop.results.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sporeloop.results.RefusedException;
import sporeloop.results.run.ProgressTable;

/**
 * A trial on the disk.
 *
 * @param record what it was and came to
 * @param folder where it lies
 */
public record SweepTrial(TrialRecord record, Path folder) {
    private static final long LARGEST = 1 << 20;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String OVERALL = "overall_";
    private static final String FINAL = "final_";

    /** The trials of the sweep that was last run in a folder, finished and failed. */
    public static List<SweepTrial> of(Path sweep) throws IOException {
        String id = SweepDirectory.id(sweep);
        List<SweepTrial> trials = new ArrayList<>();
        for (List<Path> folders :
                List.of(SweepDirectory.trials(sweep), SweepDirectory.failures(sweep))) {
            for (Path folder : folders) {
                TrialRecord record = TrialRecord.read(folder.resolve(SweepDirectory.RECORD));
                if (record.sweep().equals(id)) {
                    trials.add(new SweepTrial(record, folder));
                }
            }
        }
        return trials;
    }

    /** Whether it failed. */
    public boolean isFailed() {
        return record.error() != null;
    }

    /** A row a reporting window. */
    public ProgressTable progress() throws IOException {
        return ProgressTable.read(folder.resolve("progress.csv"));
    }

    /** The numbers of its summary; NaN where there is none. */
    public Map<String, Double> figures() throws IOException {
        Path file = folder.resolve("summary.json");
        try {
            if (Files.size(file) > LARGEST) {
                throw new RefusedException(file + " is larger than 1 MB: not a run's summary.");
            }
            @Nullable Map<String, Object> all =
                    MAPPER.readValue(
                            new String(Files.readAllBytes(file), StandardCharsets.UTF_8),
                            new TypeReference<>() {});
            if (all == null) {
                throw new RefusedException(file + " is not a run's summary.");
            }
            Map<String, Double> figures = new LinkedHashMap<>();
            all.forEach(
                    (name, value) -> {
                        if (value == null || value instanceof Number) {
                            figures.put(
                                    name,
                                    value instanceof Number number
                                            ? number.doubleValue()
                                            : Double.NaN);
                        }
                    });
            return Collections.unmodifiableMap(figures);
        } catch (JsonProcessingException damaged) {
            throw new RefusedException(file + " is not a run's summary.", damaged);
        }
    }

    /** The record with another figure as its score. */
    public TrialRecord scoredBy(String metric) throws IOException {
        @Nullable Double score = null;
        if (!isFailed()) {
            Map<String, Double> figures = figures();
            String key = metric.startsWith(OVERALL) ? metric : FINAL + metric;
            if (!figures.containsKey(key)) {
                List<String> known =
                        figures.keySet().stream()
                                .filter(name -> name.startsWith(FINAL))
                                .map(name -> name.substring(FINAL.length()))
                                .toList();
                throw new RefusedException(
                        "--metric %s, but there are: %s."
                                .formatted(metric, String.join(", ", known)));
            }
            double value = figures.get(key);
            score = Double.isNaN(value) ? null : value;
        }
        return new TrialRecord(
                record.trial(),
                record.sweep(),
                record.point(),
                record.seed(),
                record.durationS(),
                metric,
                score,
                record.attempts(),
                record.error());
    }
}
