package sporeloop.spore.plasticity;

/** Runs the parts of a piece of work, one after the other or several at a time. */
public interface Crew {
    /** One piece of work, in parts that may run in any order. */
    interface Work {
        /** Does part {@code part}; {@code worker} does no other part meanwhile. */
        void run(int part, int worker);
    }

    /** Number of workers; {@code worker} is always below it. */
    int workers();

    /** Runs all parts 0 ≤ part &lt; {@code parts} and returns when they are done. */
    void run(int parts, Work work);

    /** One worker: the caller. */
    Crew ALONE =
            new Crew() {
                @Override
                public int workers() {
                    return 1;
                }

                @Override
                public void run(int parts, Work work) {
                    for (int part = 0; part < parts; part++) {
                        work.run(part, 0);
                    }
                }
            };
}
