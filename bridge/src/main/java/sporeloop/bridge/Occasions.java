package sporeloop.bridge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is to be done to a side of the loop, by the interval before which it is done. */
final class Occasions<T> {
    private final Map<Long, List<T>> byInterval = new HashMap<>();
    private long last = -1;

    /** Notes what is to be done before interval {@code k}, after what is noted for it already. */
    void add(long k, T what) {
        put(k, Stream.concat(at(k).stream(), Stream.of(what)).toList());
    }

    /** Notes what is to be done before interval {@code k}, before what is noted for it already. */
    void addFirst(long k, T what) {
        put(k, Stream.concat(Stream.of(what), at(k).stream()).toList());
    }

    private void put(long k, List<T> all) {
        byInterval.put(k, all);
        last = Math.max(last, k);
    }

    /** What is to be done before interval {@code k}; never changed afterwards. */
    List<T> at(long k) {
        return k > last ? List.of() : byInterval.getOrDefault(k, List.of());
    }
}
