package sporeloop.scenarios.sweep;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Draws points that differ and are not left out. */
final class Sampling {
    private static final int VAIN = 1000;

    private Sampling() {}

    /**
     * Points from a sequence of shares; fewer than {@code count} if the space has no more.
     *
     * @throws IllegalArgumentException if none is wanted
     */
    static List<Point> of(Space space, int count, Supplier<double[]> shares) {
        Set<Point> points = new LinkedHashSet<>();
        for (int vain = 0; points.size() < count && vain < VAIN; ) {
            Point point = space.at(shares.get());
            vain = space.isWanted(point) && points.add(point) ? 0 : vain + 1;
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException("all points are excluded.");
        }
        return List.copyOf(points);
    }
}
