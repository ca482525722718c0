package sporeloop.scenarios.sweep;

import java.util.List;

/**
 * Chooses points batch by batch. What it chooses depends on the scores alone, never on which trial ends
 * first, so that a sweep that is resumed chooses the same.
 */
interface Search {
    /**
     * The next candidates; empty when the search is over.
     *
     * @param scores of the candidates before, in their order; more is better, NaN for a failure; empty
     *     at the first call
     */
    List<Candidate> next(double[] scores);

    /** How many candidates there will be in all, as far as is known. */
    long size();

    /** A search that knows all its candidates from the start. */
    static Search of(List<Candidate> candidates) {
        return new Search() {
            private boolean asked;

            @Override
            public List<Candidate> next(double[] scores) {
                List<Candidate> next = asked ? List.of() : candidates;
                asked = true;
                return next;
            }

            @Override
            public long size() {
                return candidates.size();
            }
        };
    }
}
