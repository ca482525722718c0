package sporeloop.scenarios.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sporeloop.environments.Metric;
import sporeloop.results.statistics.Interval;

/**
 * What an evaluation found.
 *
 * @param seconds simulated time that was measured
 * @param metrics what the task's figures mean
 * @param figures by name, with 95 % intervals; {@code NaN} where nothing can be said
 */
public record EvaluationResult(
        double seconds, List<Metric> metrics, Map<String, Interval> figures) {
    public EvaluationResult {
        metrics = List.copyOf(metrics);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** Unit of a figure; empty if it has none. */
    public String unit(String figure) {
        return metrics.stream()
                .filter(metric -> metric.name().equals(figure))
                .map(Metric::unit)
                .findFirst()
                .orElse("");
    }
}
