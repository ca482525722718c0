package sporeloop.scenarios.sweep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sporeloop.scenarios.file.Assignment;

/**
 * The points that a sweep may try.
 *
 * @param axes in the order of tables; the last changes fastest in a grid
 * @param conditions where an axis counts at some points only
 * @param excluded points that are left out
 */
record Space(List<Axis> axes, List<Condition> conditions, List<Match> excluded) {
    /** Label of an axis that does not count at a point. */
    static final String NOTHING = "–";

    Space {
        axes = List.copyOf(axes);
        conditions = List.copyOf(conditions);
        excluded = List.copyOf(excluded);
    }

    /** Points of the grid before conditions and exclusions; {@code Long.MAX_VALUE} if it is more. */
    long size() {
        long size = 1;
        for (Axis axis : axes) {
            int levels = axis instanceof RangedAxis range ? range.count() : axis.levels().size();
            size = size > Long.MAX_VALUE / levels ? Long.MAX_VALUE : size * levels;
        }
        return size;
    }

    /** All points of the grid. */
    Collection<Point> grid() {
        List<List<Level>> levels = axes.stream().map(Axis::levels).toList();
        Collection<Point> points = new LinkedHashSet<>();
        int[] index = new int[axes.size()];
        do {
            Point point = point(a -> levels.get(a).get(index[a]));
            if (isWanted(point)) {
                points.add(point);
            }
        } while (advance(index, levels));
        return points;
    }

    private static boolean advance(int[] index, List<List<Level>> levels) {
        for (int a = index.length - 1; a >= 0; a--) {
            if (++index[a] < levels.get(a).size()) {
                return true;
            }
            index[a] = 0;
        }
        return false;
    }

    /** Points in which each value of each axis occurs, few of them. */
    List<Point> eachLevelOnce() {
        List<List<Level>> levels = axes.stream().map(Axis::levels).toList();
        int longest = levels.stream().mapToInt(List::size).max().orElse(1);
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < longest; k++) {
            int n = k;
            points.add(point(a -> levels.get(a).get(Math.min(n, levels.get(a).size() - 1))));
        }
        return points;
    }

    /** The point at a share of each axis. */
    Point at(double[] shares) {
        return point(a -> axes.get(a).at(shares[a]));
    }

    /** Whether a point is not left out. */
    boolean isWanted(Point point) {
        return excluded.stream().noneMatch(match -> match.matches(point));
    }

    private Point point(Function<Integer, Level> choice) {
        Map<String, Level> levels = new LinkedHashMap<>();
        for (int a = 0; a < axes.size(); a++) {
            levels.put(axes.get(a).name(), choice.apply(a));
        }
        Point point = point(levels);
        for (Condition condition : conditions) {
            if (!condition.when().matches(point)) {
                levels.put(condition.axis(), new Level(NOTHING, List.of()));
                point = point(levels);
            }
        }
        return point;
    }

    private static Point point(Map<String, Level> levels) {
        Map<String, String> labels = new LinkedHashMap<>();
        List<Assignment> assignments = new ArrayList<>();
        levels.forEach(
                (name, level) -> {
                    labels.put(name, level.label());
                    assignments.addAll(level.assignments());
                });
        return new Point(labels, assignments);
    }
}
