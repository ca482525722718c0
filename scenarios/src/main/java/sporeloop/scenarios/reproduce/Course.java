package sporeloop.scenarios.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sporeloop.results.RefusedException;
import sporeloop.results.run.ProgressTable;
import sporeloop.results.sweep.SweepTrial;

/**
 * One figure of a run in the course of time, from rows of equal length.
 *
 * @param seconds simulated time at each row's end
 * @param values of the figure in each row
 */
record Course(double[] seconds, double[] values) {
    /** That of a finished trial. */
    static Course of(SweepTrial trial, String figure) throws IOException {
        ProgressTable rows = trial.progress();
        if (!rows.has(figure)) {
            throw new RefusedException(trial.folder() + " has no figure " + figure + ".");
        }
        return new Course(rows.column("sim_time_s"), rows.column(figure));
    }

    /** Those of several trials, in their order. */
    static List<Course> of(List<SweepTrial> trials, String figure) throws IOException {
        List<Course> courses = new ArrayList<>();
        for (SweepTrial trial : trials) {
            courses.add(of(trial, figure));
        }
        return courses;
    }

    /** End of the run [s]. */
    double end() {
        return seconds.length == 0 ? 0 : seconds[seconds.length - 1];
    }

    /** Mean of the rows that end after {@code from} and not after {@code to} [s]; NaN without one. */
    double mean(double from, double to) {
        return IntStream.range(0, seconds.length)
                .filter(row -> seconds[row] > from && seconds[row] <= to)
                .mapToDouble(row -> values[row])
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    /** The least mean of a stretch of {@code length}, each beginning where the last ended [s]. */
    double least(double from, double to, double length) {
        double least = Double.NaN;
        for (double start = from; start + length <= to; start += length) {
            double mean = mean(start, start + length);
            least = Double.isNaN(least) || mean < least ? mean : least;
        }
        return least;
    }

    /**
     * Time from {@code from} to the end of the first stretch of {@code length} whose mean is at least
     * {@code level} [s]; NaN if there is none.
     */
    double until(double level, double from, double length) {
        for (int row = 0; row < seconds.length; row++) {
            double start = seconds[row] - length;
            if (start >= from && mean(start, seconds[row]) >= level) {
                return seconds[row] - from;
            }
        }
        return Double.NaN;
    }
}
