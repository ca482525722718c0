package sporeloop.scenarios.sweep;

import java.util.List;
import sporeloop.scenarios.file.Assignment;

/** An axis whose values are listed. */
public record ListedAxis(String name, List<Level> levels) implements Axis {
    public ListedAxis {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException(name + " has no values.");
        }
    }

    @Override
    public List<String> keys() {
        return levels.stream()
                .flatMap(level -> level.assignments().stream())
                .map(Assignment::path)
                .distinct()
                .toList();
    }

    @Override
    public Level at(double share) {
        return levels.get(Math.min((int) (share * levels.size()), levels.size() - 1));
    }
}
