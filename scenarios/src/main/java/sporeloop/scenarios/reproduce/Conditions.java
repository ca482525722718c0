package sporeloop.scenarios.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sporeloop.results.sweep.SweepTrial;

/** The trials of a sweep by its conditions. */
final class Conditions {
    private Conditions() {}

    /** By the values of one axis, those of each by seed; the conditions in the order given. */
    static Map<String, List<SweepTrial>> by(
            String axis, List<String> order, List<SweepTrial> trials) {
        Map<String, List<SweepTrial>> conditions = new LinkedHashMap<>();
        order.forEach(value -> conditions.put(value, new ArrayList<>()));
        for (SweepTrial trial : trials) {
            String value = trial.record().point().getOrDefault(axis, "");
            conditions.computeIfAbsent(value, none -> new ArrayList<>()).add(trial);
        }
        conditions.values().removeIf(List::isEmpty);
        return conditions;
    }
}
