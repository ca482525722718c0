package sporeloop.scenarios.sweep;

import java.util.List;

/** What a sweep varies: one key, several keys hand in hand, or a choice between named sets of keys. */
public sealed interface Axis permits ListedAxis, RangedAxis {
    /** The key, or the name that the sweep gives it. */
    String name();

    /** The keys that it sets. */
    List<String> keys();

    /** The values of a grid. */
    List<Level> levels();

    /** The value at a share of the axis, 0 ≤ share ≤ 1. */
    Level at(double share);
}
