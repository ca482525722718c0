package sporeloop.scenarios.verify;

import java.util.Locale;

/**
 * Holds statistics of two independent samples against each other. Each comparison is a z-test at a
 * false-alarm rate of 1e-5, two-sided: |ours − theirs| ≤ 4.417 · √(σ²_ours + σ²_theirs).
 */
final class Significance {
    /** Two-sided 1e-5 quantile of the normal law. */
    private static final double BOUND = 4.417;

    private double largest;
    private String where = "";
    private int compared;

    /** Compares a statistic; both errors are standard errors. */
    void compare(String name, double ours, double theirs, double ourError, double theirError) {
        compared++;
        double error = Math.hypot(ourError, theirError);
        double z = ours == theirs ? 0 : Math.abs(ours - theirs) / error;
        if (!(z <= largest)) {
            largest = z;
            where = String.format(Locale.ROOT, "%s: ours %.6g, theirs %.6g", name, ours, theirs);
        }
    }

    /** Whether something was compared and nothing was farther off than chance allows. */
    boolean passes() {
        return compared > 0 && largest <= BOUND;
    }

    /** As the report shows it. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d statistics, largest difference %.1f σ (allowed %.1f); %s",
                compared,
                largest,
                BOUND,
                where);
    }
}
