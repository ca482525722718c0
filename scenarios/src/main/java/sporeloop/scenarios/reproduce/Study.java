package sporeloop.scenarios.reproduce;

import java.io.IOException;
import java.util.List;

/** A set of experiments with one page of results. */
public interface Study {
    /** The studies there are. */
    List<Study> ALL = List.of(new Kaiser2019(), new PlasticityFamily());

    /** The name on the command line, in kebab-case. */
    String name();

    /** What it is, in one line. */
    String meaning();

    /** Its parts, in their order, each of which can be run alone. */
    List<String> parts();

    /**
     * Runs all experiments of {@link Bench#parts} that are not there yet, and writes tables, figures and {@code README.md}.
     *
     * @throws IOException in a sentence, if files can't be written or a trial failed
     */
    void run(Bench bench) throws IOException;
}
