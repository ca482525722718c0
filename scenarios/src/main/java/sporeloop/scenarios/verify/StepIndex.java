package sporeloop.scenarios.verify;

import sporeloop.scenarios.file.BadInput;

/** Which rows of a table belong to which step; those of one step follow each other. */
final class StepIndex {
    private static final String STEP = "step";

    private final CaseTable table;
    private final int[] first;

    /**
     * @param step of each row; rows of steps beyond {@code last}, or before 0, are left out
     * @param least the least step there may be
     */
    private StepIndex(CaseTable table, String column, double[] step, int least, int last) {
        this.table = table;
        first = new int[last + 2];
        double before = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < step.length; row++) {
            if (step[row] != Math.rint(step[row]) || step[row] < least) {
                throw new BadInput(
                        table.place(row)
                                + ": "
                                + column
                                + " = "
                                + table.column(column)[row]
                                + ", but must be a whole number of steps.");
            }
            if (step[row] < before) {
                throw new BadInput(table.place(row) + ": " + column + " falls, but must rise.");
            }
            before = step[row];
            if (step[row] <= last) {
                first[Math.max(0, (int) step[row] + 1)]++;
            }
        }
        for (int s = 0; s <= last; s++) {
            first[s + 1] += first[s];
        }
    }

    /** By the column {@code step}; without one, each row is a step. */
    static StepIndex of(CaseTable table, int last) {
        double[] step = new double[table.rows()];
        for (int row = 0; row < step.length; row++) {
            step[row] = row;
        }
        return new StepIndex(table, STEP, table.has(STEP) ? table.finite(STEP) : step, 0, last);
    }

    /** By the time (s + 1)·h of the state after step s; time 0 is before the first step. */
    static StepIndex ofTimes(CaseTable table, String column, double stepMs, int last) {
        double[] times = table.finite(column);
        double[] step = new double[times.length];
        for (int row = 0; row < step.length; row++) {
            step[row] = CaseParameters.steps(times[row], stepMs) - 1;
        }
        return new StepIndex(table, column, step, -1, last);
    }

    /** First row of a step. */
    int first(int step) {
        return first[step];
    }

    /** Row after the last one of a step. */
    int end(int step) {
        return first[step + 1];
    }

    /**
     * Checks that each {@code interval}-th step from {@code from} to {@code last} has as many rows,
     * and no other step has any.
     */
    StepIndex checkRows(int from, int last, long interval, int rows) {
        for (int s = 0; s <= last; s++) {
            int found = end(s) - first(s);
            boolean wanted = s >= from && s % interval == 0;
            if (s >= from && found != (wanted ? rows : 0)) {
                throw new BadInput(
                        table.path()
                                + ": has "
                                + found
                                + " rows of step "
                                + s
                                + ", but must have "
                                + (wanted ? rows + "." : "none between two updates."));
            }
        }
        return this;
    }
}
