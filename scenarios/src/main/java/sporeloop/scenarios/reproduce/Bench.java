package sporeloop.scenarios.reproduce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import sporeloop.results.RefusedException;
import sporeloop.results.figures.Figure;
import sporeloop.results.file.AtomicFile;
import sporeloop.results.statistics.Table;
import sporeloop.results.sweep.SweepReport;
import sporeloop.results.sweep.SweepTrial;
import sporeloop.scenarios.sweep.SweepBuilder;
import sporeloop.scenarios.sweep.SweepListener;
import sporeloop.scenarios.sweep.SweepOptions;
import sporeloop.scenarios.sweep.SweepResult;

/**
 * Where a study works: its trials in one folder, which a second start goes on with, its results in
 * another.
 *
 * @param work folder of the sweeps
 * @param out folder of tables, figures and the page
 * @param quick whether fewer seeds and shorter runs are to do
 * @param parts of the study that are to be run
 * @param tailor has the last word on each sweep
 * @param parallel trials at once
 * @param listener sees the trials
 * @param log gets a line now and then
 */
public record Bench(
        Path work,
        Path out,
        boolean quick,
        Set<String> parts,
        UnaryOperator<SweepBuilder> tailor,
        int parallel,
        SweepListener listener,
        Consumer<String> log) {

    public Bench {
        parts = Set.copyOf(parts);
    }

    /** Seeds 1 … {@code whole}, or 1 … {@code few} if it is to be quick. */
    public long[] seeds(int whole, int few) {
        return LongStream.rangeClosed(1, quick ? few : whole).toArray();
    }

    /**
     * Runs a sweep to its end, or what is missing of it.
     *
     * @throws RefusedException if it was stopped, or a trial failed
     */
    public SweepReport sweep(String name, SweepBuilder sweep) throws IOException {
        run(name, sweep);
        return SweepReport.read(work.resolve(name), "");
    }

    /** The same, and gives the trials, by seed. */
    public List<SweepTrial> trials(String name, SweepBuilder sweep) throws IOException {
        run(name, sweep);
        return SweepTrial.of(work.resolve(name)).stream()
                .sorted(Comparator.comparingLong(trial -> trial.record().seed()))
                .toList();
    }

    private void run(String name, SweepBuilder sweep) throws IOException {
        log.accept(name);
        Path folder = work.resolve(name);
        SweepResult result =
                tailor.apply(sweep)
                        .into(SweepOptions.into(folder).parallel(parallel))
                        .run(listener);
        if (result.end() != SweepResult.End.DONE || result.failed() > 0) {
            throw new RefusedException(
                    result.message().isEmpty()
                            ? "%d trials of %s failed; their errors are in %s/failed."
                                    .formatted(result.failed(), name, folder)
                            : result.message());
        }
    }

    /** Writes {@code NAME.svg} and {@code NAME.png}. */
    public void figure(String name, Figure figure) throws IOException {
        Files.createDirectories(out);
        figure.write(out.resolve(name + ".svg"));
        log.accept(out.resolve(name + ".svg").toString());
    }

    /** Writes {@code NAME.csv}. */
    public void table(String name, Table table) throws IOException {
        Files.createDirectories(out);
        AtomicFile.write(out.resolve(name + ".csv"), table.csv());
        log.accept(out.resolve(name + ".csv").toString());
    }

    /** Writes the page. */
    public void page(String markdown) throws IOException {
        Files.createDirectories(out);
        AtomicFile.write(out.resolve("README.md"), markdown);
        log.accept(out.resolve("README.md").toString());
    }
}
