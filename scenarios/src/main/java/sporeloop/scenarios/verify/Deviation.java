package sporeloop.scenarios.verify;

import java.util.Locale;

/**
 * The largest deviation between two recordings, in units of what is allowed:
 *
 * <pre>
 *   |ours − theirs| / ( 1e-9 · max(1e-3, |theirs|) )
 * </pre>
 *
 * Above 1 the two differ. A value that is not a number on one side only is infinitely far off.
 */
final class Deviation {
    /** What is allowed, relative. */
    static final double TOLERANCE = 1e-9;

    /** Where the tolerance ceases to be relative. */
    static final double FLOOR = 1e-3;

    private double largest;
    private String where = "";
    private long compared;

    /** Compares one value of {@code column} at {@code step}. */
    void compare(String column, long step, double ours, double theirs) {
        compared++;
        if (Double.compare(ours, theirs) == 0) {
            return;
        }
        double ratio = Math.abs(ours - theirs) / (TOLERANCE * Math.max(FLOOR, Math.abs(theirs)));
        if (Double.isNaN(ratio)) {
            ratio = Double.POSITIVE_INFINITY;
        }
        if (ratio > largest) {
            largest = ratio;
            where =
                    String.format(
                            Locale.ROOT,
                            "%s at %d: ours %.17g, theirs %.17g",
                            column,
                            step,
                            ours,
                            theirs);
        }
    }

    /** The largest deviation so far, as a share of what is allowed. */
    double largest() {
        return largest;
    }

    /** Where it was, with both values; empty if there was none. */
    String where() {
        return where;
    }

    /** How many values were compared. */
    long compared() {
        return compared;
    }

    /** Whether something was compared and nothing was farther off than allowed. */
    boolean passes() {
        return compared > 0 && largest <= 1;
    }

    /** What came of a replay of {@code file} that way. */
    Finding finding(CaseFile file, Way way) {
        return new Finding(file.name(), way.name(), passes(), toString());
    }

    /** As the report shows it: the largest deviation relative to its allowance, and where. */
    @Override
    public String toString() {
        return largest == 0
                ? String.format(Locale.ROOT, "%,d values, all the same bits", compared)
                : String.format(
                        Locale.ROOT,
                        "%,d values, largest deviation %.1e of the tolerance; %s",
                        compared,
                        largest,
                        where);
    }
}
