package sporeloop.scenarios.sweep;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The trials of a batch of candidates that belong to a shard, made one candidate at a time. */
final class Batch implements Iterable<Batch.Numbered> {
    /**
     * A trial with its place.
     *
     * @param candidate its place in the batch
     * @param seed place of its seed
     */
    record Numbered(Trial trial, int candidate, int seed) {}

    private final SweepPlan plan;
    private final List<Candidate> candidates;
    private final long first;
    private final Shard shard;

    /**
     * @param first number of the batch's first trial in the sweep
     */
    Batch(SweepPlan plan, List<Candidate> candidates, long first, Shard shard) {
        this.plan = plan;
        this.candidates = candidates;
        this.first = first;
        this.shard = shard;
    }

    @Override
    public Iterator<Numbered> iterator() {
        return new Iterator<>() {
            private int candidate = -1;
            private int seed = plan.seeds().size();
            private long number = first - 1;
            private @Nullable List<Trial> trials;
            private @Nullable Numbered next = find();

            private @Nullable Numbered find() {
                while (true) {
                    if (++seed >= plan.seeds().size()) {
                        seed = 0;
                        trials = null;
                        if (++candidate == candidates.size()) {
                            return null;
                        }
                    }
                    if (shard.has(++number)) {
                        List<Trial> all = trials;
                        if (all == null) {
                            all = plan.trials(candidates.get(candidate));
                            trials = all;
                        }
                        return new Numbered(all.get(seed), candidate, seed);
                    }
                }
            }

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Numbered next() {
                Numbered found = next;
                if (found == null) {
                    throw new NoSuchElementException();
                }
                next = find();
                return found;
            }
        };
    }
}
