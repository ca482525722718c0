package sporeloop.scenarios.sweep;

/**
 * A part of a sweep's trials: those whose number leaves {@code index − 1} when divided by {@code count}.
 *
 * @param index from 1
 * @param count parts in all
 */
public record Shard(int index, int count) {
    /** All trials. */
    public static final Shard WHOLE = new Shard(1, 1);

    public Shard {
        if (count < 1 || index < 1 || index > count) {
            throw new IllegalArgumentException(
                    "shard %d/%d, but it must be i/n with 1 ≤ i ≤ n.".formatted(index, count));
        }
    }

    /** Whether the trial with this number belongs to it. */
    boolean has(long number) {
        return number % count == index - 1;
    }

    /** {@code 2/4}; empty for the whole. */
    String name() {
        return count == 1 ? "" : index + "/" + count;
    }
}
